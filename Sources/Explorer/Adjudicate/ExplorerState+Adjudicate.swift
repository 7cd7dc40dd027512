import Review

extension ExplorerState {
    /// What the screen Adjudicate asks for when it is gone to.
    mutating func enterAdjudicate() -> [Effect] { [.loadDisagreements] }

    /// Moves about on the screen Adjudicate.
    mutating func moveInAdjudicate(_ motion: Motion) -> [Effect] {
        switch motion {
        case .leave: return show(.review)
        case .open:
            inspectDispute()
            return []
        case .down, .up, .halfPageDown, .halfPageUp, .first, .last, .nextPane, .previousPane:
            let count = adjudicate.disputes?.count ?? 0
            adjudicate.row = motion.row(from: adjudicate.row, of: count, page: size.rows / 2)
            return []
        }
    }

    /// Shows the sample in full where it is settled: Review would name its reviewers, and decide its first pass.
    mutating func inspectDispute() {
        guard let dispute = adjudicate.selected else { return }
        inspect(ArtefactList(of: dispute))
    }

    /// Does what is asked for on the screen Adjudicate alone.
    mutating func act(_ action: AdjudicateAction) -> [Effect] {
        switch action {
        case .refresh: return [.loadDisagreements]
        case .next:
            adjudicate.advance()
            return []
        case .takeA: return settleDispute { $0.a }
        case .takeB: return settleDispute { $0.b }
        case .accept: return settleDispute { _ in .accepted }
        case .reject:
            guard let dispute = adjudicate.selected else { return [] }
            var picker = ReasonPicker(
                of: .disputed(dispute.id, name: dispute.name), targets: [.whole, .query, .response], findings: [])
            let said = dispute.a.reasons + dispute.b.reasons.filter { !dispute.a.reasons.contains($0) }
            if !said.isEmpty { picker.recall(said, note: "") }
            overlay = .reasons(picker)
            return []
        }
    }

    /// Why it is not possible now; nil when it is.
    func obstacle(to action: AdjudicateAction) -> String? {
        switch action {
        case .refresh: nil
        case .next: adjudicate.disputes?.contains { $0.outcome == nil } == true ? nil : "Nothing is left to settle."
        case .takeA, .takeB, .accept, .reject:
            if isReadOnly {
                "The dataset is open for reading only."
            } else {
                adjudicate.selected == nil ? "There is no disagreement to settle." : nil
            }
        }
    }

    /// Settles what the cursor is on, and goes on to the next that is open.
    private mutating func settleDispute(_ outcome: (Dispute) -> Opinion) -> [Effect] {
        guard let dispute = adjudicate.selected else { return [] }
        adjudicate.advance()
        return [.decide(dispute.id, .adjudicate(outcome(dispute)))]
    }

    /// Decisions are on disk: what was settled is so on the screen too.
    mutating func followSettling(_ decisions: [Decision]) -> [Effect] {
        guard adjudicate.disputes != nil else { return [] }
        var isOutdated = false
        for decision in decisions {
            switch decision.action {
            case .adjudicate(let outcome): adjudicate.settle(decision.sample, as: outcome)
            case .undo:
                adjudicate.go(to: decision.sample)
                isOutdated = true
            case .accept, .reject, .skip, .returnToPending, .edit, .judge: isOutdated = true
            case .flag, .unflag, .comment, .prefer, .equal: continue
            }
        }
        return isOutdated && screen == .adjudicate ? [.loadDisagreements] : []
    }
}
