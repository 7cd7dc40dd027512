extension Generator {
    /// The optimiser's step: what the chosen trial adds to the workflow.
    func update(with id: Proposal.ID, of trials: [Trial], at place: Placement, _ state: RunState) -> Growth {
        let attempts = trials.first { $0.id == id }?.keptAttempts(library.byName) ?? []
        let last = state.workflow.steps.map(\.number).max() ?? 0
        let steps = attempts.enumerated().compactMap { offset, attempt -> Step? in
            guard let output = attempt.outcome.output else { return nil }
            return Step(
                number: last + 1 + offset, call: attempt.call, output: output, origin: attempt.result.origin,
                iteration: state.nextIteration, proposal: id)
        }
        switch place {
        case .append(let chain):
            return Growth(chain: chain, opensChain: false, steps: steps)
        case .newChain:
            let newest = state.workflow.chains.map(\.id.number).max() ?? 0
            return Growth(chain: Chain.ID(newest + 1), opensChain: true, steps: steps)
        }
    }
}

extension Trial {
    /// What a selected trial contributes, in order: its last successful call, and every successful call whose output
    /// that one uses, directly or through others.
    ///
    /// So no kept argument comes from a call that nobody sees.
    package func keptAttempts(_ library: [ToolName: Tool]) -> [Attempt] {
        guard let last = attempts.lastIndex(where: \.outcome.succeeded) else { return [] }
        var kept: Set<Int> = [last]
        for index in stride(from: last, through: 1, by: -1) where kept.contains(index) {
            kept.formUnion(attempts[index].usedAttempts(among: attempts[..<index], library))
        }
        return kept.sorted().map { attempts[$0] }
    }
}

extension Trial.Attempt {
    fileprivate func usedAttempts(among earlier: ArraySlice<Trial.Attempt>, _ library: [ToolName: Tool]) -> Set<Int> {
        let sources = earlier.indices.compactMap { index -> Provenance.Output? in
            guard let output = earlier[index].outcome.output else { return nil }
            let call = earlier[index].call
            return Provenance.Output(
                step: index, tool: library[call.tool], arguments: call.arguments, output: output)
        }
        let traces = Provenance(query: nil, outputs: sources).trace(call, of: library[call.tool])
        return Set(
            traces.compactMap { trace in
                guard case .output(let index, _) = trace.source else { return nil }
                return index
            })
    }
}
