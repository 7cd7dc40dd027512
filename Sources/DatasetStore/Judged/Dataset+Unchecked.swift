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
}
