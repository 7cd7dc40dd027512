import Engine
import Foundation
import HTTPTransport

/// What a reply means that is no answer, by its status and its error.
struct StatusReading {
    let endpoint: ModelEndpoint
    let model: String
    let sent: ChatRequestBody
    let now: Date

    /// Reads a reply with a status other than 2xx.
    func failure(_ status: Int, _ headers: HTTPFields, _ body: Data) -> TryFailure {
        guard status >= 400 else { return .refused(redirect(status, headers)) }
        return failure(status, EndpointError(body), RetryAfter(headers, now: now))
    }

    /// Reads a reply with status 2xx that holds no completion.
    func failure(_ problem: ChatProblem) -> TryFailure {
        switch problem {
        case .malformed(let reason): .malformed(reason: message(EndpointError(text: reason)))
        case .page(let page):
            .malformed(
                reason: "\(page.message(masked: endpoint.masked)) came where JSON should be; the base URL may be wrong."
            )
        case .failed(let error): failure(error)
        }
    }

    /// An error with status 200 or in a stream.
    ///
    /// The endpoint had begun to answer, so it may have cost something, whatever it says.
    private func failure(_ error: EndpointError) -> TryFailure {
        guard let status = error.status else { return .failing(reason: message(error), nil) }
        let failure = failure(status, error, RetryAfter(HTTPFields(), now: now))
        guard case .failing(let reason, _) = failure else { return failure }
        return .failing(reason: reason, nil)
    }

    private func failure(_ status: Int, _ error: EndpointError, _ retryAfter: RetryAfter) -> TryFailure {
        if isQuota(status, error, retryAfter) {
            return .refused(.quotaSpent(endpoint: host, message: message(error)))
        }
        if isBadKey(status, error) { return .refused(.keyRefused(endpoint: host, status: status)) }
        let refusal = refusal(status, error)
        if let objection = Objection(error, status: status, to: sent) {
            return .objected(objection, otherwise: refusal ?? rejection(status, error))
        }
        if let refusal { return .refused(refusal) }
        let reason = "HTTP \(status): \(message(error))"
        if status == 429 { return .limited(reason: reason, retryAfter) }
        let mayPass = status == 408 || status == 409 || status >= 500 || retryAfter.advice == .retry
        return mayPass ? .failing(reason: reason, retryAfter) : .refused(rejection(status, error))
    }
}

extension StatusReading {
    private var host: String { "\(endpoint.base.origin)" }

    private func message(_ error: EndpointError) -> String { error.message(masked: endpoint.masked).asSentence }

    private func rejection(_ status: Int, _ error: EndpointError) -> ModelError {
        .rejected(endpoint: host, status: status, message: message(error))
    }

    /// Where a key must not go; without what a URL may say beyond the place.
    private func redirect(_ status: Int, _ headers: HTTPFields) -> ModelError {
        let place = headers["location"].map { $0.prefix { $0 != "?" && $0 != "#" } }.map(String.init)
        let target = place.flatMap { $0.contains("@") || $0.isEmpty ? nil : $0 } ?? "another address (HTTP \(status))"
        return .redirected(endpoint: host, to: EndpointError(text: target).message(masked: endpoint.masked))
    }

    /// A rate is not a quota, though some endpoints call it one: what ends by itself is a rate.
    private func isQuota(_ status: Int, _ error: EndpointError, _ retryAfter: RetryAfter) -> Bool {
        let isNamed = !error.kinds.isDisjoint(with: ["insufficient_quota", "billing_hard_limit_reached"])
        switch status {
        case 402: return true
        case 429:
            let endsByItself = retryAfter.delay != nil || error.mentions("retry in", "try again in", "per minute")
            return isNamed
                || error.mentions("billing", "quota", "credit", "insufficient balance", "insufficient funds")
                    && !endsByItself
        case 400, 403: return isNamed || error.mentions("credit balance", "insufficient balance", "insufficient_quota")
        case _: return false
        }
    }

    private func isBadKey(_ status: Int, _ error: EndpointError) -> Bool {
        switch status {
        case 401: true
        // Some endpoints refuse a text in this way; that is no reason to stop.
        case 403: !error.mentions("moderation", "flagged")
        case 400: error.kinds.contains("invalid_api_key") || error.mentions("api key not valid")
        case _: false
        }
    }

    private func refusal(_ status: Int, _ error: EndpointError) -> ModelError? {
        let isNamed = error.kinds.contains("model_not_found")
        guard status == 404 || status == 400 && isNamed else { return nil }
        if !isNamed, isMissingPath(error) {
            let path = endpoint.base.appending(ChatCompletions.path)
            return .unavailable(
                endpoint: host, reason: "it has no \(path) (HTTP 404). Check the base URL, which often ends in /v1.")
        }
        return .unknownModel(model, endpoint: host)
    }

    /// Servers without this path say so in few words, and do not speak of models.
    private func isMissingPath(_ error: EndpointError) -> Bool {
        let words = error.message.lowercased()
        return ["not found", "file not found", "404 page not found"].contains(words) || words.hasPrefix("a web page")
    }
}
