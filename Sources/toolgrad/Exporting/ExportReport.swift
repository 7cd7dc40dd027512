import DatasetFormats
import DatasetStore

/// What an export wrote, and what it left out.
struct ExportReport: Hashable {
    /// What was written, and how many samples were left out, on one line.
    let line: String
    /// The rows, and the reasons, a line each.
    let details: [String]

    var text: String { ([line] + details).joined(separator: "\n") }

    init(annotations count: Int, _ request: ExportRequest) {
        line =
            "\(count == 1 ? "1 rejected sample" : "\(count) rejected samples") written to "
            + "\(ToolText.line(request.folder))."
        details = []
    }

    init(_ totals: ExportTotals, of dataset: Dataset, _ request: ExportRequest) {
        let rest = totals.skipped == 0 ? "" : ", \(totals.skipped) left out (manifest/skipped.jsonl says why)"
        line =
            "\(totals.samples.samples) of \(ToolText.line(dataset.path)) written to \(ToolText.line(request.folder)) "
            + "as \(request.kind.name)\(rest)."
        details = Self.details(totals, candidates: request.options.candidates)
    }

    private static func details(_ totals: ExportTotals, candidates: Int) -> [String] {
        let kinds = RowKind.allCases.compactMap { kind in totals.kinds[kind].map { "\($0) \(kind.rawValue)" } }
        let (train, test) = (totals.rows[.train] ?? 0, totals.rows[.test] ?? 0)
        var lines = ["Rows: \(kinds.joined(separator: ", ")); \(train) to train on, \(test) to test on."]
        if !totals.reasons.isEmpty { lines.append("Left out: \(counts(totals.reasons)).") }
        if !totals.refusals.isEmpty { lines.append("Rows not made: \(counts(totals.refusals)).") }
        if totals.offeredFewer > 0 {
            lines.append(
                "\(totals.offeredFewer.rows) fewer than \(candidates) tools: there are no others to offer; "
                    + "--distractors says where they may come from.")
        }
        if totals.cutRows > 0 { lines.append("Rows with outputs that were cut: \(totals.cutRows).") }
        if totals.comparisonsLeftOut > 0 {
            lines.append(
                "Comparisons of samples left out: \(totals.comparisonsLeftOut); samples that are alike may stand on "
                    + "both sides of the split.")
        }
        return lines
    }

    private static func counts(_ counts: [String: Int]) -> String {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
            .joined(separator: ", ")
    }
}

extension Int {
    fileprivate var rows: String { self == 1 ? "1 row offers" : "\(self) rows offer" }
}
