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
    /// Of the items that were put before the judge of the quality.
    package let missingGrades: MissingVerdicts
    /// Of those that were put before the other one.
    package let missingDecisions: MissingVerdicts
    /// The metrics of which some item got no verdict and none got one from the judge itself.
    ///
    /// An item without a response has its verdict without a question. Those alone would be a figure that no judge gave.
    package let mute: Set<Metric>

    package init(of items: some Sequence<EvaluatedItem>) {
        let items = Array(items)
        let graders = items.compactMap(\.judged?.judge)
        let solvers = items.compactMap(\.solved?.judge)
        let (grader, solver) = (graders.commonest, solvers.commonest)
        let grades = items.filter { $0.judged?.judge == grader }
        let decisions = items.filter { $0.solved?.judge == solver }
        quality = grader
        solved = solver
        others = Dictionary(
            (graders + solvers).filter { $0 != grader && $0 != solver }.map { ($0, 1) }, uniquingKeysWith: +)
        missingGrades = MissingVerdicts(grades.filter(\.isUngraded).compactMap { $0.judged?.outcome.silence })
        missingDecisions = MissingVerdicts(decisions.filter(\.isUndecided).compactMap { $0.solved?.outcome.silence })
        let isGraded = grades.contains { $0.hasResponse && $0.judged?.verdict != nil }
        let isDecided = decisions.contains { $0.hasResponse && $0.solved?.verdict != nil }
        mute = Set(
            [
                (Metric.quality, missingGrades.count > 0 && !isGraded),
                (.solved, missingDecisions.count > 0 && !isDecided),
            ].filter(\.1).map(\.0))
    }

    /// Items that were put before the judge of the quality and got no verdict.
    package var ungraded: Int { missingGrades.count }
    /// Items that were put before the other one and got none.
    package var undecided: Int { missingDecisions.count }

    /// An item's score without what other judges said, and with what got no verdict told apart from what nobody judged.
    package func score(of item: EvaluatedItem) -> ItemScore {
        var score = item.score
        if item.judged?.judge != quality {
            score = score.leavingOut(.quality, since: .otherJudge)
        } else if item.isUngraded || mute.contains(.quality) {
            score = score.leavingOut(.quality, since: .noVerdict)
        }
        if item.solved?.judge != solved {
            score = score.leavingOut(.solved, since: .otherJudge)
        } else if item.isUndecided || mute.contains(.solved) {
            score = score.leavingOut(.solved, since: .noVerdict)
        }
        return score
    }
}

extension MissingVerdicts {
    fileprivate init(_ kinds: [JudgeSilence.Kind]) {
        self.init(
            unanswered: kinds.count { $0 == .unanswered }, inconclusive: kinds.count { $0 == .inconclusive })
    }
}

extension EvaluatedItem {
    fileprivate var hasResponse: Bool { !(prediction?.response ?? "").saysNothing }

    /// Whether the judge was asked for its quality in vain; where the truth has no response, there is nothing to ask.
    fileprivate var isUngraded: Bool { judged.map { $0.verdict == nil } ?? false && !truth.response.saysNothing }

    fileprivate var isUndecided: Bool { solved.map { $0.verdict == nil } ?? false }
}

extension ItemScore {
    /// The score without a figure that it has, or with another reason for one that it lacks; else the score as it is.
    fileprivate func leavingOut(_ metric: Metric, since reason: Omission) -> ItemScore {
        guard figures[metric] != nil || reason == .noVerdict && omissions[metric] == .notJudged else { return self }
        return ItemScore(
            id: id, category: category, figures: figures.filter { $0.key != metric },
            omissions: omissions.merging([metric: reason]) { $1 }, tallies: tallies.filter { $0.key != metric },
            mistakes: mistakes)
    }
}
