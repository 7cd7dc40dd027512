extension Generator {
    /// Executes every proposal at once, each as a trial; the trials come back in the order of the proposals.
    func execute(_ proposals: Proposals, _ position: Position, _ log: EventLog) async throws -> [Trial] {
        let workflow = await log.state.workflow
        return try await withThrowingTaskGroup(of: (Int, Trial).self) { group in
            for (index, proposal) in proposals.all.enumerated() {
                group.addTask { (index, try await run(proposal, on: workflow, position, log)) }
            }
            var trials: [Int: Trial] = [:]
            for try await (index, trial) in group { trials[index] = trial }
            return proposals.all.indices.compactMap { trials[$0] }
        }
    }

    /// Executes what the curator wrote anew at the selection, as further trials of the same iteration.
    ///
    /// - Throws: ``SteeringFailure`` for what cannot be executed.
    func execute(
        _ word: Steering, beside proposals: Proposals, _ position: Position, _ log: EventLog
    ) async throws -> [Trial] {
        guard let written = word.proposals, !written.isEmpty else { return [] }
        let all = Proposals(reason: proposals.reason, all: proposals.all + written)
        try await log.record(.proposed(try self.written(all)))
        return try await execute(Proposals(reason: all.reason, all: written), position, log)
    }

    /// One trial: at most the plan's number of turns, each turn really calls one tool.
    private func run(
        _ proposal: Proposal, on workflow: Workflow, _ position: Position, _ log: EventLog
    ) async throws -> Trial {
        var trial = Trial(proposal: proposal)
        var said: [ModelMessage] = []
        while trial.ending == nil {
            let turnsLeft = plan.turns - trial.attempts.count
            switch try await turn(of: trial, after: said, on: workflow, position, turnsLeft: turnsLeft, log) {
            case .finish(let ending):
                trial.ending = ending
            case .call where turnsLeft == 0:
                trial.ending = .failed(reason: "Not done within \(plan.turns) calls.")
            case .call(let call, let message):
                said += message.map { [$0] } ?? []
                let attempt = try await attempt(call, of: trial, position, log)
                try await log.record(.attempted(trial.id, attempt))
                trial.attempts.append(attempt)
                if case .unreachable(let reason) = attempt.outcome { trial.ending = .unreachable(reason: reason) }
            }
        }
        let ending = checked(trial)
        trial.ending = ending
        try await log.record(.tried(trial.id, ending))
        return trial
    }

    private func turn(
        of trial: Trial, after said: [ModelMessage], on workflow: Workflow, _ position: Position, turnsLeft: Int,
        _ log: EventLog
    ) async throws -> Turn {
        let request = TrialRequest(
            workflow: workflow, library: library.byName, iteration: position.iteration, turnsLeft: turnsLeft,
            random: random(for: .executing, position),
            models: models(for: .executing, position, log, proposal: trial.id, turn: trial.attempts.count),
            said: said)
        do { return try await stages.executor.turn(of: trial, in: request) } catch let failure as StageFailure {
            return .finish(.failed(reason: failure.reason))
        }
    }

    /// A trial cannot succeed without a call that did.
    private func checked(_ trial: Trial) -> Trial.Ending {
        guard let ending = trial.ending else { return .failed(reason: "The trial was left unfinished.") }
        if trial.succeeded, !trial.attempts.contains(where: \.outcome.succeeded) {
            return .failed(reason: "No call of the trial succeeded.")
        }
        return ending
    }

    /// Really calls the tool, unless the arguments are wrong or the same call finished before an interruption.
    private func attempt(
        _ call: ToolCall, of trial: Trial, _ position: Position, _ log: EventLog
    ) async throws -> Trial.Attempt {
        if let objection = library.objection(to: call) {
            return Trial.Attempt(call: call, result: ToolResult(.rejected(reason: objection), origin: .live))
        }
        let slot = CallSlot(
            sample: position.sample, iteration: position.iteration, proposal: trial.id,
            attempt: trial.attempts.count + 1)
        if let result = try await ledger.begin(call, in: slot) {
            return Trial.Attempt(call: call, result: result)
        }
        try await account.reserveToolCall()
        let result = await library.run(call, in: await log.state.context(of: call, by: trial, in: slot))
        if Task.isCancelled, case .unreachable = result.outcome { throw CancellationError() }
        // A call that finished is noted even when the growth was cancelled meanwhile: it must not be made again.
        try await Task { [ledger] in try await ledger.finish(call, in: slot, with: result) }.value
        try Task.checkCancellation()
        return Trial.Attempt(call: call, result: result)
    }
}

extension RunState {
    /// What a tool's source may know about a call of a trial.
    fileprivate func context(of call: ToolCall, by trial: Trial, in slot: CallSlot) -> CallContext {
        let earlier = iterations.filter { $0.number < slot.iteration }.flatMap(\.trials).flatMap(\.attempts)
        let made = (earlier + trial.attempts).map(\.call)
        return CallContext(
            slot: slot, history: workflow.steps.map(\.call) + trial.attempts.filter(\.outcome.mayHaveRun).map(\.call),
            callsMade: made.count, repeats: made.count { $0 == call })
    }
}
