import Engine
import GRDB
import Review

extension Dataset {
    /// Notes what the checks found in a sample as it stands; forgotten as soon as the sample changes.
    package func note(_ findings: [Finding], in sample: SampleID) async throws(DatasetError) {
        try await write(.shared) { database in
            try database.note(findings, in: try SampleRow.existing(sample, in: database))
        }
    }

    /// Notes what the checks found in what was read of a sample, unless it has changed since; false then.
    @discardableResult
    package func note(_ findings: [Finding], in reading: SampleReading) async throws(DatasetError) -> Bool {
        let decisions = reading.decisions.count
        return try await write(.shared) { database in
            let row = try SampleRow.existing(reading.sample.id, in: database)
            let known = try database.cachedStatement(sql: "SELECT count(*) FROM decision WHERE sample = ?")
            guard row.events == reading.lastEvent, try Int.fetchOne(known, arguments: [row.id]) == decisions else {
                return false
            }
            try database.note(findings, in: row)
            return true
        }
    }

    /// Finished samples that the checks have not looked at as they stand, in the order of the labels.
    package func samplesWithoutFindings(limit: Int) async throws -> [SampleID] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT run.hash AS run, sample.position, sample.branch FROM sample JOIN run ON run.id = sample.run
                    WHERE sample.findings IS NULL AND sample.growth > 0 ORDER BY sample.number, sample.branch LIMIT ?
                    """, arguments: [limit]
            ).map(SampleID.init)
        }
    }
}

extension Database {
    fileprivate func note(_ findings: [Finding], in row: SampleRow) throws {
        var noted = row
        noted.findings = findings.count
        noted.doubts = findings.count { $0.severity == .warning }
        try noted.save(after: row, in: self)
        try forgetFindings(in: row.id)
        for (kind, group) in Dictionary(grouping: findings, by: FindingKind.init) {
            try cachedStatement(
                sql: "INSERT INTO sample_finding (reason, sample, severity, count) VALUES (?, ?, ?, ?)"
            ).execute(arguments: [kind.reason.rawValue, row.id, kind.severity.rawValue, group.count])
        }
    }

    func forgetFindings(in sample: Int64) throws {
        try cachedStatement(sql: "DELETE FROM sample_finding WHERE sample = ?").execute(arguments: [sample])
    }
}

private struct FindingKind: Hashable {
    let reason: Reason
    let severity: Finding.Severity

    init(_ finding: Finding) {
        reason = finding.reason
        severity = finding.severity
    }
}
