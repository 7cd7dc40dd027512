import Engine
import GRDB

extension SampleRow {
    /// The row of a sample; nil for one that the dataset does not have.
    static func find(_ sample: SampleID, in database: Database) throws -> SampleRow? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT sample.* FROM sample JOIN run ON run.id = sample.run
                WHERE run.hash = ? AND sample.position = ? AND sample.branch = ?
                """)
        return try SampleRow.fetchOne(
            statement, arguments: [sample.run.hash.hex, sample.index, BranchColumn.text(of: sample.branch)])
    }

    /// The row of a sample that must be there.
    static func existing(_ sample: SampleID, in database: Database) throws -> SampleRow {
        guard let row = try find(sample, in: database) else { throw DatasetError.unknownSample(sample) }
        return row
    }

    /// The row of a sample, begun if this is the first that is heard of it.
    static func findOrBegin(_ sample: SampleID, in database: Database) throws -> SampleRow {
        if let row = try find(sample, in: database) { return row }
        guard let run = try RunRow.find(sample.run, in: database) else { throw DatasetError.unknownRun(sample.run) }
        let number = try number(for: sample, of: run, in: database)
        var row = SampleRow(
            id: 0, run: run.id, position: sample.index, branch: BranchColumn.text(of: sample.branch), number: number)
        row.id = try (Int64.fetchOne(database, sql: "SELECT max(id) FROM sample") ?? 0) + 1
        try row.insert(database)
        return row
    }

    /// The number that a new sample is called by.
    ///
    /// A branch has the number of what it branched from. The samples of a run have a row of numbers to themselves, so
    /// that growing them in another order gives the same labels; one beyond those that were asked for gets the next
    /// free one.
    private static func number(for sample: SampleID, of run: RunRow, in database: Database) throws -> Int {
        if !sample.branch.isEmpty {
            let root = SampleID(run: sample.run, index: sample.index)
            if let row = try find(root, in: database) { return row.number }
        }
        if (1...max(1, run.reserved)).contains(sample.index), run.reserved > 0 { return run.base + sample.index }
        return try RunRow.lastNumber(in: database) + 1
    }

    /// Puts the texts that count into the search index in place of the old ones.
    func index(in database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM sample_text WHERE rowid = ?").execute(arguments: [id])
        let texts = effectiveTexts
        try database.cachedStatement(sql: "INSERT INTO sample_text (rowid, query, response) VALUES (?, ?, ?)")
            .execute(arguments: [id, texts[0], texts[1]])
    }
}
