/// What every sample of a run is told from the beginning: notes that proposer and selector read before the curator's own.
///
/// It is part of the run's plan, so it is fixed when the run starts; there are never more than ``mostNotes`` of them.
package struct Guidance: Hashable, Sendable {
    /// More would drown the curator's own notes.
    package static let mostNotes = 8
    /// The most characters of a note.
    package static let longestNote = 300

    /// In the order in which they are read; none is empty.
    package let notes: [String]

    /// No guidance.
    package static let none = Guidance(unchecked: [])

    private init(unchecked notes: [String]) {
        self.notes = notes
    }

    /// Takes notes as they are.
    ///
    /// - Throws: ``GuidanceProblem`` for the first thing that is too much or empty.
    package init(_ notes: [String]) throws(GuidanceProblem) {
        guard notes.count <= Self.mostNotes else { throw .tooMany(notes.count) }
        for (index, note) in notes.enumerated() {
            guard note.contains(where: { !$0.isWhitespace }) else { throw .empty(number: index + 1) }
            guard note.count <= Self.longestNote else { throw .tooLong(number: index + 1, characters: note.count) }
            guard !note.contains(where: \.isNewline) else { throw .severalLines(number: index + 1) }
        }
        self.init(unchecked: notes)
    }

    /// Whether nothing is said.
    package var isEmpty: Bool { notes.isEmpty }
}

/// Why some notes cannot be a run's guidance.
package enum GuidanceProblem: Error, Hashable, CustomStringConvertible {
    case tooMany(Int)
    case empty(number: Int)
    case tooLong(number: Int, characters: Int)
    case severalLines(number: Int)

    package var description: String {
        switch self {
        case .tooMany(let count):
            "\(count) notes are too many: a run takes at most \(Guidance.mostNotes). Join some, or leave some out."
        case .empty(let number):
            "Note \(number) is empty. Say what the samples should be like, or leave it out."
        case .tooLong(let number, let characters):
            "Note \(number) has \(characters) characters: a note has at most \(Guidance.longestNote). Shorten it."
        case .severalLines(let number):
            "Note \(number) has several lines. Write it in one."
        }
    }
}

/// The notes alone, so that a stored plan can be read by people.
extension Guidance: Codable {
    package init(from decoder: any Decoder) throws {
        let stored = try decoder.singleValueContainer()
        do { try self.init(try stored.decode([String].self)) } catch let problem as GuidanceProblem {
            throw DecodingError.dataCorruptedError(in: stored, debugDescription: "\(problem)")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var stored = encoder.singleValueContainer()
        try stored.encode(notes)
    }
}
