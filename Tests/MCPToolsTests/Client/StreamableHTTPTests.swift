import Engine
import Foundation
import HTTPTransport
import MCPTools
import Synchronization
import Testing

@Suite("A server over HTTP")
struct StreamableHTTPTests {
    private func with<Result: Sendable>(
        _ web: Web, _ body: (MCPServer) async throws -> Result
    ) async throws -> Result {
        let transport = StreamableHTTP(
            try BaseURL("http://localhost:9/mcp"), headers: [("Authorization", "Bearer abc"), ("Accept", "nothing")],
            sender: web)
        return try await Faulty.with(transport, limits: .short, body)
    }

    @Test func `speaks the handshake era: session, version, notification`() async throws {
        let web = Web(.handshake)
        try await with(web) { server in
            #expect(await server.echoes)
        }

        let seen = web.seen
        #expect(
            seen.map(\.method) == [
                "server/discover", "initialize", "notifications/initialized", "tools/list", "tools/call", "DELETE",
            ])
        #expect(seen.map(\.session) == [nil, nil, "s-1", "s-1", "s-1", "s-1"])
        #expect(seen.map(\.version) == ["2026-07-28", nil] + Array(repeating: "2025-06-18", count: 4))
        #expect(seen.dropLast().allSatisfy { $0.accept == ["application/json, text/event-stream"] })
        #expect(seen.allSatisfy { $0.key == "Bearer abc" })
    }

    @Test func `speaks the stateless era: method and name in the head, no session`() async throws {
        let web = Web(.stateless)
        try await with(web) { server in
            #expect(await server.echoes)
        }

        let seen = web.seen
        #expect(seen.map(\.method) == ["server/discover", "tools/list", "tools/call"])
        #expect(seen.map(\.methodHeader) == ["server/discover", "tools/list", "tools/call"])
        #expect(seen.map(\.nameHeader) == [nil, nil, "echo"])
        #expect(seen.allSatisfy { $0.version == "2026-07-28" && $0.session == nil })
    }

    @Test func `ends the session on the server once, with a short deadline`() async throws {
        let web = Web(.handshake)
        try await with(web) { server in
            #expect(await server.echoes)
            #expect(web.farewells.isEmpty)
            await server.close()
        }

        #expect(web.farewells.map(\.session) == ["s-1"])
        #expect(web.farewells.map(\.limit) == [.seconds(1)])
    }

    @Test(arguments: [405, 404, 500])
    func `a server that does not want to hear the end is closed all the same`(status: Int) async throws {
        let web = Web(.handshake)
        web.answerFarewells(.status(status))
        try await with(web) { server in
            #expect(await server.echoes)
            await server.close()
        }

        #expect(web.farewells.count == 1)
    }

    @Test func `a server that never answers the end cannot hold up the closing`() async throws {
        let web = Web(.handshake)
        web.answerFarewells(.never)
        var limits = MCPLimits.short
        limits.closing = .milliseconds(500)
        let server = MCPServer(
            "web", over: StreamableHTTP(try BaseURL("http://localhost:9/mcp"), sender: web), limits: limits)
        #expect(await server.echoes)

        let closing = await elapsed { await server.close() }

        #expect(closing < .seconds(5))
        #expect(web.farewells.count == 1)
        #expect(web.cancelled == 1)
    }

    @Test func `a session without a name is not ended on the server`() async throws {
        let web = Web(.handshake, namesSessions: false)
        try await with(web) { server in
            #expect(await server.echoes)
        }

        #expect(web.seen.map(\.method).last == "tools/call")
    }

    @Test func `reads answers from a stream of events, among other messages`() async throws {
        let web = Web(.handshake)
        web.answerCalls { .events([#"{"jsonrpc":"2.0","method":"notifications/progress"}"#, Web.echo(id: $0)]) }
        try await with(web) { server in
            #expect(await server.echoes)
            #expect(await server.log.counts.progressReports == 1)
        }
    }

    @Test func `initialises again and repeats the call when the server forgot the session`() async throws {
        let web = Web(.handshake)
        try await with(web) { server in
            #expect(await server.echoes)
            web.forgetOnce()

            #expect(await server.echoes)
            #expect(await server.starts == 2)
        }
        // The one that was forgotten is not ended.
        #expect(web.farewells.map(\.session) == ["s-2"])
    }

    @Test func `a forgetful server is not asked for ever`() async throws {
        let web = Web(.handshake)
        try await with(web) { server in
            _ = try await server.offer()
            web.answerCalls { _ in .status(404) }

            let outcome = await server.call("echo")

            #expect(outcome == .unreachable(reason: "It has forgotten the session."))
            #expect(web.seen.count { $0.method == "tools/call" } == 2)
        }
    }

    @Test(arguments: [
        (302, "sends us elsewhere (HTTP 302)"), (401, "refused the credentials (HTTP 401)"),
        (500, "replied with HTTP 500"),
    ])
    func `other statuses cost the call, and say what to do`(status: Int, reason: String) async throws {
        let web = Web(.handshake)
        try await with(web) { server in
            _ = try await server.offer()
            web.answerCalls { _ in .status(status) }
            let outcome = await server.call("echo")
            web.answerCalls { .json(Web.echo(id: $0)) }

            guard case .unreachable(let said) = outcome else { throw Unexpected(outcome) }
            #expect(said.contains(reason))
            #expect(await server.echoes)
            #expect(await server.starts == 1)
        }
    }

    @Test func `a stream that ends without the answer is unreachable at once`() async throws {
        let web = Web(.handshake)
        web.answerCalls { _ in .events([]) }
        try await with(web) { server in
            #expect(await server.call("echo") == .unreachable(reason: "It replied without an answer."))
        }
    }

    @Test func `a call that takes too long ends, and so does its request`() async throws {
        let web = Web(.handshake)
        web.answerCalls { _ in .never }
        try await with(web) { server in
            #expect(await server.call("echo") == .timedOut(after: .seconds(1)))
            // The word goes out beside the outcome, not before it.
            for _ in 1...500 where web.cancelled < 1 || web.seen.last?.method != "notifications/cancelled" {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(web.seen.last?.method == "notifications/cancelled")
            #expect(web.cancelled == 1)
        }
    }
}

/// A sender that plays a server; it keeps what it was sent.
private final class Web: HTTPSender {
    enum Kind { case handshake, stateless }

    enum Answer: Sendable {
        case json(String)
        case events([String])
        case status(Int)
        case never
    }

    struct Seen: Sendable {
        let method: String
        let session, version, methodHeader, nameHeader, key: String?
        let accept: [String]
        let limit: Duration
    }

    private struct State {
        var seen: [Seen] = []
        var sessions = 0
        var forgets = false
        var cancelled = 0
        var answer: @Sendable (String) -> Answer = { .json(Web.echo(id: $0)) }
        var farewell = Answer.status(200)
    }

    private let kind: Kind
    private let namesSessions: Bool
    private let state = Mutex(State())

    init(_ kind: Kind, namesSessions: Bool = true) {
        self.kind = kind
        self.namesSessions = namesSessions
    }

    var seen: [Seen] { state.withLock(\.seen) }
    var farewells: [Seen] { seen.filter { $0.method == "DELETE" } }
    var cancelled: Int { state.withLock(\.cancelled) }

    func answerCalls(_ answer: @escaping @Sendable (String) -> Answer) { state.withLock { $0.answer = answer } }

    func answerFarewells(_ answer: Answer) { state.withLock { $0.farewell = answer } }

    func forgetOnce() { state.withLock { $0.forgets = true } }

    static func echo(id: String) -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"result":{"content":[{"type":"text","text":"hello"}]}}"#
    }

    func send(_ request: HTTPRequest) async throws -> HTTPReply {
        #expect(request.path == "/mcp")
        let (method, id) = try said(in: request)
        let headers = HTTPFields(request.headers)
        let (answer, session) = state.withLock { state -> (Answer, String?) in
            state.seen.append(
                Seen(
                    method: method, session: headers["Mcp-Session-Id"], version: headers["MCP-Protocol-Version"],
                    methodHeader: headers["Mcp-Method"], nameHeader: headers["Mcp-Name"],
                    key: headers["Authorization"],
                    accept: request.headers.filter { $0.name.lowercased() == "accept" }.map(\.value),
                    limit: request.deadlines.total))
            return answers(method, id, &state)
        }
        return try await reply(answer, session)
    }

    /// The method of the message; a request that carries none has its own.
    private func said(in request: HTTPRequest) throws -> (method: String, id: String) {
        guard request.method == .post else {
            #expect(request.body.isEmpty)
            return (request.method.rawValue, "null")
        }
        guard case .object(let message) = try JSON(parsing: request.body) else { throw CancellationError() }
        return (message["method"]?.string ?? "", message["id"]?.compactText ?? "null")
    }

    private func answers(_ method: String, _ id: String, _ state: inout State) -> (Answer, String?) {
        switch (method, kind) {
        case ("server/discover", .handshake): return (.status(400), nil)
        case ("server/discover", .stateless):
            return (.json(#"{"jsonrpc":"2.0","id":\#(id),"result":{"supportedVersions":["2026-07-28"]}}"#), nil)
        case ("initialize", .handshake):
            state.sessions += 1
            let result = #"{"protocolVersion":"2025-06-18","capabilities":{},"serverInfo":{"name":"w"}}"#
            return (
                .json(#"{"jsonrpc":"2.0","id":\#(id),"result":\#(result)}"#),
                namesSessions ? "s-\(state.sessions)" : nil
            )
        case ("notifications/initialized", .handshake), ("notifications/cancelled", _): return (.status(202), nil)
        case ("DELETE", .handshake): return (state.farewell, nil)
        case ("tools/list", _):
            let tool = #"{"name":"echo","inputSchema":{"type":"object"}}"#
            return (.events([#"{"jsonrpc":"2.0","id":\#(id),"result":{"tools":[\#(tool)]}}"#]), nil)
        case ("tools/call", _):
            defer { state.forgets = false }
            return (state.forgets ? .status(404) : state.answer(id), nil)
        default:
            Issue.record("Nobody expected \(method).")
            return (.status(500), nil)
        }
    }

    private func reply(_ answer: Answer, _ session: String?) async throws -> HTTPReply {
        let head = session.map { [(name: "mcp-session-id", value: $0)] } ?? []
        switch answer {
        case .json(let text):
            return HTTPReply(
                status: 200,
                headers: HTTPFields(head + [(name: "content-type", value: "application/json; charset=utf-8")]),
                body: Self.body(text))
        case .events(let texts):
            let text = texts.map { "event: message\ndata: \($0)\n\n" }.joined()
            return HTTPReply(
                status: 200, headers: HTTPFields([(name: "content-type", value: "text/event-stream")]),
                body: Self.body(text))
        case .status(let status): return HTTPReply(status: status, body: Self.body(""))
        case .never:
            do { try await Task.sleep(for: .seconds(60)) } catch {
                state.withLock { $0.cancelled += 1 }
                throw error
            }
            return HTTPReply(status: 500, body: Self.body(""))
        }
    }

    private static func body(_ text: String) -> AsyncThrowingStream<Data, any Error> {
        AsyncThrowingStream { continuation in
            continuation.yield(Data(text.utf8))
            continuation.finish()
        }
    }
}
