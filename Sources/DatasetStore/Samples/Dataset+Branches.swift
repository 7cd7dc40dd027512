import Engine
import GRDB

extension Dataset {
    /// Begins a branch of a sample: stores its first event under the next free number of the sample's branches.
    ///
    /// The number is found and taken in one transaction, so that two processes never get the same one.
    ///
    /// - Throws: ``DatasetError/unknownSample(_:)`` when the dataset does not have the sample.
    package func beginBranch(
        of parent: SampleID, with event: RunEvent, at time: Timestamp
    ) async throws(DatasetError) -> RecordedEvent {
        let payload: StoredPayload
        do { payload = try StoredPayload(event) } catch { throw DatasetError(error, at: path) }
        let path = path
        return try await write(.alone) { database in
            let branch = try database.nextBranch(of: parent)
            let first = RecordedEvent(sample: branch, number: 1, time: time, event: event)
            try database.add(first, payload, path: path)
            return first
        }
    }

    /// The branches of a run that have begun and not ended, in the order of their labels.
    package func unfinishedBranches(of run: RunID) async throws -> [SampleID] {
        try await branches(of: run, where: "sample.phase <> 'finished'")
    }

    /// The branches of a run that have ended, in the order of their labels.
    package func finishedBranches(of run: RunID) async throws -> [SampleID] {
        try await branches(of: run, where: "sample.phase = 'finished'")
    }

    private func branches(of run: RunID, where condition: SQL) async throws -> [SampleID] {
        let query: SQL = """
            SELECT run.hash AS run, sample.position, sample.branch FROM sample JOIN run ON run.id = sample.run
            WHERE run.hash = \(run.hash.hex) AND sample.branch <> '' AND \(condition)
            ORDER BY sample.number, sample.branch
            """
        return try await read { database in
            try SQLRequest<Row>(literal: query).fetchAll(database).map { SampleID($0) }
        }
    }
}

extension Database {
    /// The branch after the last one of a sample, whether or not those before it are all there.
    fileprivate func nextBranch(of parent: SampleID) throws -> SampleID {
        let row = try SampleRow.existing(parent, in: self)
        let prefix = row.branch.isEmpty ? "" : row.branch + "."
        let children = try String.fetchAll(
            self,
            sql: """
                SELECT branch FROM sample
                WHERE run = ? AND position = ? AND substr(branch, 1, ?) = ? AND branch <> ''
                """,
            arguments: [row.run, row.position, prefix.count, prefix])
        let depth = parent.branch.count
        let taken = children.map(BranchColumn.branch(from:)).filter { $0.count > depth }.map { $0[depth] }
        return SampleID(run: parent.run, index: parent.index, branch: parent.branch + [(taken.max() ?? 0) + 1])
    }
}
