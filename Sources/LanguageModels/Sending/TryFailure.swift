import Engine
import HTTPTransport

/// Why one try gave no completion.
enum TryFailure: Error, Hashable {
    /// No further try would fare better.
    case refused(ModelError)
    /// The endpoint does not take the way it was asked; where there is no other way, the error counts.
    case objected(Objection, otherwise: ModelError)
    /// Too many requests.
    case limited(reason: String, RetryAfter)
    /// The endpoint is in trouble and says so.
    case failing(reason: String, RetryAfter?)
    case unreachable(reason: String)
    case broken(reason: String)
    case timedOut(HTTPError.Wait, limit: Duration)
    case malformed(reason: String)
    case tooLarge(limit: Int)
}

extension TryFailure {
    /// How often a kind of failure is worth another try.
    enum Patience: Hashable {
        case none, once, always
    }

    var patience: Patience {
        switch self {
        case .refused, .objected, .tooLarge: .none
        case .timedOut, .malformed: .once
        case .limited, .failing, .unreachable, .broken: retryAfter?.advice == .doNotRetry ? .none : .always
        }
    }

    var retryAfter: RetryAfter? {
        switch self {
        case .limited(_, let retryAfter): retryAfter
        case .failing(_, let retryAfter): retryAfter
        case .refused, .objected, .unreachable, .broken, .timedOut, .malformed, .tooLarge: nil
        }
    }

    /// Whether the endpoint may have worked on an answer: it did not say that it had refused.
    var mayHaveCost: Bool {
        switch self {
        case .refused, .objected, .limited, .failing(_, .some), .unreachable, .timedOut(.connection, _): false
        case .failing(_, nil), .broken, .timedOut, .malformed, .tooLarge: true
        }
    }

    /// The failure in a sentence.
    var reason: String {
        switch self {
        case .refused(let error): "\(error)"
        case .objected(_, let error): "\(error)"
        case .limited(let reason, _), .failing(let reason, _), .unreachable(let reason), .broken(let reason),
            .malformed(let reason):
            reason
        case .timedOut(let wait, let limit): "it kept us waiting for \(wait.rawValue) longer than \(limit)."
        case .tooLarge(let limit): "its reply is larger than \(limit) bytes."
        }
    }

    /// What is thrown when no try is left.
    func error(after tries: Int, at endpoint: String) -> ModelError {
        switch self {
        case .refused(let error), .objected(_, otherwise: let error): error
        case .limited(let reason, _), .failing(let reason, _), .unreachable(let reason), .broken(let reason):
            .gaveUp(endpoint: endpoint, tries: tries, reason: reason)
        case .timedOut(let wait, let limit): .timedOut(endpoint: endpoint, waitedFor: wait.rawValue, limit: limit)
        case .malformed(let reason): .malformed(endpoint: endpoint, reason: reason)
        case .tooLarge(let limit): .tooLarge(endpoint: endpoint, limit: limit)
        }
    }

    /// What it says of the endpoint's health; a refusal is an answer.
    var outcome: EndpointGate.Outcome {
        switch self {
        case .refused, .objected, .tooLarge: .succeeded
        case .limited(_, let retryAfter): .rateLimited(retryAfter: retryAfter.delay)
        case .failing, .unreachable, .broken, .timedOut, .malformed: .failed
        }
    }
}

extension TryFailure {
    /// The failure that an error of the transport means.
    init(_ error: HTTPError, masked: (String) -> String) {
        switch error {
        case .insecure(let origin):
            self = .refused(
                .unavailable(
                    endpoint: "\(origin)",
                    reason: "plain http would show the key to everybody on the way. Use https, or allow http for it."))
        case .unreachable(_, let reason): self = .unreachable(reason: "no connection: \(masked(reason).asSentence)")
        case .broken(_, let reason): self = .broken(reason: "the connection broke: \(masked(reason).asSentence)")
        case .timedOut(_, let wait, let limit): self = .timedOut(wait, limit: limit)
        case .bodyTooLarge(_, let limit), .eventTooLarge(_, let limit): self = .tooLarge(limit: limit)
        case .malformed(_, let reason): self = .malformed(reason: masked(reason).asSentence)
        }
    }
}

extension String {
    /// With a full stop at the end, unless it ends a sentence already.
    var asSentence: String {
        guard let last = unicodeScalars.last else { return self }
        return ".!?…".unicodeScalars.contains(last) ? self : self + "."
    }
}
