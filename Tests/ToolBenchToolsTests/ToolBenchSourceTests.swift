import Engine
import Foundation
import HTTPTransport
import Testing
import ToolBenchTools

@Suite("Calls through a ToolBench server")
struct ToolBenchSourceTests {
    private static let library = ToolBenchLibrary(
        definition(
            category: "Video, Images", tool: "Any Cam 2", api: "List", required: [parameter("id")], method: "POST"))
    private static let call = ToolCall(tool: "list_for_any_cam_2", arguments: ["is_id": "x"])

    private func result(_ sender: ScriptedSender, key: ToolBenchKey? = nil) async throws -> ToolResult {
        let server = try ToolBenchServer.at("http://127.0.0.1:1", key: key, limit: 1_000)
        return await ToolBenchSource(Self.library, through: server, over: sender).run(Self.call, in: .byHand)
    }

    @Test(
        arguments: [
            ("http://127.0.0.1:8080", "/virtual", .read), ("http://127.0.0.1:8080/a/virtual/", "/a/virtual", .read),
            ("http://127.0.0.1:8080/rapidapi", "/rapidapi", .write),
        ] as [(String, String, Tool.Effects)])
    func `a call goes to the server's door, spelt as servers want it`(
        address: String, path: String, effects: Tool.Effects
    ) async throws {
        let sender = ScriptedSender(#"{"error":"","response":"ok"}"#)
        let server = try ToolBenchServer.at(address, key: ToolBenchKey("k-123456"))
        let source = ToolBenchSource(Self.library, through: server, over: sender)

        _ = await source.run(Self.call, in: .byHand)

        #expect(source.offer().tools.map(\.effects) == [effects])
        #expect(sender.requests.map(\.path) == [path])
        #expect(sender.requests.map(\.deadlines.total) == [.seconds(60)])
        #expect(
            sender.bodies == [
                [
                    "category": "Video_Images", "tool_name": "any_cam_2", "api_name": "list",
                    "tool_input": "{\"is_id\":\"x\"}", "strip": "", "toolbench_key": "k-123456",
                ]
            ])
    }

    @Test(
        arguments: [
            (#"{"error":"","response":"{'a': 1}"}"#, "{'a': 1}"),
            (#"{"error":null,"response":{"a": [1.50]}}"#, "{\"a\":[1.50]}"),
            (#"{"response":""}"#, ""),
        ])
    func `the output is the response, a text as it is`(body: String, output: String) async throws {
        let result = try await result(ScriptedSender(body))

        #expect(result == ToolResult(.returned(RecordedOutput(output)), origin: .simulated))
    }

    @Test func `an answer with an error is a failed call that keeps every byte`() async throws {
        let body = #"{"error": "Message error...", "response": "no such id"}"#

        let outcome = try await result(ScriptedSender(body)).outcome

        #expect(outcome == .failed(RecordedOutput(body)))
        #expect(outcome.problem == "Message error...")
    }

    @Test(
        arguments: [
            ("Too many requests error...", 429), ("Rate limit error...", 429), ("Unsubscribed error...", 403),
        ])
    func `an error about the account is a refusal, which nobody remembers`(error: String, code: Int) async throws {
        let outcome = try await result(ScriptedSender(#"{"error":"\#(error)","response":"x"}"#)).outcome

        #expect(outcome == .refused(code: code, reason: error))
        #expect(!outcome.isWorthRemembering)
    }

    @Test(arguments: ["", "<html>", "[]", "{}", #"{"error":""}"#, "\u{FEFF}{}"])
    func `an answer that is none is malformed and kept`(body: String) async throws {
        guard case .malformed(let kept, _) = try await result(ScriptedSender(body)).outcome else {
            Issue.record("It should be malformed.")
            return
        }
        #expect(kept == RecordedOutput(body))
    }

    @Test(arguments: [(400, "refused"), (401, "refused"), (429, "refused"), (500, "refused"), (503, "unreachable")])
    func `an HTTP error is a refusal, or a server that is away`(status: Int, verdict: String) async throws {
        let outcome = try await result(ScriptedSender(#"{"error":"tired"}"#, status: status)).outcome

        #expect(outcome.verdict == verdict)
        #expect(outcome.problem?.contains("tired") == true)
    }

    @Test(
        arguments: [
            (.timedOut(Self.origin, .lastByte, limit: .seconds(5)), "timed out"),
            (.broken(Self.origin, reason: "Reset."), "unreachable"),
            (.unreachable(Self.origin, reason: "Refused."), "unreachable"),
            (.insecure(Self.origin), "unreachable"), (.bodyTooLarge(Self.origin, limit: 9), "malformed"),
            (.malformed(Self.origin, reason: "No HTTP."), "malformed"),
        ] as [(HTTPError, String)])
    func `a reply that breaks off has its own outcome`(error: HTTPError, verdict: String) async throws {
        let outcome = try await result(ScriptedSender(bytes: Data("{\"err".utf8), then: error)).outcome

        #expect(outcome.verdict == verdict)
        if verdict == "malformed" { #expect(outcome.recorded == RecordedOutput("{\"err")) }
    }

    @Test func `cancelling is no answer`() async throws {
        #expect(try await result(ScriptedSender { _ in throw CancellationError() }).outcome.verdict == "unreachable")
    }

    @Test func `an unknown tool is rejected and nothing is sent`() async throws {
        let sender = ScriptedSender("{}")
        let server = try ToolBenchServer.at("http://127.0.0.1:1")

        let result = await ToolBenchSource(Self.library, through: server, over: sender)
            .run(ToolCall(tool: "nobody", arguments: [:]), in: .byHand)

        #expect(result.outcome.isRejection)
        #expect(sender.requests.isEmpty)
    }

    @Test func `the key is never printed, and an answer that repeats it is not kept`() async throws {
        let key = ToolBenchKey("k-very-secret")
        let server = try ToolBenchServer.at("http://127.0.0.1:1", key: key)

        let result = try await result(ScriptedSender(#"{"error":"","response":"you are k-very-secret"}"#), key: key)

        #expect(result.outcome.verdict == "malformed")
        #expect(!"\(result)\(server)\(key)".contains("very-secret"))
        #expect(!String(reflecting: server).contains("very-secret"))
    }

    private static let origin = Origin(scheme: .http, host: "127.0.0.1", port: 1)
}
