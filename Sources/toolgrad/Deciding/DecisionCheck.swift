import DatasetStore
import Engine
import Review

/// Whether a sample can be decided as asked: what the explorer would refuse is refused here too.
struct DecisionCheck: Sendable {
    let actions: [Decision.Action]
    let reviewer: String
    var rules = DecidingRules()

    /// Whether the lines of a list are not enough to tell.
    var needsSample: Bool {
        actions.contains { action in
            switch action {
            case .accept: rules.requiresRerun
            case .reject(let reasons, _): reasons.contains { $0.target != .whole }
            case .edit, .comment: true
            case .skip, .returnToPending, .flag, .unflag, .prefer, .equal, .judge, .adjudicate, .undo: false
            }
        }
    }

    /// What the line of the sample tells against it; nil for nothing.
    func obstacle(in summary: SampleSummary) -> DecisionObstacle? {
        if case .growing = summary.growth { return .growing }
        return actions.lazy.compactMap { obstacle(to: $0, in: summary) }.first
    }

    private func obstacle(to action: Decision.Action, in summary: SampleSummary) -> DecisionObstacle? {
        switch action {
        case .accept where summary.growth != .completed: .noQuery
        case .accept: summary.status == .accepted ? .already("accepted") : nil
        case .reject(let reasons, _):
            reasons.contains { $0.other == summary.label.description } ? .sameSample : nil
        case .skip: summary.status == .skipped ? .already("skipped") : nil
        case .returnToPending: summary.status == .pending ? .already("pending") : nil
        case .flag: summary.isFlagged ? .already("flagged") : nil
        case .unflag: summary.isFlagged ? nil : .already("without a flag")
        case .prefer(let other), .equal(let other): summary.id == other ? .itself : nil
        case .edit, .comment, .judge, .adjudicate, .undo: nil
        }
    }

    /// What the sample itself tells against it; nil for nothing.
    ///
    /// Each of several edits is judged with those before it made.
    func obstacle(in reading: SampleReading) -> DecisionObstacle? {
        var sample = reading.sample
        var decisions = reading.decisions
        for action in actions {
            if let obstacle = obstacle(to: action, in: sample) { return obstacle }
            decisions.append(
                Decision(
                    sequence: (decisions.map(\.sequence).max() ?? 0) + 1, time: Timestamp(microseconds: 0),
                    reviewer: reviewer, sample: sample.id, action: action))
            sample = sample.reviewed(ReviewState(decisions))
        }
        return nil
    }

    private func obstacle(to action: Decision.Action, in sample: ReviewedSample) -> DecisionObstacle? {
        switch action {
        case .accept: rules.requiresRerun ? sample.staleSteps.min().map { .stale(step: $0) } : nil
        case .reject(let reasons, _): reasons.first { !sample.has($0.target) }.map { .missing($0.target) }
        case .comment(let target, let text): obstacle(to: target, text, in: sample)
        case .edit(let edit): obstacle(to: edit, in: sample)
        case .skip, .returnToPending, .flag, .unflag, .prefer, .equal, .judge, .adjudicate, .undo: nil
        }
    }

    private func obstacle(to target: Target, _ text: String, in sample: ReviewedSample) -> DecisionObstacle? {
        guard sample.has(target) else { return .missing(target) }
        let said = sample.review.comments.first { $0.target == target && $0.reviewer == reviewer }?.text
        if text.isBlank { return said == nil ? .already("without a comment of \(reviewer) there") : nil }
        return said == text ? .already("commented so") : nil
    }

    private func obstacle(to edit: Edit, in sample: ReviewedSample) -> DecisionObstacle? {
        switch edit {
        case .query where sample.query == nil: .missing(.query)
        case .response where sample.response == nil: .missing(.response)
        case .query, .response, .argument, .deleteStep, .moveStep, .splitChain, .mergeChain, .rerun, .regenerated:
            edit.problem(in: sample).map(DecisionObstacle.edit) ?? (edit.isMade(in: sample) ? .already("so") : nil)
        }
    }
}

extension ReviewedSample {
    /// The sample as other decisions would have it.
    fileprivate func reviewed(_ review: ReviewState) -> ReviewedSample {
        ReviewedSample(id: id, seed: seed, state: state, review: review, library: library)
    }
}

extension Edit {
    /// Whether the sample is already as the edit would make it, letter by letter.
    fileprivate func isMade(in sample: ReviewedSample) -> Bool {
        switch self {
        case .query(let text): sample.query.map(ExactText.init) == ExactText(text)
        case .response(let text): sample.response.map(ExactText.init) == ExactText(text)
        case .argument(let step, let path, let value):
            sample.workflow.step(step)?.call.arguments.value(at: path) == value
        case .deleteStep, .moveStep, .splitChain, .mergeChain, .rerun, .regenerated: false
        }
    }
}
