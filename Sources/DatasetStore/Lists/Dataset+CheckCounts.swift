import Engine
import GRDB
import Review

/// In how many samples a check found something.
package struct CheckCount: Hashable, Sendable {
    package let check: String
    package let severity: Finding.Severity
    /// Each counts once, however much was found in it.
    package let samples: Int

    package init(check: String, severity: Finding.Severity, samples: Int) {
        self.check = check
        self.severity = severity
        self.samples = samples
    }
}

extension Dataset {
    /// How many of the samples that a filter lets through have findings, by check and severity; none where there are
    /// none.
    ///
    /// Only what was noted counts; see ``samplesWithoutFindings(limit:)``.
    package func checkCounts(_ filter: Filter = .everything) async throws -> [CheckCount] {
        let some: SQL = filter == .everything ? "1" : "sample IN (\(SampleList(filter).rows))"
        let query: SQL = """
            SELECT name, severity, count(*) AS samples FROM sample_check WHERE \(some)
            GROUP BY name, severity ORDER BY name, severity
            """
        return try await read { database in
            try SQLRequest<Row>(literal: query).fetchAll(database).compactMap { row in
                Finding.Severity(rawValue: row["severity"]).map {
                    CheckCount(check: row["name"], severity: $0, samples: row["samples"])
                }
            }
        }
    }
}
