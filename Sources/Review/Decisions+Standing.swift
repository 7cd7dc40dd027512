extension [Decision] {
    /// The decision that rejected the sample, of its own ones, oldest first; nil where none does now.
    package var standingRejection: Decision? { standing(.rejected) }

    /// The decision that accepted the sample, of its own ones, oldest first; nil where none does now.
    package var standingAcceptance: Decision? { standing(.accepted) }

    /// The decision that counts, where it brings this status; after an edit there is none.
    private func standing(_ wanted: ReviewState.Status) -> Decision? {
        var undone: Set<Int> = []
        for decision in reversed() where !undone.contains(decision.sequence) {
            let status: ReviewState.Status
            switch decision.action {
            case .undo(let sequence):
                undone.insert(sequence)
                continue
            case .flag, .unflag, .comment, .prefer, .equal, .judge: continue
            case .accept: status = .accepted
            case .reject: status = .rejected
            case .adjudicate(let opinion): status = opinion.status
            case .skip, .returnToPending, .edit: return nil
            }
            return status == wanted ? decision : nil
        }
        return nil
    }
}
