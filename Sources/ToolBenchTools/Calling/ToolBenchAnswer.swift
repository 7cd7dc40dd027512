import Engine
import Foundation
import HTTPTransport

/// What a ToolBench server answers: `{error, response}`.
enum ToolBenchAnswer {
    /// Errors that say something about the server's account or its load and nothing about the call.
    private static let refusals: [(opening: String, code: Int)] = [
        ("too many requests", 429), ("rate limit", 429), ("unsubscribed", 403), ("blocked", 403), ("gateway", 502),
    ]

    /// How a call with this answer ended.
    static func outcome(status: Int, body: Data) -> ToolOutcome {
        guard (200..<300).contains(status) else { return outcome(ofRefusal: status, body) }
        guard let answer = (try? JSON(parsing: body))?.object, let response = answer["response"] else {
            return .malformed(RecordedOutput(body), reason: "The answer is not JSON with error and response.")
        }
        switch answer["error"] ?? .null {
        case .null, .string(""): return .returned(response.recorded)
        case .string(let error):
            let refusal = refusals.first { error.lowercased().hasPrefix($0.opening) }
            return refusal.map { .refused(code: $0.code, reason: error) } ?? .failed(RecordedOutput(body))
        case .bool, .number, .array, .object: return .failed(RecordedOutput(body))
        }
    }

    private static func outcome(ofRefusal status: Int, _ body: Data) -> ToolOutcome {
        let said = RecordedOutput(body).errorText.trimmed
        let reason = "The server answered with the HTTP status \(status)" + (said.isEmpty ? "." : ": \(said)")
        switch status {
        case 502, 503, 504: return .unreachable(reason: reason)
        case _: return .refused(code: status, reason: reason)
        }
    }
}

extension JSON {
    /// A text as it is, anything else as JSON.
    fileprivate var recorded: RecordedOutput { string.map { RecordedOutput($0) } ?? RecordedOutput(self) }
}

extension HTTPError {
    /// How a call ended that has no whole answer, of which these bytes came.
    func outcome(after bytes: Data) -> ToolOutcome {
        switch self {
        case .insecure(let origin):
            .unreachable(reason: "\(origin) is another machine, and http is not allowed to it. Use https.")
        case .unreachable(let origin, let reason), .broken(let origin, let reason):
            .unreachable(reason: "\(origin): \(reason)")
        case .timedOut(_, _, let limit): .timedOut(after: limit)
        case .bodyTooLarge(_, let limit), .eventTooLarge(_, let limit):
            .malformed(RecordedOutput(bytes), reason: "The answer is larger than \(limit) bytes.")
        case .malformed(_, let reason): .malformed(RecordedOutput(bytes), reason: reason)
        }
    }
}
