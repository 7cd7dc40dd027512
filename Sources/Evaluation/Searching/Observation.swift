import Engine

/// What a model is shown of a call, and how the call ended.
struct Observation: Hashable {
    let text: String
    let status: CallStatus

    /// Cuts a text that is longer than so many Unicode scalars, and puts `...` after what is left.
    init(_ text: String, _ status: CallStatus, limit: Int) {
        let cut = text.first(scalars: limit)
        self.text = cut.utf8.count < text.utf8.count ? cut + "..." : text
        self.status = status
    }
}

extension Observation {
    /// What came of a call that a library was asked to make.
    init(of result: ToolResult, limit: Int) {
        self.init(result.outcome.told, CallStatus(of: result.outcome), limit: limit)
    }

    /// What is said of a call that nobody could make.
    init(problem: String, _ status: CallStatus, limit: Int) {
        self.init(Self.envelope(error: problem, response: ""), status, limit: limit)
    }

    /// `{error, response}`, as ToolBench's servers answer.
    fileprivate static func envelope(error: String, response: JSON) -> String {
        let answer: JSON = ["error": .string(error), "response": response]
        return answer.compactText
    }
}

extension ToolOutcome {
    fileprivate var told: String {
        switch self {
        case .returned(let output): Observation.envelope(error: "", response: output.told)
        // What has an error of its own is such an envelope already.
        case .failed(let output) where output.json?["error"] != nil: output.told.compactText
        case .failed(let output): Observation.envelope(error: output.errorText, response: output.told)
        case .malformed(let output, let reason): Observation.envelope(error: reason, response: output.told)
        case .refused, .rejected, .denied, .timedOut, .unreachable:
            Observation.envelope(error: problem ?? verdict, response: "")
        }
    }
}

extension RecordedOutput {
    fileprivate var told: JSON { json ?? .string(String(decoding: bytes, as: UTF8.self)) }
}

extension CallStatus {
    /// How a call ended, by ToolBench's numbers.
    ///
    /// ToolBench finds failures by words: an output with "error" anywhere in it is 11. Here 11 is a call of which the
    /// tool itself says that it failed, or whose output breaks the tool's own schema. Only the server's own words for
    /// its failures, at the beginning of `error`, tell 5 to 10 apart, as they do there.
    init(of outcome: ToolOutcome) {
        switch outcome {
        case .returned: self = .worked
        case .failed(let output): self = Self.said(in: output.json?["error"]?.string ?? "")
        case .malformed: self = .errorInMessage
        case .refused(let code, let reason): self = Self.refused(code: code, reason)
        case .rejected: self = .badInput
        case .denied: self = .unauthorised
        case .timedOut: self = .timedOut
        case .unreachable: self = .sendingFailed
        }
    }

    private static func said(in error: String) -> CallStatus {
        let openings: [(opening: String, status: CallStatus)] = [
            ("tool input parse error", .badInput), ("timeout error", .timedOut),
            ("api temporarily not working", .timedOut), ("api not working", .notWorking),
            ("unauthorized error", .unauthorised), ("unsubscribed error", .notSubscribed),
            ("too many requests", .tooMany), ("rate limit", .rateLimited),
        ]
        let error = error.lowercased()
        return openings.first { error.hasPrefix($0.opening) }?.status ?? .errorInMessage
    }

    /// By HTTP's numbers, and by JSON-RPC's for bad arguments.
    private static func refused(code: Int, _ reason: String) -> CallStatus {
        switch code {
        case 400, 422, -32602: .badInput
        case 401: .unauthorised
        case 403: .notSubscribed
        case 404, 410, 502, -32601: .notWorking
        case 408, 504: .timedOut
        case 429: reason.lowercased().hasPrefix("rate limit") ? .rateLimited : .tooMany
        case _: .sendingFailed
        }
    }
}
