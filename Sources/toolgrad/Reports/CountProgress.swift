import NcursesTerminal

/// Tells on stderr how many samples were looked at: one line that is rewritten on a terminal, a single one elsewhere.
struct CountProgress {
    private let title: String
    private let count: Int
    private let isTerminal: Bool

    /// The title says what looks at the samples.
    init(_ title: String, count: Int, isTerminal: Bool = StandardStreams.error.isTerminal) {
        self.title = title
        self.count = count
        self.isTerminal = isTerminal
    }

    func tell(done: Int) throws {
        guard isTerminal else {
            if done == 0 { try Output.notes.line("\(title): \(count.samples) to look at.") }
            return
        }
        if done % 20 == 0 { try Output.notes.write("\r\(title): \(done) of \(count.samples)") }
    }

    /// Takes the line away that was rewritten.
    func end() throws {
        if isTerminal, count > 0 { try Output.notes.write("\r\u{1B}[K") }
    }
}

extension Int {
    /// A number of samples in words.
    var samples: String { self == 1 ? "1 sample" : "\(self) samples" }
}
