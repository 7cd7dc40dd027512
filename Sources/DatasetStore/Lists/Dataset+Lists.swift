import Engine
import GRDB
import Review

extension Dataset {
    /// How many samples a filter lets through.
    package func sampleCount(_ filter: Filter = .everything) async throws -> Int {
        try await read { try SampleList(filter).count(in: $0) }
    }

    /// How many samples of each status a filter lets through; statuses that have none are left out.
    package func statusCounts(_ filter: Filter = .everything) async throws -> [ReviewState.Status: Int] {
        try await read { try SampleList(filter).statusCounts(in: $0) }
    }

    /// One page of a list.
    package func summaries(
        offset: Int, limit: Int, _ filter: Filter = .everything, sort: Sort = .standard
    ) async throws -> [SampleSummary] {
        let list = SampleList(filter, sort)
        return try await read { try $0.summaries(of: list.page(offset: offset, limit: limit, in: $0)) }
    }

    /// The lines of some samples, in the order of the labels; unknown ones are left out.
    package func summaries(of samples: [SampleID]) async throws -> [SampleSummary] {
        try await read { database in
            let rows = try samples.compactMap { try SampleRow.find($0, in: database)?.id }
            return try database.summaries(of: rows).sorted { $0.label < $1.label }
        }
    }

    /// The samples of a list, at most `limit`.
    package func ids(
        matching filter: Filter, sort: Sort = .standard, limit: Int = .max
    ) async throws -> [SampleID] {
        let list = SampleList(filter, sort)
        return try await read { database in
            try list.page(offset: 0, limit: limit, in: database).compactMap { try database.sample($0) }
        }
    }

    /// Which line of a list a sample is, 0 for the first; nil when the filter leaves it out.
    package func offset(
        of sample: SampleID, _ filter: Filter = .everything, sort: Sort = .standard
    ) async throws -> Int? {
        let list = SampleList(filter, sort)
        return try await read { database in
            try list.offset(of: try SampleRow.existing(sample, in: database).id, in: database)
        }
    }
}

extension Database {
    /// The lines with these row numbers, in their order.
    fileprivate func summaries(of rows: [Int64]) throws -> [SampleSummary] {
        let query = summaryQuery(where: "sample.id IN \(rows)")
        let found = try SQLRequest<Row>(literal: query).fetchAll(self)
        let byRow = try Dictionary(uniqueKeysWithValues: found.map { ($0["id"] as Int64, try SampleSummary(row: $0)) })
        return rows.compactMap { byRow[$0] }
    }

    /// The sample with a row number.
    func sample(_ row: Int64) throws -> SampleID? {
        let statement = try cachedStatement(
            sql: """
                SELECT run.hash AS run, sample.position, sample.branch FROM sample JOIN run ON run.id = sample.run
                WHERE sample.id = ?
                """)
        return try Row.fetchOne(statement, arguments: [row]).map(SampleID.init)
    }
}
