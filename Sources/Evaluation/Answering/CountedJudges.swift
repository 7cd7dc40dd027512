/// Whose verdicts the figures of an evaluation have.
///
/// Where several judges were asked the same, it is the one of the most items; what the others said is left out.
package struct CountedJudges: Hashable, Sendable {
    /// Of the quality of responses; nil where nobody judged it.
    package let quality: JudgeIdentity?
    /// Of whether they solve their queries; nil where nobody judged that.
    package let solved: JudgeIdentity?
    /// The other judges, with how many items each judged.
    package let others: [JudgeIdentity: Int]

    package init(of items: some Sequence<EvaluatedItem>) {
        let graders = items.compactMap(\.judged?.judge)
        let solvers = items.compactMap(\.solved?.judge)
        quality = graders.commonest
        solved = solvers.commonest
        let counted = [quality, solved]
        others = Dictionary((graders + solvers).filter { !counted.contains($0) }.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// An item's score without what other judges said.
    package func score(of item: EvaluatedItem) -> ItemScore {
        let foreign: [Metric?] = [
            item.judged.map(\.judge) == quality ? nil : .quality, item.solved.map(\.judge) == solved ? nil : .solved,
        ]
        return foreign.compactMap(\.self).reduce(item.score) { $0.leavingOut($1, since: .otherJudge) }
    }
}

extension [JudgeIdentity] {
    /// The same whatever the order.
    fileprivate var commonest: JudgeIdentity? {
        Dictionary(map { ($0, 1) }, uniquingKeysWith: +)
            .min { ($1.value, $0.key.description) < ($0.value, $1.key.description) }?.key
    }
}

extension ItemScore {
    /// The score without a figure that it has; without a figure, the score as it is.
    fileprivate func leavingOut(_ metric: Metric, since reason: Omission) -> ItemScore {
        guard figures[metric] != nil else { return self }
        return ItemScore(
            id: id, category: category, figures: figures.filter { $0.key != metric },
            omissions: omissions.merging([metric: reason]) { $1 }, tallies: tallies.filter { $0.key != metric },
            mistakes: mistakes)
    }
}
