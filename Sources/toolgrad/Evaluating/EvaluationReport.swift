import Engine
import Evaluation
import Review

/// The figures of an evaluation as text.
struct EvaluationReport {
    private let result: EvaluationResult
    private static let mostNamed = 10

    init(_ result: EvaluationResult) {
        self.result = result
    }

    /// Each line ends with a line feed.
    var text: String {
        let head = lines([title] + notes)
        guard !result.items.isEmpty else { return head }
        return head + "\n" + overall.text + lines(["What each figure is: --markdown."]) + categories + wrong
            + lines(["", spent])
    }

    private var title: String {
        let figures = result.figures
        let rest = result.items.count < result.count ? " so far, \(result.count - result.items.count) not done" : ""
        return "\(ToolText.line(result.name))   study \(result.study)   \(figures.right) of \(figures.items.items) "
            + "right\(rest)"
    }

    private var notes: [String] {
        var notes: [String] = []
        if result.figures.withoutPrediction > 0 {
            notes.append("\(result.figures.withoutPrediction) without a whole prediction, which count as wrong.")
        }
        notes += unanswered
        return notes + judges
    }

    private var judges: [String] {
        func sentence(_ what: String, _ judge: JudgeIdentity?, without verdicts: MissingVerdicts) -> [String] {
            guard let judge else { return [] }
            let gaps = [verdicts.words(of: "item"), verdicts.advice(option)].compactMap(\.self)
            return [(["\(what) judged by \(ToolText.line("\(judge)"))"] + gaps).joined(separator: "; ") + "."]
        }
        let others = result.judges.others.sorted { $0.key.description < $1.key.description }.map { judge, items in
            "\(items.items) judged by \(ToolText.line("\(judge)")) left out of that: two judges make no mean."
        }
        return sentence("Responses", result.judges.quality, without: result.judges.missingGrades)
            + sentence("Solved as", result.judges.solved, without: result.judges.missingDecisions) + others + stored
    }

    /// What has the judge asked again that did not answer.
    private var option: String {
        switch result.judging {
        case .asked: "--retry-failed"
        case .notAsked: "--judge-model with --retry-failed"
        }
    }

    private var stored: [String] {
        switch result.judging {
        case .asked: []
        case .notAsked:
            result.judges.quality == nil && result.judges.solved == nil
                ? [] : ["No judge was asked this time; the verdicts are those that are stored."]
        }
    }

    private var unanswered: [String] {
        guard result.unanswered > 0 else { return [] }
        return [result.unanswered.withoutAnswer(result.unanswered.items) + "."]
    }

    private var overall: Table {
        let figures = result.figures.overall
        return Table(columns: ["metric", "mean", "95% interval", "n", "left out"]).with(
            Metric.allCases.compactMap { metric in
                guard let figure = figures[metric], isShown(metric, figure) else { return nil }
                return [
                    metric.title, metric.text(figure.mean), metric.text(figure.interval), "\(figure.n)",
                    figure.omissions.text,
                ]
            })
    }

    /// Without a value there is nothing to show, but that a judge was asked for it.
    private func isShown(_ metric: Metric, _ figure: MetricFigure) -> Bool {
        figure.n > 0 || result.judges.mute.contains(metric)
    }

    /// A column for each category, where there are several; a figure of fewer items says of how many.
    private var categories: String {
        let present = Truth.Category.allCases.filter { result.figures.byCategory[$0] != nil }
        guard present.count > 1 else { return "" }
        let counts = present.map { category in result.items.count { $0.truth.category == category } }
        let columns = zip(present, counts).map { "\($0.rawValue) (\($1))" }
        let rows = Metric.allCases.compactMap { metric -> [String]? in
            let figures = present.map { result.figures.byCategory[$0]?[metric] }
            guard figures.contains(where: { ($0?.n ?? 0) > 0 }) else { return nil }
            return [metric.title]
                + zip(figures, counts).map { figure, count in
                    guard let figure, figure.n > 0 else { return "–" }
                    return metric.text(figure.mean) + (figure.n == count ? "" : " (\(figure.n))")
                }
        }
        return "\n" + Table(columns: ["by category"] + columns).with(rows).text
    }

    private var wrong: String {
        let wrong = result.wrong
        guard !wrong.isEmpty else { return "" }
        let named = wrong.prefix(Self.mostNamed).map { item in
            let more = item.score.mistakes.count > 1 ? " (and \(item.score.mistakes.count - 1) more)" : ""
            let first = item.score.mistakes.first?.sentence ?? ""
            return "  \(item.id)  \(ToolText.line(first, atMost: 100))\(more)"
        }
        let rest =
            wrong.count > Self.mostNamed ? ["  … and \(wrong.count - Self.mostNamed) more; --json names them all"] : []
        return lines(
            ["", "\(wrong.count.items) wrong; toolgrad evaluate --show ITEM has all of one:"] + named + rest)
    }

    private var spent: String {
        let spending = result.spending
        guard spending.modelCalls > 0 else {
            let calls = spending.toolCalls == 1 ? "1 tool call" : "\(spending.toolCalls.withCommas) tool calls"
            return spending.toolCalls > 0 ? "\(took) no model calls, \(calls)." : "No model was asked."
        }
        let cost = spending.cost.map { "\($0)" } ?? "a cost that is not known, since no price is set"
        return "\(took) \(spending.modelCalls.withCommas) model calls, \(spending.toolCalls.withCommas) tool calls, "
            + "\(spending.tokens.withCommas) tokens, \(cost)."
    }

    /// An evaluation's cost is that of all of its items, whenever they were answered.
    private var took: String {
        switch result.answeredBefore {
        case 0: "Took"
        case result.items.count: "Took (answered before):"
        case let count: "Took (\(count.items) answered before):"
        }
    }

    private func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}

extension EvaluationReport {
    /// The figures as a table of Markdown, with what each means.
    var markdown: String {
        let figures = result.figures.overall
        let rows = Metric.allCases.compactMap { metric -> String? in
            guard let figure = figures[metric], isShown(metric, figure) else { return nil }
            let cells = [
                metric.title, metric.text(figure.mean), metric.text(figure.interval), "\(figure.n)",
                figure.omissions.text, metric.meaning,
            ]
            return "| \(cells.map(MarkdownText.cell).joined(separator: " | ")) |"
        }
        let heading = "### \(MarkdownText.cell(ToolText.line(result.name)))"
        let table = [
            "| metric | mean | 95% interval | n | left out | meaning |", "| --- | --: | --: | --: | --- | --- |",
        ]
        let notes = (unanswered + judges).flatMap { [MarkdownText.cell($0), ""] }
        return lines([heading, "", title, ""] + notes + table + rows + ["", spent])
    }
}

/// Text within a table of Markdown.
enum MarkdownText {
    static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
