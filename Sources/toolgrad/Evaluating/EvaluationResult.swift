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
    let figures: EvaluationFigures

    init(
        name: String, study: RunID, items: [EvaluatedItem], count: Int, answeredBefore: Int = 0, seed: UInt64
    ) {
        self.name = name
        self.study = study
        self.items = items
        self.count = count
        self.answeredBefore = answeredBefore
        figures = EvaluationFigures(items.map(\.score), seed: seed)
    }

    /// Those in which something is wrong.
    var wrong: [EvaluatedItem] { items.filter { !$0.score.isRight } }

    /// What the items took, whoever paid for it when.
    var spending: Spending {
        items.reduce(into: Spending()) { $0.add($1.spending) }
    }

    /// Who judged, as far as anybody did.
    var judges: [String] { Set(items.compactMap { $0.judged?.model }).sorted() }

    /// Items that were put before a judge and got no verdict.
    var unjudged: Int { items.count { $0.judged != nil && $0.judged?.quality == nil } }
}

extension EvaluationResult {
    /// The figures for machines, with every item that is wrong by its id; the items themselves are in the study.
    var json: JSON {
        [
            "name": .string(name), "study": .string(study.hash.hex), "items": .count(items.count),
            "of": .count(count), "right": .count(figures.right),
            "withoutPrediction": .count(figures.withoutPrediction),
            "judges": .array(judges.map(JSON.string)),
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
        let reasons = Omission.allCases.compactMap { reason in
            omissions[reason].map { JSON.Object.Member(key: reason.rawValue, value: .count($0)) }
        }
        return [
            "mean": mean.map(JSON.init(floatLiteral:)) ?? .null, "n": .count(n),
            "interval": interval?.json ?? .null, "leftOut": .count(leftOut),
            "omissions": .object(JSON.Object(reasons)),
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
