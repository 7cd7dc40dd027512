import DisplaySafety
import Engine
import Evaluation

/// One item of an evaluation as text: the truth beside the prediction, and what is wrong.
struct EvaluatedItemReport {
    private let item: EvaluatedItem

    init(_ item: EvaluatedItem) {
        self.item = item
    }

    /// Each line ends with a line feed.
    var text: String {
        let sections = [
            [
                "\(SafeText(item.id).plain)   \(item.truth.category.rawValue)   \(item.score.isRight ? "right" : "wrong")"
            ],
            section("Query", [item.truth.query]),
            section("Offered", [item.truth.offered.map(\.text).joined(separator: ", ")]),
            section("Calls of the truth", truth), section("Calls of the prediction", predicted),
            section("Response of the truth", [item.truth.response]),
            section("Response of the prediction", [item.prediction?.response ?? ""]),
            section("Mistakes", item.score.mistakes.map { "\($0.title): \($0.sentence)" }),
            section("Figures", figures), quality, solved,
        ]
        return sections.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        let shown = lines.filter { !$0.isEmpty }.flatMap { SafeText($0).lines.map(\.plain) }
        return [title] + (shown.isEmpty ? ["  none"] : shown.map { "  " + $0 })
    }

    private var truth: [String] {
        item.truth.calls.enumerated().map { "\($0 + 1). \($1.tool)(\($1.arguments.compactText))" }
    }

    private var predicted: [String] {
        (item.prediction?.calls ?? []).enumerated().map { place, call in
            "\(place + 1). \(call.name)(\(call.arguments))   \(call.endingWords)"
        }
    }

    private var figures: [String] {
        Metric.allCases.compactMap { metric in
            item.score.figures[metric].map { "\(metric.title) \(metric.text($0))" }
        }
    }

    private var quality: [String] {
        judgement(item.judged) { verdict in
            verdict.requests.map { "\(Metric.quality.text($0.score))  \($0.request): \($0.reason)" }
        }
    }

    private var solved: [String] {
        judgement(item.solved) { ["\($0.verdict.rawValue)  \($0.reason)"] }
    }

    private func judgement<Verdict>(
        _ judged: EvaluatedItem.Judged<Verdict>?, _ words: (Verdict) -> [String]
    ) -> [String] {
        guard let judged else { return [] }
        let lines =
            switch judged.outcome {
            case .unjudged(let reason), .inconclusive(let reason): ["no verdict: \(reason)"]
            case .judged(let verdict): words(verdict)
            }
        return section("Judged by \(SafeText("\(judged.judge)").plain)", lines)
    }
}

extension EvaluatedItem {
    /// The item for machines.
    var json: JSON {
        get throws { try JSON(encoding: self) }
    }
}
