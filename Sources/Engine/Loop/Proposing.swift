extension Generator {
    /// Asks for uses of the batch, unless the curator gave them.
    func propose(_ batch: [Tool], _ position: Position, _ steering: Steering, _ log: EventLog) async throws -> Proposals
    {
        let state = await log.state
        let proposals: Proposals
        if let given = steering.proposals {
            proposals = Proposals(reason: "The curator gave the proposals.", all: given)
        } else {
            proposals = try await stages.proposer.propose(request(batch, position, state))
        }
        let usable = try valid(proposals, among: batch)
        if !usable.all.isEmpty { try await log.record(.proposed(usable)) }
        return usable
    }

    private func request(_ batch: [Tool], _ position: Position, _ state: RunState) -> ProposalRequest {
        let finished = state.iterations.dropLast()
        return ProposalRequest(
            batch: batch, workflow: state.workflow, library: library.byName,
            memory: finished.suffix(plan.gradientMemory).map(Gradient.init), notes: state.notes,
            iteration: position.iteration, count: plan.proposals, toolsPerProposal: plan.toolsPerProposal,
            turns: plan.turns, random: random(for: .proposing, position))
    }

    /// Holds proposals against the batch: what a proposer may name is what was sampled.
    private func valid(_ proposals: Proposals, among batch: [Tool]) throws -> Proposals {
        let known = Set(library.tools.map(\.name))
        for proposal in proposals.all {
            guard let stranger = proposal.tools.first(where: { !known.contains($0) }) else { continue }
            throw StageFailure("Proposal \(proposal.id.number) names \(stranger), which the library does not have.")
        }
        guard Set(proposals.all.map(\.id)).count == proposals.all.count else {
            throw StageFailure("Two proposals have the same number.")
        }
        return proposals
    }
}
