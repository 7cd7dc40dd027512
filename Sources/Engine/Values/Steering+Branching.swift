extension Steering {
    /// What the first iteration of a branch is asked for, so that it differs from a recorded iteration as asked here.
    ///
    /// Whoever chooses does so among what was proposed, for a proposer that is asked again would propose something else.
    /// So the chosen proposal is executed again, and what was written anew, and nothing else: every call counts, and may
    /// have effects. Where nothing is to be added, what was selected is executed again to be declined. Another place
    /// alone keeps what was selected, and the same proposal goes where it went.
    package func branching(from iteration: Iteration) -> Steering {
        var steering = self
        let selected = iteration.chosen
        if choice == nil, place != nil { steering.choice = selected.map { .proposal($0.proposal) } }
        if choice == .decline { steering.place = nil }
        if let selected, steering.choice == .proposal(selected.proposal), place == nil {
            steering.place = selected.place
        }
        let written = proposals ?? []
        if let again = steering.repeated(of: iteration), !written.contains(where: { $0.id == again.id }) {
            steering.proposals = (written + [again]).sorted { $0.id.number < $1.id.number }
        }
        return steering
    }

    /// The proposal that has to be executed again for the choice to be made.
    private func repeated(of iteration: Iteration) -> Proposal? {
        switch choice {
        case .proposal(let id): iteration.trials.first { $0.id == id }?.proposal
        case .decline where proposals == nil:
            (iteration.trials.first { $0.id == iteration.chosen?.proposal }
                ?? iteration.trials.first(where: \.succeeded))?.proposal
        case .decline, nil: nil
        }
    }
}

extension Iteration {
    /// What was selected and where it went; nil where nothing was.
    fileprivate var chosen: (proposal: Proposal.ID, place: Placement)? {
        guard case .chosen(let id, let place, _) = selection else { return nil }
        return (id, place)
    }
}
