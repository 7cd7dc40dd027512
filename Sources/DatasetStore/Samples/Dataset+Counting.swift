import Engine
import GRDB

extension Dataset {
    /// Counts samples of a file that an older version wrote, so that filters and orders see all of them.
    ///
    /// Newer samples are counted as they grow. Each call is one commit; call it until it returns 0.
    ///
    /// - Returns: How many samples were counted, at most `limit`.
    @discardableResult
    package func indexMissing(limit: Int = 100) async throws(DatasetError) -> Int {
        let path = path
        return try await write(.alone) { try $0.countMissing(limit: limit, path: path) }
    }
}

extension Database {
    /// Counts samples that an older version wrote, in the order of the labels, and says how many.
    @discardableResult
    func countMissing(limit: Int, path: String) throws -> Int {
        let missing = try Row.fetchAll(
            self,
            sql: """
                SELECT run.hash AS run, sample.position, sample.branch FROM sample JOIN run ON run.id = sample.run
                WHERE sample.counted = 0 ORDER BY sample.number, sample.branch LIMIT ?
                """, arguments: [limit]
        ).map(SampleID.init)
        for sample in missing { try count(sample, path: path) }
        return missing.count
    }

    private func count(_ sample: SampleID, path: String) throws {
        let row = try SampleRow.existing(sample, in: self)
        do {
            try row.recounted(sample, in: self, path: path).save(after: row, in: self)
        } catch DatasetError.damaged {
            // It stays in the lists with what is known of it; whoever opens it is told.
            try cachedStatement(sql: "UPDATE sample SET counted = 1 WHERE id = ?").execute(arguments: [row.id])
        }
    }
}
