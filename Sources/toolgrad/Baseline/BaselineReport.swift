import DisplaySafety
import Engine
import Evaluation
import Foundation
import Review

/// What a baseline came to, as text.
struct BaselineReport {
    let run: String
    let figures: BaselineFigures
    let requested: Int
    let writing: WritingReport
    /// Nil where no judge was asked.
    let judging: BaselineJudging.Report?
    /// What was spent that no sample has.
    var unfinished = Spending()

    /// Each line ends with a line feed.
    var text: String {
        let width = (rows.map(\.title.count).max() ?? 0) + 2
        let lines = rows.map { row in
            "  \(row.title.padding(toLength: width, withPad: " ", startingAt: 0))\(row.value)"
        }
        return ([run] + lines + problems + retry + gaps + dropped).map { SafeText($0).plain + "\n" }.joined()
    }

    private typealias Row = (title: String, value: String)

    private var rows: [Row] { ends + judgements + sizes + costs + rest + instructions }

    private var ends: [Row] {
        var rows: [Row] = [("samples", "\(figures.samples) of \(requested)")]
        rows.append(("answered", Self.share(figures.answered, of: figures.samples)))
        rows += figures.endings.dropFirst().filter { $0.count > 0 }.map { ("  \($0.title)", "\($0.count)") }
        return rows
    }

    private var retry: [String] {
        guard figures.unanswered > 0 else { return [] }
        return ["  " + figures.unanswered.withoutAnswer(figures.unanswered.samples)]
    }

    /// What has no verdict and how it gets one, and whose verdicts there are where no judge was asked this time.
    private var gaps: [String] {
        let stored = "  No judge was asked this time; the verdicts are those that are stored."
        return (judging == nil && !figures.judged.isEmpty ? [stored] : [])
            + figures.judged.compactMap { judged in
                judged.gaps.map { "  \(judged.judge): \($0)" + (advice(on: judged).map { "; \($0)" } ?? "") }
            }
    }

    /// Nil where no command brings a verdict: a judge of a bare name is an earlier version's, and nobody is that one.
    private func advice(on judged: JudgedFigures) -> String? {
        let isAskedNow = judging?.judge == judged.judge
        guard isAskedNow || ModelIdentity(judged.judge.model).base != nil else { return nil }
        if let advice = judged.missing.advice(isAskedNow ? "--retry-failed" : "--judge-model with --retry-failed") {
            return advice
        }
        guard judged.unasked > 0 else { return nil }
        return isAskedNow ? "the same command goes on" : "--judge-model makes up for that"
    }

    private var judgements: [Row] {
        var rows: [Row] = []
        for judged in figures.judged {
            rows += [("judged solved", judged.words), ("  by", "\(judged.judge)")]
            if let words = judged.queriesWords { rows.append(("  queries", words)) }
            if let words = judged.publishedWords { rows.append(("  unsolvable as pass", words)) }
            if judged.unjudged > 0 { rows.append(("  without a verdict", "\(judged.unjudged)")) }
        }
        guard let judging else { return rows }
        let (calls, cost) = (judging.spending.modelCalls, judging.spending.cost)
        let took = calls == 1 ? "1 model call" : "\(calls) model calls"
        rows.append(("judging took", "\(took), \(cost.map { "\($0)" } ?? "of unknown cost"), by \(judging.judge)"))
        return rows
    }

    private var sizes: [Row] {
        [
            ("ground-truth steps", "\(figures.steps.per(figures.answered)) an answered sample"),
            ("questions in search", "\(figures.queries): \(figures.queries.per(figures.samples)) a sample"),
            ("model calls", shares(figures.spending.modelCalls)), ("tool calls", shares(figures.spending.toolCalls)),
            ("tokens", shares(figures.spending.tokens)),
        ]
    }

    private var costs: [Row] {
        var rows: [Row] = [("cost", cost)]
        if figures.timed > 0 {
            let seconds = figures.wallTime.inSeconds / Double(figures.timed)
            rows.append(("time", String(format: "%.2f s a sample", seconds)))
        }
        return rows
    }

    private var rest: [Row] {
        guard unfinished != Spending() else { return [] }
        var whole = figures.spending
        whole.add(unfinished)
        return [
            ("in all", whole.words),
            ("  of it unfinished", "\(unfinished.words), in unfinished samples and unused instructions"),
        ]
    }

    private var cost: String {
        guard let cost = figures.spending.cost else { return "unknown: no price is set for the model" }
        func share(_ count: Int) -> String {
            count > 0 ? "\(Money(nanodollars: cost.nanodollars / Int64(count)))" : "–"
        }
        return "\(cost): \(share(figures.samples)) a sample, \(share(figures.answered)) an answered sample"
    }

    private var instructions: [Row] {
        guard writing.questions > 0 else { return [] }
        let questions = writing.questions == 1 ? "1 question" : "\(writing.questions) questions"
        let silent = writing.unanswered > 0 ? ", \(writing.unanswered) without an answer" : ""
        return [("instructions", "\(writing.written) by \(questions)\(silent), \(writing.dropped.count) dropped")]
    }

    private var dropped: [String] {
        writing.problems.prefix(3).map { "  a question brought none: \($0)" }
            + writing.dropped.prefix(5).map { "  dropped: \($0.reason) \"\($0.query.prefix(80))\"" }
            + (writing.dropped.count > 5 ? ["  … and \(writing.dropped.count - 5) more dropped"] : [])
    }

    private var problems: [String] {
        (judging?.unjudged ?? []).prefix(3).map {
            "  no verdict on the \($0.object.rawValue) of sample \($0.index): \($0.reason.prefix(300))"
        }
            + figures.problems.prefix(3).map {
                "  \($0.count == 1 ? "1 search" : "\($0.count) searches") stopped: \($0.text.prefix(300))"
            }
    }

    private func shares(_ count: Int) -> String {
        "\(count): \(count.per(figures.samples)) a sample, \(count.per(figures.answered)) an answered sample"
    }

    /// `8 of 10, 80.0 % (95 %: 49.0 to 94.3 %)`.
    private static func share(_ part: Int, of whole: Int) -> String {
        guard let interval = WilsonInterval.of(part, of: whole) else { return "\(part) of \(whole)" }
        return "\(part) of \(whole), "
            + String(
                format: "%.1f %% (95 %%: %.1f to %.1f %%)", 100 * Double(part) / Double(whole),
                100 * interval.lowerBound, 100 * interval.upperBound)
    }
}

extension Int {
    /// With two decimal places: `6.04`.
    fileprivate func per(_ whole: Int) -> String {
        whole > 0 ? String(format: "%.2f", Double(self) / Double(whole)) : "–"
    }
}
