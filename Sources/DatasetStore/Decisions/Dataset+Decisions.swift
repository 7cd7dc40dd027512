import Engine
import GRDB
import Review

extension Dataset {
    /// The decisions on a sample, in the order in which they count: oldest first; undone ones and their undoing are among them.
    package func decisions(of sample: SampleID) async throws -> [Decision] {
        let path = path
        return try await read { database in
            let row = try SampleRow.existing(sample, in: database)
            return try database.decisions(of: sample, row.id, in: path)
        }
    }

    /// The decisions that follow the one with this sequence number, oldest first, whoever made them; 0 is for all.
    package func decisions(after sequence: Int, limit: Int = .max) async throws -> [Decision] {
        let path = path
        return try await read { try $0.decisions(after: sequence, limit: limit, in: path) }
    }

    /// Everybody who ever decided or commented, by name.
    package func reviewers() async throws -> [String] {
        try await read { try String.fetchAll($0, sql: "SELECT DISTINCT reviewer FROM decision ORDER BY reviewer") }
    }

    /// What undoing would take back, oldest first: the reviewer's newest decision that still counts, or all of its
    /// bulk that do; empty for nothing.
    package func lastUndoable(by reviewer: String, among part: JournalPart = .whole) async throws -> [Decision] {
        try await newest(by: reviewer, among: part) { journal in try journal.lastUndoable() }
    }

    /// What redoing would take back, oldest first: the reviewer's newest undoing that still counts, or all of its
    /// bulk that do; empty for nothing, and when something was decided since.
    package func lastRedoable(by reviewer: String, among part: JournalPart = .whole) async throws -> [Decision] {
        try await newest(by: reviewer, among: part) { journal in try journal.lastRedoable() }
    }

    /// How often the reviewer could undo: decisions and bulks that still count.
    ///
    /// Reads all of them.
    package func undoDepth(by reviewer: String, among part: JournalPart = .whole) async throws -> Int {
        try await read { try ReviewerJournal(reviewer: reviewer, part: part, database: $0).undoDepth() }
    }

    private func newest(
        by reviewer: String, among part: JournalPart,
        _ choose: @escaping @Sendable (borrowing ReviewerJournal) throws -> Set<Int>
    ) async throws -> [Decision] {
        let path = path
        return try await read { database in
            try database.decisions(
                choose(ReviewerJournal(reviewer: reviewer, part: part, database: database)), in: path)
        }
    }
}

extension [Decision] {
    /// The orders that take all of these back.
    package var takenBack: [(SampleID, Decision.Action)] { map { ($0.sample, .undo($0.sequence)) } }
}
