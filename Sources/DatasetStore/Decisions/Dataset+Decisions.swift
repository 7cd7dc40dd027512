import Engine
import GRDB
import Review

extension Dataset {
    /// Adds a decision to the journal, in a commit of its own; it is on disk when this returns.
    ///
    /// - Throws: ``DatasetError/unknownSample(_:)``, and ``DatasetError/unknownDecision(_:sample:)`` when an undo names
    ///   a decision that the sample does not have.
    package func decide(
        _ sample: SampleID, _ action: Decision.Action, by reviewer: String, at time: Timestamp
    ) async throws(DatasetError) -> Decision {
        let path = path
        return try await write(.alone) { database in
            var row = try SampleRow.existing(sample, in: database)
            let sequence = try database.insert(action, on: sample, row.id, by: reviewer, at: time)
            let texts = row.effectiveTexts
            row.apply(ReviewState(try database.decisions(of: sample, row.id, in: path)))
            try row.update(database)
            if row.effectiveTexts != texts { try row.index(in: database) }
            return Decision(sequence: sequence, time: time, reviewer: reviewer, sample: sample, action: action)
        }
    }

    /// The decisions on a sample, oldest first; undone ones and their undoing are among them.
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

    /// What undoing would take back: the reviewer's newest decision that still counts.
    package func lastUndoable(by reviewer: String) async throws -> Decision? {
        try await newest(by: reviewer) { journal in try journal.lastUndoable() }
    }

    /// The undoing that could itself be undone: the reviewer's newest one that still counts, with nothing decided since.
    package func lastRedoable(by reviewer: String) async throws -> Decision? {
        try await newest(by: reviewer) { journal in try journal.lastRedoable() }
    }

    /// How many of the reviewer's decisions could be undone one after the other.
    ///
    /// Reads all of them.
    package func undoDepth(by reviewer: String) async throws -> Int {
        try await read { try ReviewerJournal(reviewer: reviewer, database: $0).undoDepth() }
    }

    private func newest(
        by reviewer: String, _ choose: @escaping @Sendable (borrowing ReviewerJournal) throws -> Int?
    ) async throws -> Decision? {
        let path = path
        return try await read { database in
            guard let sequence = try choose(ReviewerJournal(reviewer: reviewer, database: database)) else { return nil }
            return try database.decisions(after: sequence - 1, limit: 1, in: path).first
        }
    }
}

extension Database {
    fileprivate func insert(
        _ action: Decision.Action, on sample: SampleID, _ row: Int64, by reviewer: String, at time: Timestamp
    ) throws -> Int {
        var undone: Int?
        if case .undo(let sequence) = action {
            let known = try Int.fetchOne(
                self, sql: "SELECT count(*) FROM decision WHERE id = ? AND sample = ?", arguments: [sequence, row])
            guard known == 1 else { throw DatasetError.unknownDecision(sequence, sample: sample) }
            undone = sequence
        }
        let payload = try StoredPayload(action)
        try cachedStatement(
            sql: """
                INSERT INTO decision (sample, time, reviewer, undoes, payload, hash) VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [row, time.microseconds, reviewer, undone, payload.text, payload.hash.hex])
        return Int(lastInsertedRowID)
    }
}
