import DatasetStore
import DisplaySafety
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
    /// The samples that have a verdict, by judged check.
    private var verdicts: [JudgedCheck: Int] = [:]
    private var judges: Set<String> = []
    private var judged = 0
    private var stale = 0

    /// A sample fails by a finding of this severity or a worse one.
    init(failingFrom severity: Finding.Severity) {
        failing = severity
    }

    /// Whether a sample with these findings passes.
    func passes(_ findings: [Finding]) -> Bool { !findings.contains { $0.severity >= failing } }

    mutating func add(_ checked: CheckedSample) {
        samples += 1
        if passes(checked.findings) { passed += 1 }
        for (check, group) in Dictionary(grouping: checked.findings, by: \.check) {
            rows[check, default: Row()].samples += 1
            for finding in group { rows[check]?.findings[finding.severity, default: 0] += 1 }
        }
        switch checked.judged {
        case .never: break
        case .stale: stale += 1
        case .judged(let stored):
            judged += 1
            judges.insert(stored.model)
            for verdict in stored.judgement.verdicts { verdicts[verdict.check, default: 0] += 1 }
        }
    }

    /// The share of the samples that pass; nil where there are none.
    var share: Double? { samples == 0 ? nil : Double(passed) / Double(samples) }
}

extension CheckReport {
    var text: String {
        guard samples > 0 else { return "No sample matched, so there is nothing to check.\n" }
        let table = Table(columns: ["check", "by", "samples", "errors", "warnings", "infos", "–", "looks for"])
            .with(computed + JudgedCheck.allCases.map(line))
        let verdict = "\(passed) of \(samples) samples pass (no finding of severity \(failing.rawValue) or worse)."
        let infos = rows.values.contains { ($0.findings[.info] ?? 0) > 0 }
        let note =
            infos ? ["Infos are told here, by --json and to --gate info; filters and the screen have the rest."] : []
        return table.text + ([verdict] + note + judging).map { $0 + "\n" }.joined()
    }

    /// The checks that need no model; nothing is left unjudged by them.
    private var computed: [[String]] {
        let checks = [any Check].standard.map { (name: $0.name, summary: $0.summary) } + CheckNames.acrossSamples
        let known = Set(checks.map(\.name) + JudgedCheck.allCases.map(\.name))
        let others = rows.keys.filter { !known.contains($0) }.sorted().map { (name: $0, summary: "") }
        return (checks + others).map { check in
            [check.name, Finding.Origin.lint.rawValue] + numbers(of: check.name) + ["0", check.summary]
        }
    }

    /// A judged check that has no verdict at all has no numbers either.
    private func line(of check: JudgedCheck) -> [String] {
        let verdicts = verdicts[check] ?? 0
        let shown = numbers(of: check.name).map { verdicts > 0 ? $0 : "–" }
        return [check.name, Finding.Origin.llm.rawValue] + shown + ["\(samples - verdicts)", check.summary]
    }

    private func numbers(of check: String) -> [String] {
        let row = rows[check] ?? Row()
        let severities: [Finding.Severity] = [.error, .warning, .info]
        return ["\(row.samples)"] + severities.map { "\(row.findings[$0] ?? 0)" }
    }

    private var judging: [String] {
        let names = judges.sorted().map { SafeText($0).plain }.joined(separator: ", ")
        let whole =
            judged == 0
            ? "No sample has a verdict of a model (llm): toolgrad check --judge --model NAME asks one."
            : "\(judged) of \(samples) samples have the verdict of a model (llm): \(names)."
        return [whole]
            + (stale > 0 ? ["\(stale.samples) edited since a model judged: no longer counted as judged."] : [])
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
