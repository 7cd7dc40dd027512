extension Generator {
    /// Selects at most one of the trials that succeeded, unless the curator did.
    ///
    /// What the curator asked for is looked at first: a selector that is asked in vain may be paid all the same.
    ///
    /// - Throws: ``StageFailure`` for a selector's decision, and ``SteeringFailure`` for the curator's, that cannot be
    ///   carried out.
    func select(
        among trials: [Trial], _ position: Position, _ steering: Steering, _ log: EventLog
    ) async throws -> Selection {
        let candidates = trials.filter(\.succeeded)
        let state = await log.state
        if let objection = objection(to: steering, among: trials, in: state.workflow) {
            throw SteeringFailure(objection)
        }
        var selection = try await decision(about: candidates, position, steering, state, log)
        if let place = steering.place, case .chosen(let id, _, let reason) = selection {
            selection = .chosen(id, place: place, reason: reason)
        }
        try validate(selection, candidates, state.workflow)
        try await log.record(.selected(selection))
        return selection
    }

    /// Why the curator's word cannot be carried out; nil when it can, or asks for nothing here.
    private func objection(to word: Steering, among trials: [Trial], in workflow: Workflow) -> String? {
        switch word.choice {
        case .decline: nil
        case .proposal(let id):
            trials.objection(toChoosing: id) ?? word.place.flatMap { objection(to: $0, in: workflow) }
        case nil: word.place.flatMap { objection(to: $0, in: workflow) }
        }
    }

    private func decision(
        about candidates: [Trial], _ position: Position, _ steering: Steering, _ state: RunState,
        _ log: EventLog
    ) async throws -> Selection {
        switch steering.choice {
        case .decline:
            return .declined(reason: NoOpCause.curatorsReason)
        case .proposal(let id):
            let place = steering.place ?? place(of: candidates.first { $0.id == id }, in: state.workflow)
            return .chosen(id, place: place, reason: "The curator chose proposal \(id.number).")
        case nil:
            return try await stages.selector.select(
                SelectionRequest(
                    candidates: candidates, workflow: state.workflow, library: library.byName,
                    iteration: position.iteration, mayOpenChain: state.workflow.chains.count < plan.chains,
                    guidance: plan.guidance.notes, notes: state.notes,
                    random: random(for: .selecting, position), models: models(for: .selecting, position, log)))
        }
    }

    /// Where a trial goes that was chosen without a word about it: to the last chain that it uses an output of, else to
    /// a new one, or to the last where no more may be opened.
    private func place(of trial: Trial?, in workflow: Workflow) -> Placement {
        let outputs = workflow.steps.map { Provenance.Output($0, of: library[$0.call.tool]) }
        let provenance = Provenance(query: nil, outputs: outputs)
        let used = (trial?.keptAttempts(library.byName) ?? []).flatMap { attempt in
            provenance.trace(attempt.call, of: library[attempt.call.tool]).compactMap { trace -> Int? in
                guard case .output(let step, _) = trace.source else { return nil }
                return step
            }
        }
        if let chain = used.max().flatMap(workflow.chain(of:)) { return .append(chain) }
        guard workflow.chains.count >= plan.chains, let last = workflow.chains.last else { return .newChain }
        return .append(last.id)
    }

    /// A selection may name only a trial that succeeded, and a chain that exists or may be opened.
    private func validate(_ selection: Selection, _ candidates: [Trial], _ workflow: Workflow) throws {
        guard case .chosen(let id, let place, _) = selection else { return }
        guard candidates.contains(where: { $0.id == id }) else {
            throw StageFailure("Proposal \(id.number) was selected, but its trial did not succeed.")
        }
        if let objection = objection(to: place, in: workflow) { throw StageFailure(objection) }
    }

    private func objection(to place: Placement, in workflow: Workflow) -> String? {
        switch place {
        case .append(let chain):
            guard workflow.chains.contains(where: { $0.id == chain }) else {
                return "Chain \(chain.number) was selected, but the workflow has no such chain."
            }
        case .newChain:
            guard workflow.chains.count < plan.chains else {
                return "A new chain was asked for, but the workflow has \(plan.chains) already."
            }
        }
        return nil
    }
}

extension [Trial] {
    /// Why the curator cannot have a proposal: what its trial ended with, and what its last call was told; nil when he
    /// can.
    fileprivate func objection(toChoosing id: Proposal.ID) -> String? {
        guard let trial = first(where: { $0.id == id }) else {
            return "Proposal \(id.number) was chosen, and the iteration has no such proposal."
        }
        guard !trial.succeeded else { return nil }
        var words = trial.ending?.text ?? "it was left unfinished."
        if let last = trial.attempts.last, let problem = last.outcome.problem, !words.contains(problem) {
            words += " (\(last.call.tool): \(problem))"
        }
        return "Proposal \(id.number) was chosen, but its trial did not succeed: \(words)"
    }
}
