import Engine
import GRDB
import Review

extension Dataset {
    /// Notes what the checks found in a sample as it stands; forgotten as soon as the sample changes.
    ///
    /// That it repeats an earlier sample is found out here, and noted beside them; see ``earlierAlike(to:)``.
    package func note(_ findings: [Finding], in sample: SampleID) async throws(DatasetError) {
        let path = path
        try await write(.shared) { database in
            let row = try SampleRow.existing(sample, in: database)
            try database.note(findings, in: row, of: sample, path: path)
        }
    }

    /// Notes what the checks found in what was read of a sample, unless it has changed since; false then.
    @discardableResult
    package func note(_ findings: [Finding], in reading: SampleReading) async throws(DatasetError) -> Bool {
        let decisions = reading.decisions.count
        let path = path
        return try await write(.shared) { database in
            let row = try SampleRow.existing(reading.sample.id, in: database)
            let known = try database.cachedStatement(sql: "SELECT count(*) FROM decision WHERE sample = ?")
            guard row.events == reading.lastEvent, try Int.fetchOne(known, arguments: [row.id]) == decisions else {
                return false
            }
            try database.note(findings, in: row, of: reading.sample.id, path: path)
            return true
        }
    }

    /// Finished samples that the checks have not looked at as they stand, in the order of the labels.
    ///
    /// A sample comes back when an earlier one turns out to be like it.
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
    fileprivate func note(_ findings: [Finding], in row: SampleRow, of sample: SampleID, path: String) throws {
        var noted = row.counted ? row : try row.recounted(sample, in: self, path: path)
        let original = try list(noted, sample, path: path)
        noted.alike = original?.row
        // What the caller saw of other samples may be old by now.
        let known = findings.filter { $0.check != Likeness.check } + [original?.alike.finding].compactMap(\.self)
        let kinds = known.map(FindingKind.init)
        noted.findings = kinds.count
        noted.doubts = kinds.count { $0.severity == .warning }
        try noted.save(after: row, in: self)
        try forgetFindings(in: row.id)
        for (label, group) in Dictionary(grouping: kinds, by: \.underReason) {
            try insert(label, count: group.count, into: "sample_finding", "reason", of: row.id)
        }
        for (label, group) in Dictionary(grouping: kinds, by: \.underCheck) {
            try insert(label, count: group.count, into: "sample_check", "name", of: row.id)
        }
    }

    private func insert(
        _ label: FindingKind.Label, count: Int, into table: String, _ column: String, of sample: Int64
    ) throws {
        try cachedStatement(sql: "INSERT INTO \(table) (\(column), sample, severity, count) VALUES (?, ?, ?, ?)")
            .execute(arguments: [label.text, sample, label.severity.rawValue, count])
    }

    func forgetFindings(in sample: Int64) throws {
        for table in ["sample_finding", "sample_check"] {
            try cachedStatement(sql: "DELETE FROM \(table) WHERE sample = ?").execute(arguments: [sample])
        }
    }
}

/// What lists ask of a finding.
private struct FindingKind {
    let reason: Reason
    let check: String
    let severity: Finding.Severity

    struct Label: Hashable {
        let text: String
        let severity: Finding.Severity
    }

    var underReason: Label { Label(text: reason.rawValue, severity: severity) }
    var underCheck: Label { Label(text: check.withoutNul, severity: severity) }
}

extension FindingKind {
    fileprivate init(_ finding: Finding) {
        self.init(reason: finding.reason, check: finding.check, severity: finding.severity)
    }
}
