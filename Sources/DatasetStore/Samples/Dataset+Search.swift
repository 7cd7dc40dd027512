import Engine
import GRDB

extension Dataset {
    /// The samples whose query or response, as they count, has words that begin with each word of the text; best first.
    package func search(_ text: String, limit: Int = 1_000) async throws -> [SampleID] {
        guard let pattern = FTS5Pattern(matchingAllPrefixesIn: text) else { return [] }
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT run.hash AS run, sample.position, sample.branch FROM sample_text
                    JOIN sample ON sample.id = sample_text.rowid JOIN run ON run.id = sample.run
                    WHERE sample_text MATCH ? ORDER BY sample_text.rank, sample.number, sample.branch LIMIT ?
                    """, arguments: [pattern, limit]
            ).map(SampleID.init)
        }
    }
}
