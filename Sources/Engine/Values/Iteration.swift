/// One pass of the method over one sample: sample, propose, execute, select, update, synthesise.
package struct Iteration: Hashable, Codable, Sendable, Identifiable {
    /// 1 for the first.
    package let number: Int
    /// The tools that were sampled: the mini-batch.
    package var pool: [ToolName]
    /// What the curator asked for before or during it.
    package var steering: [Steering]
    package var proposals: Proposals?
    /// One for each proposal, in the order of the proposals.
    package var trials: [Trial]
    package var selection: Selection?
    /// Nil while the iteration runs.
    package var outcome: IterationOutcome?
    /// The query and response as they were drafted after the iteration; nil where nothing was drafted.
    package var draft: Synthesis?
    /// Why there is no draft although one was tried.
    package var draftProblem: String?
    package var usage: Usage

    package var id: Int { number }

    package init(number: Int) {
        self.number = number
        pool = []
        steering = []
        trials = []
        usage = Usage()
    }
}

/// What an iteration did to the workflow.
package enum IterationOutcome: Hashable, Codable, Sendable {
    case grew(Growth)
    case stalled(NoOpCause)
}

/// Why an iteration added nothing.
package enum NoOpCause: Hashable, Codable, Sendable {
    case nothingProposed(reason: String)
    case proposerFailed(reason: String)
    case everyTrialFailed
    case selectorDeclined(reason: String)
    case selectorFailed(reason: String)
    /// What the curator asked for could not be done.
    case steeringFailed(reason: String)
    case budgetSpent(Budget.Limit)

    /// What a selection gives as its reason where the curator declined in the selector's place.
    static let curatorsReason = "The curator declined."
    /// Stored as a selector's; the reason tells them apart, also in datasets of earlier versions.
    package static let curatorDeclined = NoOpCause.selectorDeclined(reason: curatorsReason)

    /// A few words for lists.
    package var title: String {
        switch self {
        case .nothingProposed: "nothing proposed"
        case .proposerFailed: "proposer failed"
        case .everyTrialFailed: "every trial failed"
        case .curatorDeclined: "curator declined"
        case .selectorDeclined: "selector declined"
        case .selectorFailed: "selector failed"
        case .steeringFailed: "steering failed"
        case .budgetSpent(let limit): "budget spent: \(limit.title)"
        }
    }

    /// The reason that was given, where one was.
    package var reason: String? {
        switch self {
        case .nothingProposed(let reason), .proposerFailed(let reason), .selectorDeclined(let reason),
            .selectorFailed(let reason), .steeringFailed(let reason):
            reason
        case .everyTrialFailed, .budgetSpent: nil
        }
    }
}
