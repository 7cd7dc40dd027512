import Review

/// Whether somebody accepted or rejected a sample in the end.
package struct Verdict: Hashable, Sendable {
    package let reviewer: String
    package let status: ReviewState.Status

    var isAccepted: Bool { status == .accepted }

    /// The last acceptance or rejection among decisions, in the order in which they count, that none of them took back;
    /// nil for none.
    init?(_ decisions: [Decision]) {
        var undone: Set<Int> = []
        for decision in decisions.reversed() where !undone.contains(decision.sequence) {
            switch decision.action {
            case .undo(let sequence): undone.insert(sequence)
            case .accept:
                (reviewer, status) = (decision.reviewer, .accepted)
                return
            case .reject:
                (reviewer, status) = (decision.reviewer, .rejected)
                return
            case .returnToPending: return nil
            case .adjudicate(let opinion) where opinion.status != .skipped:
                (reviewer, status) = (decision.reviewer, opinion.status)
                return
            case .skip, .flag, .unflag, .edit, .comment, .prefer, .equal, .judge, .adjudicate: continue
            }
        }
        return nil
    }
}
