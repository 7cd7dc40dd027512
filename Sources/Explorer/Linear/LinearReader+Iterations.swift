import Engine

extension LinearReader {
    /// An iteration that the reviewer walked to: its gradient, what it added, and the draft after it.
    func iteration(of open: OpenSample) -> [String] {
        guard let iteration = open.iteration else { return spoken(open.state.withoutIterations) }
        let added = open.view.workflow.steps.filter { $0.iteration == iteration.number }
        return spoken("Iteration \(iteration.number) of \(open.iterations): \(ending(of: iteration)).")
            + iteration.trials.flatMap { proposal($0, of: iteration) } + why(of: iteration)
            + added.flatMap { step($0, in: open) } + texts(of: open)
    }

    func ending(of iteration: Iteration) -> String {
        switch iteration.outcome {
        case .grew(let growth): words(on: growth)
        case .stalled(let cause):
            "nothing added, " + [cause.title, cause.reason].compactMap(\.self).joined(separator: ": ")
        case nil: "under way"
        }
    }

    /// `step 4 added to chain 1`.
    private func words(on growth: Growth) -> String {
        let numbers = growth.steps.map { String($0.number) }.joined(separator: ", ")
        let place = (growth.opensChain ? "as new chain " : "to chain ") + String(growth.chain.number)
        return "step\(growth.steps.count == 1 ? "" : "s") \(numbers) added \(place)"
    }

    func proposal(_ trial: Trial, of iteration: Iteration) -> [String] {
        let state = TrialState(trial, in: iteration)
        let tools = trial.proposal.tools.map(\.text).joined(separator: ", ")
        let report = trial.ending.map { spoken(($0.isSuccess ? "report: " : "failed: ") + $0.text, indent: 2) } ?? []
        return spoken("Proposal \(trial.id.number) of \(iteration.trials.count), \(tools): \(state.words)")
            + spoken(trial.proposal.instruction, indent: 2) + report
    }

    private func why(of iteration: Iteration) -> [String] {
        let notes = iteration.steering.flatMap(\.sentences).flatMap { spoken("You: \($0)") }
        return (iteration.selection.map { spoken("Why: \($0.reason)") } ?? []) + notes
    }
}

extension LinearReader {
    /// An event of the sample on show, where it is worth a line.
    func grown(_ event: RunEvent, in state: ExplorerState) -> [String] {
        guard let open = state.open else { return [] }
        switch event {
        case .iterationBegan(let number): return ["Iteration \(number) begins."]
        case .proposed(let proposals):
            return proposals.all.flatMap { spoken("Proposal \($0.id.number): \($0.instruction)") }
        case .attempted(let id, let attempt):
            return spoken(
                "Proposal \(id.number) calls \(spokenName(attempt.call.tool.text)): \(attempt.outcome.verdict)")
        case .tried(let id, let ending):
            return spoken("Proposal \(id.number) \(ending.isSuccess ? "succeeded" : "failed"): \(ending.text)")
        case .selected(let selection): return spoken("Selector: \(selection.reason)")
        case .iterationEnded(let number, _):
            let ending = open.state.iterations.first { $0.number == number }.map(ending) ?? "over"
            return spoken("Iteration \(number) ends: \(ending).")
        case .drafted(let draft): return spoken("Draft of the query: \(draft.query)")
        case .draftFailed(let reason): return spoken("No draft: \(reason)")
        case .steered(let steering, _):
            return steering.sentences.flatMap { spoken("What you asked for counts from here: \($0)") }
        case .interrupted(let limit): return spoken("It stops: \(limit.title).")
        case .finished: return ["It is finished."] + heading(of: state) + texts(of: open) + findings(of: open)
        case .began, .branched, .imported, .sampled, .asked: return []
        }
    }
}

extension Trial.Ending {
    fileprivate var isSuccess: Bool {
        switch self {
        case .succeeded: true
        case .failed, .unreachable: false
        }
    }
}
