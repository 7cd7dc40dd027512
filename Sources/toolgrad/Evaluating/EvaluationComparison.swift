import Engine
import Evaluation

/// Two evaluations on the same items, metric by metric.
struct EvaluationComparison: Sendable {
    /// One of the two.
    struct Side: Sendable {
        let name: String
        /// Nil for a file of predictions.
        let study: RunID?
        let items: [EvaluatedItem]
    }

    let left: Side
    let right: Side
    /// Of the metrics that both have somewhere, in their order.
    let metrics: [PairedComparison]
    /// Metrics for which the two had not the same judge, so that there is nothing to compare.
    let judgedApart: [Metric]
    /// Of the others, those for which the judge of one of the two gave no verdict at all.
    let mute: [Metric]
    /// Items that both have under one id and that ask for something else, so that they are no pair.
    let differing: [String]
    /// Items that only one of them has.
    let onlyLeft: Int
    let onlyRight: Int
    /// Items that are compared.
    let pairs: Int
    /// Those that only one got right.
    let rightOnlyLeft: [String]
    let rightOnlyRight: [String]

    /// - Throws: ``CommandFailure`` when the two have no item in common.
    init(_ left: Side, _ right: Side, seed: UInt64) throws {
        let lefts = Dictionary(left.items.map { ($0.id, $0) }) { first, _ in first }
        let rights = Dictionary(right.items.map { ($0.id, $0) }) { first, _ in first }
        let shared = Set(lefts.keys).intersection(rights.keys)
        let same = shared.filter { lefts[$0]?.truth == rights[$0]?.truth }
        guard !same.isEmpty else {
            throw CommandFailure(
                ToolText.line(
                    "\(left.name) and \(right.name) have no item in common"
                        + (shared.isEmpty ? "." : ": those with the same name ask for other things.")
                        + " Evaluate both on the same samples, with the same offer."))
        }
        let shown = [left, right].map { $0.items.filter { same.contains($0.id) } }
        let judges = shown.map { CountedJudges(of: $0) }
        let scores = zip(shown, judges).map { items, judges in items.map(judges.score) }
        let apart = Self.apart(judges[0], judges[1])
        self.left = left
        self.right = right
        differing = shared.subtracting(same).sorted()
        onlyLeft = lefts.count - shared.count
        onlyRight = rights.count - shared.count
        pairs = same.count
        judgedApart = apart
        mute = Metric.allCases.filter { metric in
            !apart.contains(metric) && judges.contains { $0.mute.contains(metric) }
        }
        metrics = Metric.allCases.filter { !apart.contains($0) }.map {
            PairedComparison(scores[0], scores[1], metric: $0, seed: seed)
        }
        .filter { $0.n > 0 }
        rightOnlyLeft = same.filter { lefts[$0]?.score.isRight == true && rights[$0]?.score.isRight == false }.sorted()
        rightOnlyRight = same.filter { lefts[$0]?.score.isRight == false && rights[$0]?.score.isRight == true }
            .sorted()
    }
}

extension EvaluationComparison {
    /// Where only one of them was judged, there is nothing that could be mistaken.
    private static func apart(_ left: CountedJudges, _ right: CountedJudges) -> [Metric] {
        func differ(_ left: JudgeIdentity?, _ right: JudgeIdentity?) -> Bool {
            left != nil && right != nil && left != right
        }
        let metrics: [(Metric, Bool)] = [
            (.quality, differ(left.quality, right.quality)), (.solved, differ(left.solved, right.solved)),
        ]
        return metrics.filter(\.1).map(\.0)
    }

    /// For machines; differences are the first less the second, and null is what is not known.
    var json: JSON {
        [
            "left": left.json, "right": right.json, "pairs": .count(pairs), "onlyLeft": .count(onlyLeft),
            "onlyRight": .count(onlyRight), "differing": .array(differing.map(JSON.string)),
            "rightOnlyLeft": .array(rightOnlyLeft.map(JSON.string)),
            "rightOnlyRight": .array(rightOnlyRight.map(JSON.string)),
            "judgedApart": .array(judgedApart.map { .string($0.rawValue) }),
            "withoutVerdict": .array(mute.map { .string($0.rawValue) }),
            "metrics": .object(
                JSON.Object(metrics.map { JSON.Object.Member(key: $0.metric.rawValue, value: $0.json) })),
        ]
    }
}

extension EvaluationComparison.Side {
    fileprivate var json: JSON {
        ["name": .string(name), "study": study.map { JSON.string($0.hash.hex) } ?? .null, "items": .count(items.count)]
    }
}

extension PairedComparison {
    fileprivate var json: JSON {
        let test: JSON =
            switch tTest {
            case .computed(let t, let degrees, let p):
                ["t": .init(floatLiteral: t), "df": .count(degrees), "p": .init(floatLiteral: p)]
            case .noDifference: ["t": nil, "df": nil, "p": 1]
            case .constantDifference, .tooFew: nil
            }
        return [
            "left": means.map { JSON(floatLiteral: $0.left) } ?? .null,
            "right": means.map { JSON(floatLiteral: $0.right) } ?? .null,
            "difference": meanDifference.map(JSON.init(floatLiteral:)) ?? .null,
            "interval": interval?.json ?? .null, "tTest": test, "n": .count(n), "leftOut": .count(leftOut),
            "omissions": omissions.json,
        ]
    }
}
