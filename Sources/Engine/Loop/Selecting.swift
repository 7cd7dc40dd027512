extension Generator {
    /// Selects at most one of the trials that succeeded, unless the curator did.
    func select(
        among trials: [Trial], _ position: Position, _ steering: Steering, _ log: EventLog
    ) async throws -> Selection {
        let candidates = trials.filter(\.succeeded)
        let state = await log.state
        var selection = try await decision(about: candidates, position, steering, state, log)
        if let place = steering.place, case .chosen(let id, _, let reason) = selection {
            selection = .chosen(id, place: place, reason: reason)
        }
        try validate(selection, candidates, state.workflow)
        try await log.record(.selected(selection))
        return selection
    }

    private func decision(
        about candidates: [Trial], _ position: Position, _ steering: Steering, _ state: RunState,
        _ log: EventLog
    ) async throws -> Selection {
        switch steering.choice {
        case .decline:
            return .declined(reason: "The curator declined.")
        case .proposal(let id):
            return .chosen(id, place: steering.place ?? .newChain, reason: "The curator chose proposal \(id.number).")
        case nil:
            return try await stages.selector.select(
                SelectionRequest(
                    candidates: candidates, workflow: state.workflow, library: library.byName,
                    iteration: position.iteration, mayOpenChain: state.workflow.chains.count < plan.chains,
                    notes: state.notes, random: random(for: .selecting, position),
                    models: models(for: .selecting, position, log)))
        }
    }

    /// A selection may name only a trial that succeeded, and a chain that exists or may be opened.
    private func validate(_ selection: Selection, _ candidates: [Trial], _ workflow: Workflow) throws {
        guard case .chosen(let id, let place, _) = selection else { return }
        guard candidates.contains(where: { $0.id == id }) else {
            throw StageFailure("Proposal \(id.number) was selected, but its trial did not succeed.")
        }
        switch place {
        case .append(let chain):
            guard workflow.chains.contains(where: { $0.id == chain }) else {
                throw StageFailure("Chain \(chain.number) was selected, but the workflow has no such chain.")
            }
        case .newChain:
            guard workflow.chains.count < plan.chains else {
                throw StageFailure("A new chain was asked for, but the workflow has \(plan.chains) already.")
            }
        }
    }
}
