import Review

/// What the checks found in many samples: a row for each check, and how many samples pass.
struct CheckReport {
    private struct Row {
        var findings: [Finding.Severity: Int] = [:]
        var samples = 0
    }

    private let failing: Finding.Severity
    private var rows: [String: Row] = [:]
    private var samples = 0
    private var passed = 0

    /// A sample fails by a finding of this severity or a worse one.
    init(failingFrom severity: Finding.Severity) {
        failing = severity
    }

    /// Whether a sample with these findings passes.
    func passes(_ findings: [Finding]) -> Bool { !findings.contains { $0.severity >= failing } }

    mutating func add(_ findings: [Finding]) {
        samples += 1
        if passes(findings) { passed += 1 }
        for (check, group) in Dictionary(grouping: findings, by: \.check) {
            rows[check, default: Row()].samples += 1
            for finding in group { rows[check]?.findings[finding.severity, default: 0] += 1 }
        }
    }

    /// The share of the samples that pass; all of none.
    var share: Double { samples == 0 ? 1 : Double(passed) / Double(samples) }

    var text: String {
        let checks = [any Check].standard.map { (name: $0.name, summary: $0.summary) } + CheckNames.acrossSamples
        let known = Set(checks.map(\.name))
        let others = rows.keys.filter { !known.contains($0) }.sorted().map { (name: $0, summary: "") }
        let table = Table(columns: ["check", "samples", "errors", "warnings", "infos", "looks for"])
            .with((checks + others).map { line(of: $0.name, $0.summary) })
        let verdict = "\(passed) of \(samples) samples pass (no finding of severity \(failing.rawValue) or worse)."
        return table.text + "\n" + verdict + "\n"
    }

    private func line(of check: String, _ summary: String) -> [String] {
        let row = rows[check] ?? Row()
        let severities: [Finding.Severity] = [.error, .warning, .info]
        return [check, "\(row.samples)"] + severities.map { "\(row.findings[$0] ?? 0)" } + [summary]
    }
}

/// Checks that look at more than one sample.
enum CheckNames {
    static let acrossSamples = [(name: "duplicate", summary: "samples that are too like an earlier one")]
}

/// Columns of text, each as wide as its widest cell.
struct Table {
    private let columns: [String]
    private var rows: [[String]] = []

    init(columns: [String]) {
        self.columns = columns
    }

    func with(_ rows: [[String]]) -> Table {
        var table = self
        table.rows += rows
        return table
    }

    /// Each line ends with a line feed.
    var text: String {
        let all = [columns] + rows
        let widths = columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
