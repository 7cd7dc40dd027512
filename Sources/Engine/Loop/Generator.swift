/// Grows samples answer first: tool calls are chained and executed, then the query is written.
///
/// The method is ToolGrad's (arXiv 2508.04086). The workflow is what is learnt, the sampled tools are the mini-batch,
/// the feedback from execution is the gradient, and adding the chosen steps is the optimiser's step.
package struct Generator: Sendable {
    package let plan: Plan
    package let library: ToolLibrary
    package let run: RunID
    let stages: Stages
    let control: RunControl
    let ledger: any RunLedger
    let account: BudgetAccount
    let prices: PriceTable
    /// Shown what models say while they say it; it may be passed over.
    let watch: (@Sendable (ExchangeSlot, StreamedText) -> Void)?
    let now: @Sendable () -> Timestamp

    package init(
        plan: Plan, library: ToolLibrary, stages: Stages, control: RunControl = RunControl(),
        ledger: any RunLedger = ForgetfulLedger(), account: BudgetAccount? = nil, prices: PriceTable = PriceTable(),
        watch: (@Sendable (ExchangeSlot, StreamedText) -> Void)? = nil, now: @escaping @Sendable () -> Timestamp
    ) {
        self.plan = plan
        self.library = library
        self.stages = stages
        self.control = control
        self.ledger = ledger
        self.account = account ?? BudgetAccount(plan.budget) { .zero }
        self.prices = prices
        self.watch = watch
        self.now = now
        run = RunID(plan: plan, library: library.tools, planner: stages.identity)
    }

    /// What the samples say they were planned by.
    package var planner: String { stages.planner }

    /// Which run has another plan and everything else the same.
    package func run(planned plan: Plan) -> RunID {
        RunID(plan: plan, library: library.tools, planner: stages.identity)
    }

    /// Grows one sample, from the beginning or from where its stored events end; a branch goes on as a branch.
    package func sample(_ sample: SampleID, after stored: [RecordedEvent] = []) -> EventStream {
        let began = RunEvent.began(planner: stages.planner, plan: plan)
        let branching = stored.first.flatMap { Branching($0.event) }
        let isBegun = branching != nil || stored.contains { $0.event == began }
        return EventStream { channel in
            let log = EventLog(of: sample, after: stored, channel: channel, now: now)
            try await grow(sample, log, beginning: isBegun ? nil : began, branching: branching)
        }
    }

    /// The method's loop.
    private func grow(
        _ sample: SampleID, _ log: EventLog, beginning: RunEvent?, branching: Branching?
    ) async throws {
        do {
            if let beginning { try await log.record(beginning) }
            while await !isDone(log.state, sample) {
                let number = await log.state.nextIteration
                let position = Position(sample: sample, iteration: number)
                let steering = try await ask(.proposing, position, log)
                    .merged(over: branching?.asked(of: number) ?? Steering())
                try await log.record(.iterationBegan(number))
                let outcome = try await iterate(position, steering, log)
                try await log.record(.iterationEnded(number, outcome))
                await control.iterationEnded(number, of: sample)
                try await draft(sample, log)
            }
            try await finish(sample, log)
        } catch let spent as BudgetSpent {
            try await log.record(.interrupted(spent.limit))
        }
    }

    /// One iteration: sample, propose, execute, select, update.
    func iterate(_ position: Position, _ asked: Steering, _ log: EventLog) async throws -> IterationOutcome {
        var steering = try await note(asked, at: .proposing, log)
        let batch = try await sample(position, without: steering.mutedTools, log)

        let proposals: Proposals
        do { proposals = try await propose(batch, position, steering, log) } catch let failure as StageFailure {
            return .stalled(.proposerFailed(reason: failure.reason))
        } catch let failure as SteeringFailure {
            return .stalled(.steeringFailed(reason: failure.reason))
        }
        guard !proposals.all.isEmpty else { return .stalled(.nothingProposed(reason: proposals.reason)) }

        let trials = try await execute(proposals, position, log)
        guard trials.contains(where: \.succeeded) else { return .stalled(.everyTrialFailed) }

        let word = try await note(ask(.selecting, position, log), at: .selecting, log)
        steering = word.merged(over: steering)
        do {
            let trials = trials + (try await execute(word, beside: proposals, position, log))
            switch try await select(among: trials, position, steering, log) {
            case .declined(let reason): return .stalled(.selectorDeclined(reason: reason))
            case .chosen(let id, let place, _): return .grew(update(with: id, of: trials, at: place, await log.state))
            }
        } catch let failure as StageFailure {
            return .stalled(.selectorFailed(reason: failure.reason))
        } catch let failure as SteeringFailure {
            return .stalled(.steeringFailed(reason: failure.reason))
        }
    }

    private func isDone(_ state: RunState, _ sample: SampleID) -> Bool {
        if state.nextIteration > plan.iterations { return true }
        guard let target = plan.targetSteps else { return false }
        var random = random(for: .targeting, Position(sample: sample, iteration: 0))
        return state.workflow.steps.count >= target.drawn(using: &random)
    }

    /// Asks the control what the curator wants, and waits as long as the curator does; where the iteration is run again,
    /// the record answers.
    private func ask(_ gate: RunControl.Gate, _ position: Position, _ log: EventLog) async throws -> Steering {
        if let recorded = await log.storedSteering(at: gate) {
            await control.cameThrough(gate, of: position.sample, iteration: position.iteration)
            return recorded
        }
        return try await control.pass(gate, of: position.sample, iteration: position.iteration)
    }

    /// A stage's way to its model.
    func models(
        for stage: ExchangeSlot.Stage, _ position: Position, _ log: EventLog, proposal: Proposal.ID? = nil,
        turn: Int = 0
    ) -> ModelAccess {
        ModelAccess(
            ExchangeSlot(
                sample: position.sample, iteration: position.iteration, stage: stage, proposal: proposal, turn: turn),
            ledger: ledger, account: account, prices: prices, watch: watch
        ) { exchange in try await log.record(.asked(exchange)) }
    }

    /// An answer of the curator is an event.
    private func note(_ steering: Steering, at gate: RunControl.Gate, _ log: EventLog) async throws -> Steering {
        if !steering.isEmpty { try await log.record(.steered(steering, at: gate)) }
        return steering
    }
}

/// Which iteration of which sample.
struct Position: Hashable, Sendable {
    let sample: SampleID
    let iteration: Int
}
