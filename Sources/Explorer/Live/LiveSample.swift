import Engine

/// A sample that grows, or that grew last at its place: a fold over its events.
struct LiveSample: Hashable, Sendable {
    let id: SampleID
    /// Whether its events were seen from the first one on.
    let isWhole: Bool
    /// What its events tell; given up once it ended and nobody follows it.
    private(set) var state: RunState? = RunState()
    private(set) var iteration = 0
    /// The iterations that its plan allows; nil while that is not known.
    private(set) var iterations: Int?
    private(set) var phase = LivePhase.beginning
    /// Where it was when it was stopped, by the curator or a limit; there it goes on where somebody goes on with it.
    private var phaseWhenStopped: LivePhase?
    /// The steps of each chain, as far as they were seen to grow.
    private(set) var chains: [Int] = []
    private(set) var last = Happening(text: "")
    private(set) var lastTime: Timestamp
    /// The tool of its last call that failed.
    private(set) var failedTool: ToolName?
    /// What a model says for it, until the answer is stored.
    private(set) var speech: Speech?
    private(set) var watch = Stopwatch()

    init(beginningWith recorded: RecordedEvent) {
        id = recorded.sample
        isWhole = recorded.number == 1
        lastTime = recorded.time
    }

    /// A sample as its record has it, from its first event on; nil for one without any.
    ///
    /// How long it has been at what it does is not known: nobody may have grown it meanwhile.
    init?(_ record: [RecordedEvent]) {
        guard let first = record.first else { return nil }
        self.init(beginningWith: first)
        for recorded in record { _ = take(recorded.event, at: recorded.time) }
        disturb()
    }

    /// Takes in what happened to it.
    ///
    /// - Returns: The phase that is over with it, where one was measured.
    mutating func take(_ event: RunEvent, at time: Timestamp) -> PhaseTime? {
        state?.apply(event)
        speech = nil
        lastTime = time
        let measured = measure(event, at: time)
        last = Happening(event, took: measured.call)
        follow(event)
        if let before = phaseWhenStopped { (phase, phaseWhenStopped) = (before, nil) }
        if case .interrupted = event { phaseWhenStopped = phase }
        phase = next(after: event)
        beginMeasuring(after: event, at: time)
        return measured.phase
    }

    mutating func hear(_ speech: Speech) {
        if !phase.isOver { self.speech = speech }
    }

    /// What it does now takes longer than it would by itself.
    mutating func disturb() { watch.disturb() }

    /// No event of it will come any more.
    mutating func stop() {
        guard !phase.isOver else { return }
        (phase, phaseWhenStopped) = (.ended(.stopped), phase)
        last = Happening(text: "stopped where it was")
        speech = nil
    }

    /// It had ended when nobody looked: nobody goes on with it.
    mutating func endUnseen() {
        stop()
        if phase == .ended(.stopped) { phaseWhenStopped = nil }
    }

    /// Whether somebody may go on with it where it was stopped.
    var mayGoOn: Bool { phase == .ended(.stopped) && phaseWhenStopped != nil && state != nil }

    /// Keeps only what its row shows.
    mutating func forget() { state = nil }

    /// The iteration that is under way, or the last one.
    var current: Iteration? { state?.iterations.last }

    private mutating func follow(_ event: RunEvent) {
        switch event {
        case .began(_, let plan): iterations = plan.iterations
        case .branched(_, _, _, let inherited):
            iterations = inherited.plan?.iterations
            iteration = inherited.iterations.last?.number ?? 0
            chains = inherited.workflow.chains.map(\.steps.count)
        case .iterationBegan(let number): iteration = number
        case .attempted(_, let attempt) where !attempt.outcome.succeeded: failedTool = attempt.call.tool
        case .iterationEnded(_, .grew(let growth)):
            while chains.count < growth.chain.number { chains.append(0) }
            if growth.chain.number > 0 { chains[growth.chain.number - 1] += growth.steps.count }
        case .imported, .steered, .sampled, .asked, .proposed, .attempted, .tried, .selected,
            .iterationEnded(_, .stalled), .drafted, .draftFailed, .interrupted, .finished:
            return
        }
    }
}

extension LiveSample {
    private func next(after event: RunEvent) -> LivePhase {
        switch event {
        case .began, .branched, .imported: .beginning
        case .iterationBegan: .sampling
        case .sampled: .proposing
        case .proposed(let proposals):
            current?.trials.isEmpty == false ? afterTrial : .executing(ended: 0, of: proposals.all.count)
        case .tried: afterTrial
        case .iterationEnded(_, .stalled): .noOp
        case .iterationEnded(_, .grew): state?.plan?.drafting == .atTheEnd ? .between : .synthesising
        case .drafted, .draftFailed: .between
        case .interrupted: .ended(.interrupted)
        case .finished(.completed): .ended(.completed)
        case .finished(.synthesisFailed), .finished(.nothingGrown): .ended(.failed)
        // The final synthesis begins unannounced.
        case .asked(let exchange) where exchange.stage == .synthesising: .synthesising
        case .asked, .attempted, .selected, .steered: phase
        }
    }

    private var afterTrial: LivePhase {
        guard let trials = current?.trials, !trials.isEmpty else { return phase }
        let ended = trials.count { $0.ending != nil }
        return ended == trials.count && trials.contains(where: \.succeeded)
            ? .selecting : .executing(ended: ended, of: trials.count)
    }

    private mutating func measure(_ event: RunEvent, at time: Timestamp) -> (phase: PhaseTime?, call: Duration?) {
        switch event {
        case .proposed: (watch.end(.propose, at: time), nil)
        case .attempted(let id, _): (nil, watch.lap(id, at: time))
        case .asked(let exchange): (nil, exchange.proposal.flatMap { watch.lap($0, at: time) })
        case .tried: (isLastTrial ? watch.end(.execute, at: time) : nil, nil)
        case .selected: (watch.end(.select, at: time), nil)
        case .drafted, .finished: (watch.end(.synthesise, at: time), nil)
        case .began, .branched, .imported, .iterationBegan, .steered, .sampled, .iterationEnded, .draftFailed,
            .interrupted:
            (nil, nil)
        }
    }

    private var isLastTrial: Bool { current?.trials.allSatisfy { $0.ending != nil } == true }

    private mutating func beginMeasuring(after event: RunEvent, at time: Timestamp) {
        switch event {
        case .sampled: watch.begin(.propose, at: time)
        case .proposed(let proposals):
            watch.begin(.execute, at: time)
            watch.beginTrials(proposals.all.map(\.id), at: time)
        case .tried: if phase == .selecting { watch.begin(.select, at: time) }
        case .iterationEnded(_, .grew): watch.begin(.synthesise, at: time)
        case .iterationBegan, .iterationEnded(_, .stalled), .draftFailed, .interrupted: watch.drop()
        case .began, .branched, .imported, .steered, .asked, .attempted, .selected, .drafted, .finished: return
        }
    }
}
