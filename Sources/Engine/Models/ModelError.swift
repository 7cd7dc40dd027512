/// Why a model gave no answer.
///
/// `endpoint` is host and port; never the key, never a query.
package enum ModelError: Error, Hashable, Codable, Sendable {
    // The run stops: the next request would fare the same.
    case keyRefused(endpoint: String, status: Int)
    case quotaSpent(endpoint: String, message: String)
    case unknownModel(String, endpoint: String)
    /// The endpoint sends requests elsewhere; no request follows it with a key.
    case redirected(endpoint: String, to: String)
    /// The endpoint has failed again and again, and pausing has not helped; or it cannot be reached at all.
    case unavailable(endpoint: String, reason: String)
    /// A run from a record asks something that the record does not have.
    case notRecorded(String)

    // This request has no answer; another may.
    /// The endpoint answered with an error every time.
    case gaveUp(endpoint: String, tries: Int, reason: String)
    /// The endpoint refused the request itself: too long, a schema it does not know.
    case rejected(endpoint: String, status: Int, message: String)
    /// A reply that is none: HTML, broken JSON, no choices, bytes that are no text, a stream that ends early.
    case malformed(endpoint: String, reason: String)
    case timedOut(endpoint: String, waitedFor: String, limit: Duration)
    case tooLarge(endpoint: String, limit: Int)

    /// Whether nothing further should be asked.
    package var stopsRun: Bool {
        switch self {
        case .keyRefused, .quotaSpent, .unknownModel, .redirected, .unavailable, .notRecorded: true
        case .gaveUp, .rejected, .malformed, .timedOut, .tooLarge: false
        }
    }
}

extension ModelError: CustomStringConvertible {
    /// What failed, on what, and what to do.
    package var description: String {
        switch self {
        case .keyRefused(let endpoint, let status):
            "\(endpoint) refused the API key (HTTP \(status)). Check the key that is set for this endpoint, and "
                + "what it may be used for."
        case .quotaSpent(let endpoint, let message):
            "The quota at \(endpoint) is spent: \(message) Add credit or choose another endpoint; then resume."
        case .unknownModel(let model, let endpoint):
            "\(endpoint) has no model \(model). Check --model, or ask the endpoint for its list."
        case .redirected(let endpoint, let target):
            "\(endpoint) redirects to \(target), and a key goes to no other address. Set the base URL to the right one."
        case .unavailable(let endpoint, let reason):
            "\(endpoint) is not available: \(reason) Resume when it is back."
        case .notRecorded(let what):
            "The record has no answer for \(what). It is of another run or version, or was cut short."
        case .gaveUp(let endpoint, let tries, let reason):
            "\(endpoint) failed \(tries) times: \(reason)"
        case .rejected(let endpoint, let status, let message):
            "\(endpoint) rejected the request (HTTP \(status)): \(message)"
        case .malformed(let endpoint, let reason):
            "The reply of \(endpoint) cannot be used: \(reason)"
        case .timedOut(let endpoint, let what, let limit):
            "\(endpoint) kept us waiting for \(what) longer than \(limit.components.seconds) s."
        case .tooLarge(let endpoint, let limit):
            "The reply of \(endpoint) is larger than \(limit) bytes."
        }
    }
}
