extension Generator {
    /// Asks for uses of the batch, unless the curator gave them.
    func propose(_ batch: [Tool], _ position: Position, _ steering: Steering, _ log: EventLog) async throws -> Proposals
    {
        let state = await log.state
        let usable: Proposals
        if let given = steering.proposals {
            usable = try valid(Proposals(reason: "The curator gave the proposals.", all: given), among: library.tools)
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

    /// Holds proposals against what may be named, and against the plan's numbers.
    func valid(_ proposals: Proposals, among tools: [Tool]) throws -> Proposals {
        let known = Set(tools.map(\.name))
        for proposal in proposals.all {
            if let stranger = proposal.tools.first(where: { !known.contains($0) }) {
                throw StageFailure("Proposal \(proposal.id.number) names \(stranger), which was not sampled.")
            }
            guard proposal.tools.count <= plan.toolsPerProposal else {
                throw StageFailure(
                    "Proposal \(proposal.id.number) names \(proposal.tools.count) tools; at most "
                        + "\(plan.toolsPerProposal) may be.")
            }
        }
        guard Set(proposals.all.map(\.id)).count == proposals.all.count else {
            throw StageFailure("Two proposals have the same number.")
        }
        return proposals
    }
}
