import Engine
import GRDB
import Review

extension Dataset {
    /// How many samples a filter lets through.
    package func sampleCount(_ filter: SampleFilter = .all) async throws -> Int {
        try await read { database in
            let query: SQL = "SELECT count(*) FROM sample WHERE \(filter.condition)"
            return try SQLRequest<Int>(literal: query).fetchOne(database) ?? 0
        }
    }

    /// How many samples there are of each status; those that have none are left out.
    package func statusCounts() async throws -> [ReviewState.Status: Int] {
        try await read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT status, count(*) AS count FROM sample GROUP BY status")
            return rows.reduce(into: [:]) { counts, row in
                if let status = ReviewState.Status(rawValue: row["status"]) { counts[status] = row["count"] }
            }
        }
    }

    /// One page of a list, in the order of the labels.
    package func summaries(
        offset: Int, limit: Int, _ filter: SampleFilter = .all
    ) async throws -> [SampleSummary] {
        // The inner query walks an index alone, so that a far page costs little.
        let page: SQL = """
            SELECT id FROM sample WHERE \(filter.condition) ORDER BY number, branch LIMIT \(limit) OFFSET \(offset)
            """
        return try await read { database in
            try SQLRequest<SampleSummary>(literal: summaryQuery(where: "sample.id IN (\(page))")).fetchAll(database)
        }
    }

    /// The lines of some samples, in the order of the labels; unknown ones are left out.
    package func summaries(of samples: [SampleID]) async throws -> [SampleSummary] {
        try await read { database in
            let rows = try samples.compactMap { try SampleRow.find($0, in: database)?.id }
            let query = summaryQuery(where: "sample.id IN \(rows)")
            return try SQLRequest<SampleSummary>(literal: query).fetchAll(database)
        }
    }

    /// Which line of a list a sample is, 0 for the first; nil when the filter leaves it out.
    package func offset(of sample: SampleID, _ filter: SampleFilter = .all) async throws -> Int? {
        try await read { database in
            let row = try SampleRow.existing(sample, in: database)
            let own: SQL = "SELECT id FROM sample WHERE id = \(row.id) AND \(filter.condition)"
            guard try SQLRequest<Int64>(literal: own).fetchOne(database) != nil else { return nil }
            let before: SQL = """
                SELECT count(*) FROM sample
                WHERE (number, branch) < (\(row.number), \(row.branch)) AND \(filter.condition)
                """
            return try SQLRequest<Int>(literal: before).fetchOne(database)
        }
    }

    /// Notes how much the checks found in a sample as it stands; forgotten as soon as the sample changes.
    package func noteFindings(_ count: Int, in sample: SampleID) async throws(DatasetError) {
        try await write(.shared) { database in
            var row = try SampleRow.existing(sample, in: database)
            row.findings = count
            try row.update(database)
        }
    }
}
