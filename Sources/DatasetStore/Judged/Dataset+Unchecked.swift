import Engine
import GRDB
import Review

extension Dataset {
    /// Those of ``samplesWithoutFindings(limit:)`` that a filter lets through.
    package func samplesWithoutFindings(_ filter: Filter) async throws -> [SampleID] {
        let query: SQL = """
            SELECT run.hash AS run, sample.position, sample.branch FROM sample JOIN run ON run.id = sample.run
            WHERE sample.findings IS NULL AND sample.growth > 0 AND sample.id IN (\(SampleList(filter).rows))
            ORDER BY sample.number, sample.branch
            """
        return try await read { database in
            try SQLRequest<Row>(literal: query).fetchAll(database).map(SampleID.init)
        }
    }

    /// Those of ``samplesWithoutFindings(limit:)`` that a filter keeps back, and of which one that it lets through may be
    /// a repetition: they stand before the last of these.
    package func samplesWithoutFindings(before filter: Filter) async throws -> [SampleID] {
        let last: SQL = """
            SELECT number, branch FROM sample WHERE id IN (\(SampleList(filter).rows))
            ORDER BY number DESC, branch DESC LIMIT 1
            """
        let query: SQL = """
            SELECT run.hash AS run, sample.position, sample.branch FROM sample JOIN run ON run.id = sample.run
            WHERE sample.findings IS NULL AND sample.growth > 0 AND (sample.number, sample.branch) < (\(last))
            AND sample.id IN (\(SampleList(.not(filter)).rows)) ORDER BY sample.number, sample.branch
            """
        return try await read { database in
            try SQLRequest<Row>(literal: query).fetchAll(database).map(SampleID.init)
        }
    }
}
