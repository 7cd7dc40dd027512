extension Sequence<RunEvent> {
    /// The events in the order in which two runs are compared: iteration, phase, proposal, attempt.
    ///
    /// Trials of one iteration run at once, so theirs arrive in any order; everything else arrives in this one.
    package var inCanonicalOrder: [RunEvent] {
        var ordered: [RunEvent] = []
        var trials: [RunEvent] = []
        for event in self {
            if event.proposal == nil {
                ordered += trials.sortedByProposal
                trials = []
                ordered.append(event)
            } else {
                trials.append(event)
            }
        }
        return ordered + trials.sortedByProposal
    }
}

extension [RunEvent] {
    /// Stable, so that the attempts of one trial stay in their order.
    fileprivate var sortedByProposal: [RunEvent] {
        enumerated().sorted { left, right in
            let (a, b) = (left.element.proposal?.number ?? 0, right.element.proposal?.number ?? 0)
            return a == b ? left.offset < right.offset : a < b
        }.map(\.element)
    }
}

extension RunEvent {
    /// The proposal whose trial the event belongs to; nil for events that are not of a trial.
    fileprivate var proposal: Proposal.ID? {
        switch self {
        case .attempted(let id, _), .tried(let id, _): id
        case .asked(let exchange): exchange.proposal
        case .began, .branched, .imported, .iterationBegan, .steered, .sampled, .proposed, .selected, .iterationEnded,
            .drafted,
            .draftFailed, .interrupted, .finished:
            nil
        }
    }
}
