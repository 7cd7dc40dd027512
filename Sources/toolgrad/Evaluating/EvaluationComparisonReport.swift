import Engine
import Evaluation
import Foundation
import Review

/// Two evaluations beside each other, as text.
struct EvaluationComparisonReport {
    private let comparison: EvaluationComparison

    init(_ comparison: EvaluationComparison) {
        self.comparison = comparison
    }

    /// Each line ends with a line feed.
    var text: String {
        lines(head) + "\n" + Table(columns: Self.columns).with(comparison.metrics.map(cells)).text
            + lines(["", Self.remark])
    }

    /// The same as a table of Markdown.
    var markdown: String {
        let rows = [Self.columns, Self.columns.indices.map { $0 == 0 ? "---" : "--:" }] + comparison.metrics.map(cells)
        let table = rows.map { "| \($0.map(MarkdownText.cell).joined(separator: " | ")) |" }
        return lines(head.map(MarkdownText.cell).flatMap { [$0, ""] } + table + ["", Self.remark])
    }

    private static let columns = ["metric", "A", "B", "A-B", "95% interval", "t", "p", "n", "left out"]
    private static let remark =
        "A-B in points of percent, or in points; paired t-test, two-sided; interval by resampling the differences."

    private var head: [String] {
        [
            "A  \(Self.title(of: comparison.left))", "B  \(Self.title(of: comparison.right))",
            "\(comparison.pairs.items) in both\(others)",
            "only A right: \(Self.named(comparison.rightOnlyLeft))",
            "only B right: \(Self.named(comparison.rightOnlyRight))",
        ] + comparison.judgedApart.map { "\($0.title) is not compared: A and B had not the same judge" }
            + comparison.mute.map { "\($0.title) is not compared: in A or B the judge gave no verdict at all" }
    }

    private var others: String {
        let counts = [
            (comparison.onlyLeft, "only in A"), (comparison.onlyRight, "only in B"),
            (comparison.differing.count, "with the same name, left out since they ask for other things"),
        ]
        return counts.filter { $0.0 > 0 }.map { "; \($0.0) \($0.1)" }.joined()
    }

    private func cells(_ paired: PairedComparison) -> [String] {
        let metric = paired.metric
        let (t, p) = Self.test(paired.tTest)
        return [
            metric.title, metric.text(paired.means?.left), metric.text(paired.means?.right),
            metric.difference(paired.meanDifference), metric.text(paired.interval), t, p, "\(paired.n)",
            paired.omissions.text,
        ]
    }

    private static func test(_ test: PairedTTest) -> (t: String, p: String) {
        switch test {
        case .computed(let t, let degrees, let p):
            (String(format: "%.2f (df %d)", t, degrees), p < 0.0001 ? "<0.0001" : String(format: "%.4f", p))
        case .noDifference: ("–", "1")
        case .constantDifference, .tooFew: ("–", "–")
        }
    }

    private static func title(of side: EvaluationComparison.Side) -> String {
        let right = side.items.count { $0.score.isRight }
        return "\(ToolText.line(side.name)) (\(side.study.map { "study \($0)" } ?? "a file")), \(right) of "
            + "\(side.items.count.items) right"
    }

    private static func named(_ ids: [String]) -> String {
        guard !ids.isEmpty else { return "none" }
        let more = ids.count > 5 ? ", …" : ""
        return "\(ids.count) (\(ids.prefix(5).map(ToolText.line).joined(separator: ", "))\(more))"
    }

    private func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
