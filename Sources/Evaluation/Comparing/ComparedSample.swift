import Engine

/// What a comparison counts of one sample, whichever method made it.
package struct ComparedSample: Hashable, Sendable {
    /// Ground-truth steps; nil where the sample did not pass.
    package let steps: Int?
    package let spending: Spending
    /// Nil where it is not known.
    package let wallTime: Duration?
    /// What judges said of the answer; nil for a method whose samples are not judged.
    package let judged: JudgedSample?

    package init(steps: Int?, spending: Spending, wallTime: Duration? = nil, judged: JudgedSample? = nil) {
        self.steps = steps
        self.spending = spending
        self.wallTime = wallTime
        self.judged = judged
    }

    package var hasPassed: Bool { steps != nil }
}

extension ComparedSample {
    /// A sample of the query-first baseline.
    package init(_ sample: BaselineSample) {
        self.init(
            steps: sample.result.isAnswered ? sample.result.groundTruthCalls.count : nil,
            spending: sample.spending, wallTime: sample.wallTime, judged: sample.judged)
    }

    /// A sample of the engine, from its events; nil while it grows.
    ///
    /// Its wall time goes from its first event to its last one. It is nil where the sample was interrupted in between,
    /// since nobody knows for how long.
    package init?(_ events: [RecordedEvent]) {
        let state = RunState(events.lazy.map(\.event))
        guard let outcome = state.outcome, let first = events.first, let last = events.last else { return nil }
        self.init(
            steps: outcome.isComplete ? state.workflow.steps.count : nil, spending: Spending(state),
            wallTime: events.contains(where: \.event.isPause) ? nil : last.time.since(first.time))
    }
}

extension Spending {
    /// What a sample of the engine took; calls that never left are not counted, as in every study.
    fileprivate init(_ state: RunState) {
        self.init()
        let usage = state.usage
        modelCalls = usage.modelCalls + usage.retries
        toolCalls = state.iterations.flatMap(\.trials).flatMap(\.attempts).count(where: \.outcome.hasLeft)
        promptTokens = usage.promptTokens
        completionTokens = usage.completionTokens
        cost = usage.unpricedCalls > 0 ? nil : usage.cost
    }
}

extension SampleOutcome {
    fileprivate var isComplete: Bool {
        switch self {
        case .completed: true
        case .synthesisFailed, .nothingGrown: false
        }
    }
}

extension RunEvent {
    fileprivate var isPause: Bool {
        if case .interrupted = self { true } else { false }
    }
}
