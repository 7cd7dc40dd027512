extension [Decision] {
    /// The decision that accepted the sample, of its own ones, oldest first; nil where none does now.
    package var standingAcceptance: Decision? {
        var undone: Set<Int> = []
        for decision in reversed() where !undone.contains(decision.sequence) {
            switch decision.action {
            case .undo(let sequence): undone.insert(sequence)
            case .accept: return decision
            case .reject, .skip, .returnToPending, .edit: return nil
            case .adjudicate(let opinion): return opinion.status == .accepted ? decision : nil
            case .flag, .unflag, .comment, .prefer, .equal, .judge: continue
            }
        }
        return nil
    }
}
