import HTTPTransport

/// Counts the tries of one completion, and says whether another is worth it.
struct TryCount: Hashable {
    /// What to do after a failed try.
    enum Step: Hashable {
        case tryAgain
        case giveUp
    }

    static let most = 5
    /// A dialect has fewer things to change than this; so it ends whatever an endpoint says.
    static let mostAdaptations = 16

    private(set) var failures = 0
    private(set) var adaptations = 0
    private var timeouts = 0
    private var malformed = 0

    /// Counts a failed try.
    mutating func fail(_ failure: TryFailure) -> Step {
        failures += 1
        guard failures < Self.most else { return .giveUp }
        switch failure.patience {
        case .none: return .giveUp
        case .always: return .tryAgain
        case .once: return isFirst(failure) ? .tryAgain : .giveUp
        }
    }

    /// Counts a try that taught another way to ask.
    mutating func adapt() -> Step {
        adaptations += 1
        return adaptations <= Self.mostAdaptations ? .tryAgain : .giveUp
    }

    private mutating func isFirst(_ failure: TryFailure) -> Bool {
        if case .timedOut = failure {
            timeouts += 1
            return timeouts == 1
        }
        malformed += 1
        return malformed == 1
    }
}
