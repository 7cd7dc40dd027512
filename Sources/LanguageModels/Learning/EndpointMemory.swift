import HTTPTransport

/// What was found out about an endpoint and its models since the program began.
///
/// The same replies in the same order teach the same.
actor EndpointMemory {
    private let endpoint: ModelEndpoint
    private var dialects: [String: Dialect] = [:]
    /// Answers in a row that did not do what was asked.
    private var heedless: [String: Int] = [:]
    private var budget = RetryBudget()
    private var random: any RandomNumberGenerator & Sendable
    private(set) var hasAnswered = false
    private(set) var lastFailure: String?

    init(_ endpoint: ModelEndpoint, random: any RandomNumberGenerator & Sendable) {
        self.endpoint = endpoint
        self.random = random
    }

    func dialect(for model: String) -> Dialect { dialects[model] ?? Dialect(endpoint) }

    /// Learns from an objection to a request that was made in the dialect `used`.
    ///
    /// - Returns: whether there is another way to ask.
    func learn(_ objection: Objection, to used: Dialect, of model: String) -> Bool {
        // Meanwhile another request may have learned the same.
        guard dialect(for: model) == used else { return true }
        guard let other = used.adapted(to: objection, at: endpoint) else { return false }
        dialects[model] = other
        return true
    }

    /// Learns from an answer: a model that twice in a row pays no heed to what it was told is asked in another way.
    ///
    /// Some endpoints take the fields and ignore them.
    func learn(_ form: ReadReply.Form, in used: Dialect, of model: String) {
        guard dialect(for: model) == used else { return }
        switch form {
        case .notAsked: break
        case .found: heedless[model] = 0
        case .missing(let objection):
            heedless[model, default: 0] += 1
            guard heedless[model] == 2 else { return }
            heedless[model] = 0
            dialects[model] = used.adapted(to: objection, at: endpoint) ?? used
        }
    }
}

extension EndpointMemory {
    func countCall() { budget.countCall() }

    func takeRetry() -> Bool { budget.takeRetry() }

    func noteAnswer() { hasAnswered = true }

    func note(_ failure: String) { lastFailure = failure }

    /// How long to wait after so many failures.
    func delay(afterFailures failures: Int, retryAfter: Duration?) -> Duration {
        Backoff().delay(afterFailures: failures, retryAfter: retryAfter, using: &random)
    }
}
