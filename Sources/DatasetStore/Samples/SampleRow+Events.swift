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
        case .iterationBegan: iterations += 1
        case .attempted: calls += 1
        case .iterationEnded(_, let outcome): end(outcome)
        case .drafted(let synthesis): take(synthesis)
        case .finished(let outcome): finish(outcome)
        case .began, .steered, .sampled, .asked, .proposed, .tried, .selected, .draftFailed, .interrupted: return
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
        case .began, .steered, .asked, .attempted, .tried: nil
        }
    }

    private mutating func inherit(_ state: RunState) {
        iterations = state.iterations.count
        noops = state.iterations.count { if case .stalled = $0.outcome { true } else { false } }
        calls = state.usage.toolCalls
        take(state.workflow)
        if let synthesis = state.synthesis { take(synthesis) }
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

extension RunEvent {
    /// The tools that the workflow has through it.
    var addedTools: Set<ToolName> {
        switch self {
        case .branched(_, _, _, let inherited): inherited.workflow.tools
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
