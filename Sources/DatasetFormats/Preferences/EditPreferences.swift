import Engine
import Review

/// What reviewers preferred by editing: what they made against what was there.
///
/// Another query makes no pair, since the query is part of every prompt.
struct EditPreferences {
    let sample: ExportableSample
    let row: ExportRow
    let reviewed: ReviewedSample

    var all: [Preference] { editedArguments + deletedSteps + [response].compactMap(\.self) }

    /// Each turn of which a call was changed, against the turn as it was.
    private var editedArguments: [Preference] {
        row.turns.indices.compactMap { place in
            let chosen = row.turns[place].map(\.step)
            let rejected = chosen.map { reviewed.state.workflow.step($0.number)?.call ?? $0.call }
            let changed = zip(chosen, rejected).filter { $0.call.contentHash != $1.contentHash }
            guard !changed.isEmpty, changed.allSatisfy({ sample.canShow($0.1) }) else { return nil }
            return Preference(
                source: .editedArguments, history: Array(row.turns[..<place]), chosen: .calls(chosen.map(\.call)),
                rejected: .calls(rejected))
        }
    }

    /// A call that is gone, against what now comes at its place.
    private var deletedSteps: [Preference] {
        guard !sample.isReordered else { return [] }
        return reviewed.state.workflow.steps.compactMap { deleted in
            guard sample.workflow.step(deleted.number) == nil, sample.canShow(deleted.call) else { return nil }
            let rest = row.turns.keeping { $0.number > deleted.number }
            let isStillMade = rest.joined().contains { $0.step.call.contentHash == deleted.call.contentHash }
            guard !isStillMade else { return nil }
            return Preference(
                source: .deletedStep, history: row.turns.keeping { $0.number < deleted.number },
                chosen: rest.first.map { .calls($0.map(\.step.call)) } ?? .answer(row.response),
                rejected: .calls([deleted.call]))
        }
    }

    private var response: Preference? {
        guard let new = reviewed.review.newResponse, let old = reviewed.state.synthesis?.response,
            !old.isBlank, old != row.response
        else { return nil }
        let source: Preference.Source =
            switch new.writer {
            case .reviewer: .editedResponse
            case .planner: .regeneratedResponse
            }
        return Preference(
            source: source, history: row.turns, chosen: .answer(row.response), rejected: .answer(old))
    }
}
