import Engine
import GRDB

extension Dataset {
    /// The lines of a sample, of what it branched from and of all branches of that, in the order of the labels.
    package func family(of sample: SampleID) async throws -> [SampleSummary] {
        let relatives = try await read { database in
            _ = try SampleRow.existing(sample, in: database)
            let branches = try String.fetchAll(
                database,
                sql: """
                    SELECT branch FROM sample WHERE run = (SELECT id FROM run WHERE hash = ?) AND position = ?
                    ORDER BY branch
                    """, arguments: [sample.run.hash.hex, sample.index])
            return branches.map {
                SampleID(run: sample.run, index: sample.index, branch: BranchColumn.branch(from: $0))
            }
        }
        return try await summaries(of: relatives)
    }
}
