import Engine
import Review

/// What a run came to: counts over all of its samples.
struct RunFigures {
    private(set) var finished = 0
    private(set) var completed = 0
    /// Samples that stopped before their end.
    private(set) var interrupted = 0
    private(set) var accepted = 0
    /// Branches, and those of them that have ended; the other figures are without them.
    private(set) var branches = 0
    private(set) var finishedBranches = 0
    private(set) var iterations = 0
    private(set) var noOps: [String: Int] = [:]
    /// Why stages had no answer, in their words.
    private(set) var problems: [String: Int] = [:]
    private(set) var steps = 0
    private(set) var chains = 0
    private(set) var trials = 0
    /// Calls that the policy did not allow.
    private(set) var deniedCalls = 0
    private(set) var usage = Usage()
    private(set) var data: DataFigures

    /// Takes the run's tools; samples are added one by one.
    init(of library: [ToolName: Tool]) {
        data = DataFigures(of: library)
    }

    var samples: Int { finished + interrupted }

    var stalled: Int { noOps.values.reduce(0, +) }

    mutating func add(_ sample: ReviewedSample) {
        let state = sample.state
        guard sample.id.branch.isEmpty else {
            branches += 1
            if state.outcome != nil { finishedBranches += 1 }
            return
        }
        switch state.outcome {
        case .completed:
            finished += 1
            completed += 1
        case .synthesisFailed, .nothingGrown: finished += 1
        case nil: interrupted += 1
        }
        if sample.review.status == .accepted { accepted += 1 }
        iterations += state.iterations.count
        steps += state.workflow.steps.count
        chains += state.workflow.chains.count
        trials += state.iterations.reduce(0) { $0 + $1.trials.count }
        deniedCalls += state.iterations.flatMap(\.trials).flatMap(\.attempts).count { $0.outcome.isDenied }
        usage = usage + state.usage
        for case .stalled(let cause) in state.iterations.compactMap(\.outcome) {
            noOps[cause.title, default: 0] += 1
            switch cause {
            case .proposerFailed(let reason), .selectorFailed(let reason), .steeringFailed(let reason):
                problems[reason, default: 0] += 1
            case .nothingProposed, .everyTrialFailed, .selectorDeclined, .budgetSpent: break
            }
        }
        if case .synthesisFailed(let reason) = state.outcome { problems[reason, default: 0] += 1 }
        data.add(sample)
    }
}

extension ToolOutcome {
    fileprivate var isDenied: Bool {
        switch self {
        case .denied: true
        case .returned, .failed, .malformed, .refused, .rejected, .timedOut, .unreachable: false
        }
    }
}
