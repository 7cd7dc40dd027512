import Engine
import Evaluation

/// What an evaluation came to, whole or so far.
struct EvaluationResult: Sendable {
    let name: String
    let study: RunID
    let items: [EvaluatedItem]
    /// How many items there are in all.
    let count: Int
    /// How many of the items were answered before, so that nothing was asked for them this time.
    let answeredBefore: Int
    /// Whether a judge was asked this time; verdicts that there are without one are stored ones.
    let judging: Judging
    /// Whose verdicts the figures have.
    let judges: CountedJudges
    let figures: EvaluationFigures

    enum Judging: Hashable, Sendable {
        case asked, notAsked
    }

    init(
        name: String, study: RunID, items: [EvaluatedItem], count: Int, answeredBefore: Int = 0,
        judging: Judging = .asked, seed: UInt64
    ) {
        self.name = name
        self.study = study
        self.items = items
        self.count = count
        self.answeredBefore = answeredBefore
        self.judging = judging
        let judges = CountedJudges(of: items)
        self.judges = judges
        figures = EvaluationFigures(items.map(judges.score), seed: seed)
    }

    /// Those in which something is wrong.
    var wrong: [EvaluatedItem] { items.filter { !$0.score.isRight } }

    /// What the items took, whoever paid for it when.
    var spending: Spending {
        items.reduce(into: Spending()) { $0.add($1.spending) }
    }

    /// Items in which a question had no answer; they count as wrong.
    var unanswered: Int { items.count { $0.prediction?.shortfall == .unanswered } }
}

extension EvaluationResult {
    /// The figures for machines, with every item that is wrong by its id; the items themselves are in the study.
    var json: JSON {
        [
            "name": .string(name), "study": .string(study.hash.hex), "items": .count(items.count),
            "of": .count(count), "right": .count(figures.right),
            "withoutPrediction": .count(figures.withoutPrediction), "unanswered": .count(unanswered),
            "judges": judges.json,
            "overall": figures.overall.json,
            "byCategory": .object(
                JSON.Object(
                    Truth.Category.allCases.compactMap { category in
                        figures.byCategory[category].map { JSON.Object.Member(key: category.rawValue, value: $0.json) }
                    })),
            "wrong": .array(wrong.map { .string($0.id) }), "spending": spending.json,
        ]
    }
}

extension CountedJudges {
    /// Null for what nobody judged.
    fileprivate var json: JSON {
        [
            "quality": quality?.json ?? .null, "solved": solved?.json ?? .null,
            "withoutVerdict": ["quality": .count(ungraded), "solved": .count(undecided)],
            "leftOut": .array(
                others.sorted { $0.key.description < $1.key.description }.map { judge, items in
                    ["judge": judge.json, "items": .count(items)]
                }),
        ]
    }
}

extension [Metric: MetricFigure] {
    fileprivate var json: JSON {
        .object(
            JSON.Object(
                Metric.allCases.compactMap { metric in
                    self[metric].map { JSON.Object.Member(key: metric.rawValue, value: $0.json) }
                }))
    }
}

extension MetricFigure {
    /// Null for what is not known, never 0.
    fileprivate var json: JSON {
        [
            "mean": mean.map(JSON.init(floatLiteral:)) ?? .null, "n": .count(n),
            "interval": interval?.json ?? .null, "leftOut": .count(leftOut),
            "omissions": omissions.json,
            "pooled": pooled.map { JSON.array([.count($0.part), .count($0.whole)]) } ?? .null,
        ]
    }
}

extension MeanInterval {
    var json: JSON {
        [
            "lower": .init(floatLiteral: lower), "upper": .init(floatLiteral: upper),
            "method": .string(method.rawValue),
        ]
    }
}

extension Spending {
    /// The cost is null where a price is not known.
    var json: JSON {
        [
            "modelCalls": .count(modelCalls), "toolCalls": .count(toolCalls), "promptTokens": .count(promptTokens),
            "completionTokens": .count(completionTokens), "cost": cost.map { .string($0.dollars) } ?? .null,
        ]
    }
}
