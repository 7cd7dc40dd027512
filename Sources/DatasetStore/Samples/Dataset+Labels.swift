import Engine
import GRDB

extension Dataset {
    /// The label of a sample; it never changes.
    package func label(of sample: SampleID) async throws -> SampleLabel {
        try await read { database in
            let row = try SampleRow.existing(sample, in: database)
            return SampleLabel(number: row.number, branch: sample.branch)
        }
    }

    /// The sample that a label names; nil when there is none.
    package func sample(labelled label: SampleLabel) async throws -> SampleID? {
        try await read { try $0.sample(labelled: label) }
    }

    /// How many branches a sample has; the next one is the number after it.
    package func branchCount(of sample: SampleID) async throws -> Int {
        try await read { database in
            let row = try SampleRow.existing(sample, in: database)
            let prefix = row.branch.isEmpty ? "" : row.branch + "."
            return try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM sample WHERE number = ? AND length(branch) = ? AND substr(branch, 1, ?) = ?
                    """, arguments: [row.number, prefix.count + 5, prefix.count, prefix]) ?? 0
        }
    }
}

extension Database {
    /// The sample that a label names; nil when there is none.
    func sample(labelled label: SampleLabel) throws -> SampleID? {
        try Row.fetchOne(
            self,
            sql: """
                SELECT run.hash AS run, sample.position, sample.branch
                FROM sample JOIN run ON run.id = sample.run WHERE sample.number = ? AND sample.branch = ?
                """, arguments: [label.number, BranchColumn.text(of: label.branch)]
        ).map(SampleID.init)
    }
}
