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
            let order = Order(sample: sample, action: action, reviewer: reviewer, time: time, bulk: nil)
            return try order.carryOut(in: database, path: path)
        }
    }

    /// Adds decisions to the journal that are undone as one, in one commit: all of them or none.
    ///
    /// - Returns: The decisions in the order of the orders, with the number of the first as their `bulk`; a single one
    ///   has none.
    /// - Throws: As ``decide(_:_:by:at:)`` does, for the first order that cannot be carried out.
    package func decide(
        _ orders: [(SampleID, Decision.Action)], by reviewer: String, at time: Timestamp
    ) async throws(DatasetError) -> [Decision] {
        guard !orders.isEmpty else { return [] }
        let path = path
        return try await write(.alone) { database in
            let first = (try Int.fetchOne(database, sql: "SELECT max(id) FROM decision") ?? 0) + 1
            return try orders.map { sample, action in
                let bulk = orders.count > 1 ? first : nil
                let order = Order(sample: sample, action: action, reviewer: reviewer, time: time, bulk: bulk)
                return try order.carryOut(in: database, path: path)
            }
        }
    }
}

/// A decision that is about to be made.
private struct Order: Sendable {
    let sample: SampleID
    let action: Decision.Action
    let reviewer: String
    let time: Timestamp
    let bulk: Int?

    func carryOut(in database: Database, path: String) throws -> Decision {
        let row = try SampleRow.existing(sample, in: database)
        let sequence = try insert(on: row.id, in: database)
        try row.followingDecision(on: sample, in: database, path: path).save(after: row, in: database)
        return Decision(
            sequence: sequence, time: time, reviewer: reviewer, sample: sample, action: action, bulk: bulk)
    }

    private func insert(on row: Int64, in database: Database) throws -> Int {
        let payload = try StoredPayload(action)
        try database.keep(payload.outputs, mentionedBy: row)
        // The first of a bulk names itself, and no row can be changed afterwards.
        let sequence = (try Int.fetchOne(database, sql: "SELECT max(id) FROM decision") ?? 0) + 1
        try database.cachedStatement(
            sql: """
                INSERT INTO decision (id, sample, time, reviewer, undoes, payload, hash, bulk)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            sequence, row, time.microseconds, reviewer, try undone(on: row, in: database), payload.text,
            payload.hash.hex, bulk,
        ])
        return sequence
    }

    private func undone(on row: Int64, in database: Database) throws -> Int? {
        guard case .undo(let sequence) = action else { return nil }
        let known = try database.cachedStatement(sql: "SELECT count(*) FROM decision WHERE id = ? AND sample = ?")
        guard try Int.fetchOne(known, arguments: [sequence, row]) == 1 else {
            throw DatasetError.unknownDecision(sequence, sample: sample)
        }
        return sequence
    }
}

extension SampleRow {
    /// The row after a decision that is stored already.
    fileprivate func followingDecision(
        on sample: SampleID, in database: Database, path: String
    ) throws -> SampleRow {
        let decisions = try database.decisions(of: sample, id, in: path)
        return try following(decisions, after: ReviewState(decisions.dropLast()), on: sample, in: database, path: path)
    }

    /// The row with these decisions, which are stored already, where there was another state before.
    func following(
        _ decisions: [Decision], after old: ReviewState, on sample: SampleID, in database: Database, path: String
    ) throws -> SampleRow {
        let review = ReviewState(decisions)
        var row = self
        row.apply(review)
        if reworked || row.reworked || !counted {
            row = try recounted(sample, in: database, path: path)
        } else {
            try database.setReview(review, by: decisions, of: id)
        }
        if review.edits != old.edits { row.forgetFindings() }
        return row
    }
}
