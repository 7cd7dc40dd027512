import NcursesTerminal

/// Tells on stderr how far an evaluation is: one line that is rewritten on a terminal, a single one elsewhere.
struct EvaluationProgress: Sendable {
    private let isTerminal = StandardStreams.error.isTerminal

    func begin(_ count: Int) {
        if !isTerminal { say("Evaluate: \(count.items).\n") }
    }

    func tell(_ tally: EvaluationTally) {
        guard isTerminal else { return }
        say("\rEvaluate: \(tally.done) of \(tally.count.items), \(tally.wrong) wrong\u{1B}[K")
    }

    func end() {
        if isTerminal { say("\r\u{1B}[K") }
    }

    /// A stream of notes that is closed is no reason to stop.
    private func say(_ text: String) { try? Output.notes.write(text) }
}

extension Int {
    /// A number of items in words.
    var items: String { self == 1 ? "1 item" : "\(self) items" }
}
