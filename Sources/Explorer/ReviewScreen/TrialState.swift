import Canvas
import Engine

/// What became of a proposal, as the gradient tells it.
enum TrialState: Hashable {
    case running(calls: Int)
    case failed(verdict: String)
    /// It succeeded, and the selector has not decided.
    case succeeded
    case selected(where: String)
    case notSelected

    init(_ trial: Trial, in iteration: Iteration) {
        guard let ending = trial.ending else {
            self = .running(calls: trial.attempts.count)
            return
        }
        switch (ending, iteration.selection) {
        case (.failed, _): self = .failed(verdict: trial.attempts.last?.outcome.failure ?? "no call")
        case (.unreachable, _): self = .failed(verdict: "unreachable")
        case (.succeeded, .chosen(trial.id, let place, _)):
            self = .selected(where: iteration.place ?? place.words)
        case (.succeeded, .some): self = .notSelected
        case (.succeeded, nil): self = iteration.outcome == nil ? .succeeded : .notSelected
        }
    }

    var isSelected: Bool {
        switch self {
        case .selected: true
        case .running, .failed, .succeeded, .notSelected: false
        }
    }

    var words: String {
        switch self {
        case .running(let calls): calls == 0 ? "starting" : "running, call \(calls)"
        case .failed(let verdict): verdict
        case .succeeded: "succeeded"
        case .selected(let place): "SELECTED, \(place)"
        case .notSelected: "not selected"
        }
    }

    var glyph: Glyph {
        switch self {
        case .running: .iterRunning
        case .failed: .stepFail
        case .succeeded, .selected, .notSelected: .stepOk
        }
    }

    var role: Role {
        switch self {
        case .running: .iterRunning
        case .failed: .proposalFailed
        case .succeeded, .notSelected: .proposal
        case .selected: .proposalSelected
        }
    }
}

extension ToolOutcome {
    /// The word for a failure; `failed` where the call itself went well.
    fileprivate var failure: String { succeeded ? "failed" : verdict }
}

extension Placement {
    fileprivate var words: String {
        switch self {
        case .append(let chain): "to c\(chain.number)"
        case .newChain: "new chain"
        }
    }
}

extension Iteration {
    /// Where its steps went; nil while nothing was added.
    fileprivate var place: String? {
        guard case .grew(let growth) = outcome else { return nil }
        return (growth.opensChain ? "new c" : "to c") + String(growth.chain.number)
    }
}
