import Engine
import Foundation
import HTTPTransport
import Synchronization
import Testing

/// Answers requests by a script, in order, and keeps them; a request that the script does not have fails the test.
final class ScriptedSender: HTTPSender {
    enum Line: Sendable {
        case reply(status: Int, headers: [(name: String, value: String)], pieces: [Data], then: HTTPError?)
        case fails(HTTPError)
    }

    private struct State {
        var script: [Line]
        var requests: [HTTPRequest] = []
    }

    private let state: Mutex<State>

    init(_ script: [Line]) {
        state = Mutex(State(script: script))
    }

    convenience init(_ script: Line...) {
        self.init(script)
    }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }
    var linesLeft: Int { state.withLock { $0.script.count } }

    /// The bodies of the requests as JSON, in order.
    var bodies: [JSON] {
        requests.map { (try? JSON(parsing: $0.body)) ?? .null }
    }

    func send(_ request: HTTPRequest) async throws -> HTTPReply {
        try Task.checkCancellation()
        let line = state.withLock { state -> Line? in
            state.requests.append(request)
            return state.script.isEmpty ? nil : state.script.removeFirst()
        }
        switch line {
        case nil:
            Issue.record("Request \(requests.count) is not in the script.")
            throw CancellationError()
        case .fails(let error)?: throw error
        case .reply(let status, let headers, let pieces, let end)?:
            let body = AsyncThrowingStream<Data, any Error> { continuation in
                for piece in pieces { continuation.yield(piece) }
                continuation.finish(throwing: end)
            }
            return HTTPReply(status: status, headers: HTTPFields(headers), body: body)
        }
    }
}

extension ScriptedSender.Line {
    /// A whole reply.
    static func json(_ text: String, status: Int = 200, _ headers: (name: String, value: String)...) -> Self {
        .reply(
            status: status, headers: [("Content-Type", "application/json")] + headers, pieces: [Data(text.utf8)],
            then: nil)
    }

    static func page(_ text: String, status: Int = 200) -> Self {
        .reply(status: status, headers: [("Content-Type", "text/html")], pieces: [Data(text.utf8)], then: nil)
    }

    /// A reply whose body breaks off.
    static func cut(_ text: String, by error: HTTPError, type: String = "application/json") -> Self {
        .reply(status: 200, headers: [("Content-Type", type)], pieces: [Data(text.utf8)], then: error)
    }

    /// A stream of events with this data; the pieces do not respect their borders.
    static func events(_ data: String..., done: Bool = true) -> Self {
        let text = (data + (done ? ["[DONE]"] : [])).map { "data: \($0)\n\n" }.joined()
        let bytes = Array(text.utf8)
        let pieces = stride(from: 0, to: bytes.count, by: 7).map { Data(bytes[$0..<min($0 + 7, bytes.count)]) }
        return .reply(status: 200, headers: [("Content-Type", "text/event-stream")], pieces: pieces, then: nil)
    }

    /// A plain answer.
    static func says(_ text: String, finish: String = "stop", usage: String = usage) -> Self {
        .json(Self.body(text, finish: finish, usage: usage))
    }

    static let usage = #"{"prompt_tokens":11,"completion_tokens":3,"total_tokens":14}"#

    static func body(_ text: String, finish: String = "stop", usage: String = usage) -> String {
        """
        {"id":"1","model":"m-1","choices":[{"index":0,"message":{"role":"assistant","content":\
        \(JSON.string(text).compactText)},"finish_reason":"\(finish)"}],"usage":\(usage)}
        """
    }

    static func error(
        _ status: Int, _ message: String, code: String? = nil, _ headers: (name: String, value: String)...
    ) -> Self {
        let error: JSON = [
            "error": ["message": .string(message), "code": code.map(JSON.string) ?? .null, "type": "some_error"]
        ]
        return .reply(
            status: status, headers: [("Content-Type", "application/json")] + headers,
            pieces: [Data(error.compactText.utf8)], then: nil)
    }
}
