extension Generator {
    /// Asks for uses of the batch, unless the curator gave them.
    ///
    /// - Throws: ``StageFailure`` for a proposer's, and ``SteeringFailure`` for the curator's that cannot be executed.
    func propose(_ batch: [Tool], _ position: Position, _ steering: Steering, _ log: EventLog) async throws -> Proposals
    {
        let state = await log.state
        let usable: Proposals
        if let given = steering.proposals {
            usable = try written(Proposals(reason: "The curator gave the proposals.", all: given))
        } else {
            let request = request(batch, position, state, log)
            usable = try valid(try await stages.proposer.propose(request), among: batch)
        }
        if !usable.all.isEmpty { try await log.record(.proposed(usable)) }
        return usable
    }

    private func request(
        _ batch: [Tool], _ position: Position, _ state: RunState, _ log: EventLog
    ) -> ProposalRequest {
        let finished = state.iterations.dropLast()
        return ProposalRequest(
            batch: batch, workflow: state.workflow, library: library.byName,
            memory: finished.suffix(plan.gradientMemory).map(Gradient.init), guidance: plan.guidance.notes,
            notes: state.notes, iteration: position.iteration, count: plan.proposals,
            toolsPerProposal: plan.toolsPerProposal,
            turns: plan.turns, random: random(for: .proposing, position),
            models: models(for: .proposing, position, log))
    }

    /// Holds what a proposer said against the batch, and against the plan's numbers.
    private func valid(_ proposals: Proposals, among batch: [Tool]) throws -> Proposals {
        if let objection = objection(to: proposals, among: batch, stranger: "was not sampled") {
            throw StageFailure(objection)
        }
        return proposals
    }

    /// Holds what the curator wrote against the tools of the run, and against the plan's numbers.
    ///
    /// - Throws: ``SteeringFailure``
    func written(_ proposals: Proposals) throws -> Proposals {
        if let objection = objection(to: proposals, among: library.tools, stranger: "is no tool of the run") {
            throw SteeringFailure(objection)
        }
        return proposals
    }

    private func objection(to proposals: Proposals, among tools: [Tool], stranger problem: String) -> String? {
        let known = Set(tools.map(\.name))
        for proposal in proposals.all {
            if let stranger = proposal.tools.first(where: { !known.contains($0) }) {
                return "Proposal \(proposal.id.number) names \(stranger), which \(problem)."
            }
            guard proposal.tools.count <= plan.toolsPerProposal else {
                return "Proposal \(proposal.id.number) names \(proposal.tools.count) tools; at most "
                    + "\(plan.toolsPerProposal) may be."
            }
        }
        let numbers = Set(proposals.all.map(\.id))
        return numbers.count == proposals.all.count ? nil : "Two proposals have the same number."
    }
}
