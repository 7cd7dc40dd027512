import Engine
import Review

extension SampleRow {
    /// Follows an event as ``RunState`` does, without the state.
    mutating func apply(_ event: RunEvent) {
        events += 1
        forgetFindings()
        phase = Self.phase(after: event) ?? phase
        switch event {
        case .branched(_, _, _, let inherited): inherit(inherited)
        case .imported(_, let workflow): take(workflow)
        case .iterationBegan: iterations += 1
        case .asked(let exchange): pay(exchange.cost)
        case .attempted: calls += 1
        case .iterationEnded(_, let outcome): end(outcome)
        case .drafted(let synthesis): take(synthesis)
        case .finished(let outcome): finish(outcome)
        case .began, .steered, .sampled, .proposed, .tried, .selected, .draftFailed, .interrupted: return
        }
    }

    private static func phase(after event: RunEvent) -> RunState.Phase? {
        switch event {
        case .branched, .drafted, .draftFailed: .waiting
        case .iterationBegan: .sampling
        case .sampled: .proposing
        case .proposed: .executing
        case .selected: .selecting
        case .iterationEnded: .synthesising
        case .interrupted: .interrupted
        case .finished: .finished
        case .began, .imported, .steered, .asked, .attempted, .tried: nil
        }
    }

    private mutating func inherit(_ state: RunState) {
        iterations = state.iterations.count
        noops = state.iterations.count { if case .stalled = $0.outcome { true } else { false } }
        let usage = state.usage
        calls = usage.toolCalls
        asked = usage.modelCalls
        cost = asked == 0 || usage.unpricedCalls > 0 ? nil : usage.cost.column
        take(state.workflow)
        if let synthesis = state.synthesis { take(synthesis) }
    }

    /// Counts a question; one of unknown price makes the whole unknown.
    private mutating func pay(_ price: Money?) {
        let before = asked == 0 ? Money.zero : cost.map(Money.init(column:))
        asked += 1
        cost = if let before, let price { (before + price).column } else { nil }
    }

    private mutating func end(_ outcome: IterationOutcome) {
        switch outcome {
        case .stalled: noops += 1
        case .grew(let growth):
            steps += growth.steps.count
            callKey = Likeness.calls(growth.steps.map(\.call), after: callKey)
            if growth.opensChain { chains += 1 }
        }
    }

    private mutating func finish(_ outcome: SampleOutcome) {
        self.outcome = outcome.title
        switch outcome {
        case .completed(let synthesis):
            growth = .completed
            take(synthesis)
        case .synthesisFailed, .nothingGrown: growth = .failed
        }
    }

    private mutating func take(_ synthesis: Synthesis) {
        query = synthesis.query.withoutNul
        response = synthesis.response.withoutNul
        queryKey = hashedQuery()
    }

    /// Takes over a whole workflow.
    mutating func take(_ workflow: Workflow) {
        chains = workflow.chains.count
        steps = workflow.steps.count
        callKey = Likeness.calls(workflow.steps.map(\.call))
    }
}

extension Money {
    /// In dollars, as a list compares it: rounded to the nearest that a column can hold.
    fileprivate var column: Double { Double(nanodollars) / 1_000_000_000 }

    /// Takes back ``column``: exact below a million dollars, since what was rounded is rounded back.
    fileprivate init(column dollars: Double) {
        self.init(nanodollars: Int64(exactly: (dollars * 1_000_000_000).rounded()) ?? .max)
    }
}

extension RunEvent {
    /// The tools that the workflow has through it.
    var addedTools: Set<ToolName> {
        switch self {
        case .branched(_, _, _, let inherited): inherited.workflow.tools
        case .imported(_, let workflow): workflow.tools
        case .iterationEnded(_, .grew(let growth)): Set(growth.steps.map(\.call.tool))
        case .began, .iterationBegan, .steered, .sampled, .asked, .proposed, .attempted, .tried, .selected,
            .iterationEnded(_, .stalled), .drafted, .draftFailed, .interrupted, .finished:
            []
        }
    }
}

extension Workflow {
    /// The tools of its steps.
    var tools: Set<ToolName> { Set(steps.map(\.call.tool)) }
}
