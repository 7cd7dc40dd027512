import Engine

/// What a run did as far as its events were seen.
struct LiveTally: Hashable, Sendable {
    /// How the calls of a tool ended; those that never left are not among them.
    struct ToolCalls: Hashable, Sendable {
        var calls = 0
        var failures = 0

        /// The failed ones of a hundred.
        var percent: Int { calls == 0 ? 0 : failures.percent(of: calls) }
    }

    private(set) var run: RunID?
    private(set) var plan: Plan?
    /// When its first event was seen, and its last one.
    private(set) var first: Timestamp?
    private(set) var latest: Timestamp?
    /// Samples that were asked for and were seen to grow, however that ended.
    private(set) var begun = 0
    private(set) var completed = 0
    private(set) var failed = 0
    private(set) var interrupted = 0
    private(set) var iterations = 0
    private(set) var noOps = 0
    private(set) var usage = Usage()
    private(set) var tools: [ToolName: ToolCalls] = [:]
    private(set) var phases: [TimedPhase: MeanTime] = [:]
    private(set) var pace = Pace()
    private(set) var costs = SampleCosts()
    /// Whether something of the run happened before it was watched.
    private(set) var hasPast = false

    init(of run: RunID? = nil) { self.run = run }

    /// Samples that are not to be grown any more.
    var ended: Int { completed + failed }

    mutating func take(_ recorded: RecordedEvent, _ novelty: SeenEvents.Novelty) {
        first = first ?? recorded.time
        latest = max(latest ?? recorded.time, recorded.time)
        if novelty == .first, recorded.number > 1 { hasPast = true }
        if novelty == .first, recorded.sample.branch.isEmpty { begun += 1 }
        switch recorded.event {
        case .began(_, let plan): self.plan = plan
        case .asked(let exchange): usage.count(exchange)
        case .attempted(_, let attempt): count(attempt)
        case .tried(_, .failed), .tried(_, .unreachable): usage.failedTrials += 1
        case .iterationEnded(_, let outcome):
            iterations += 1
            if case .stalled = outcome { noOps += 1 }
        // Branches were not asked for with the run.
        case .interrupted where recorded.sample.branch.isEmpty: interrupted += 1
        case .finished(let outcome) where recorded.sample.branch.isEmpty: end(outcome, at: recorded.time)
        case .branched, .imported, .iterationBegan, .steered, .sampled, .proposed, .tried, .selected, .drafted,
            .draftFailed, .interrupted, .finished:
            return
        }
    }

    mutating func take(_ time: PhaseTime) { phases[time.phase, default: MeanTime()].add(time.took) }

    /// Notes what a sample cost, once it has ended and where all of it is known; branches were not asked for.
    mutating func takeCost(of sample: LiveSample, after event: RunEvent) {
        guard case .finished = event, sample.id.branch.isEmpty, sample.isWhole, let usage = sample.state?.usage,
            usage.unpricedCalls == 0
        else { return }
        costs.add(usage.cost)
    }

    private mutating func end(_ outcome: SampleOutcome, at time: Timestamp) {
        switch outcome {
        case .completed: completed += 1
        case .synthesisFailed, .nothingGrown: failed += 1
        }
        pace.finish(at: time)
    }

    private mutating func count(_ attempt: Trial.Attempt) {
        usage.toolCalls += 1
        if !attempt.outcome.succeeded { usage.failedCalls += 1 }
        guard attempt.outcome.hasLeft else { return }
        tools[attempt.call.tool, default: ToolCalls()].calls += 1
        if !attempt.outcome.succeeded { tools[attempt.call.tool, default: ToolCalls()].failures += 1 }
    }

    /// The failures of a tool that was called so often now that they are worth a line; nil otherwise.
    func alarm(about tool: ToolName) -> ToolCalls? {
        guard let calls = tools[tool], calls.percent >= Self.tooOften,
            calls.calls == 2 * Self.leastCalls || calls.calls.isMultiple(of: 100)
        else { return nil }
        return calls
    }

    /// The percentage of failed calls from which a tool is spoken of.
    private static let tooOften = 25
    /// Calls of a tool before it is judged.
    static let leastCalls = 10

    /// The tool that fails most often, among those that were called often enough and fail more than they should.
    func worstTool(besides muted: [ToolName]) -> ToolName? {
        let judged = tools.filter { $0.value.calls >= Self.leastCalls && $0.value.percent >= Self.tooOften }
        return judged.filter { !muted.contains($0.key) }.max { left, right in
            (left.value.percent, left.value.calls, right.key) < (right.value.percent, right.value.calls, left.key)
        }?.key
    }
}

extension Usage {
    /// Counts a question to a model.
    fileprivate mutating func count(_ exchange: Exchange) {
        modelCalls += 1
        promptTokens += exchange.usage.prompt.believable
        completionTokens += exchange.usage.completion.believable
        if let paid = exchange.cost { cost = cost + paid } else { unpricedCalls += 1 }
    }
}

extension Int {
    /// A damaged record may say anything; a sum over it must not overflow.
    fileprivate var believable: Int { Swift.min(Swift.max(0, self), 1 << 40) }
}
