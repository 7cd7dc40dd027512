import Engine
import FaultServer
import Foundation
import HTTPTransport
import Testing
import ToolBenchTools

@Suite("A ToolBench server on this machine", .timeLimit(.minutes(1)))
struct LiveServerTests {
    private let find = definition(
        tool: "live", api: "find", required: [parameter("name")], response: ["players": [["id": "int"]]])

    private func outcome(_ behaviour: Behaviour, deadline: Duration = .seconds(20)) async throws -> ToolOutcome {
        let faulty = try await FaultServer.start(behaviour)
        let http = try AsyncHTTPSender()
        let server = ToolBenchServer(
            try BaseURL("http://127.0.0.1:\(faulty.port)"), deadline: deadline, limit: 100_000)
        let source = ToolBenchSource(ToolBenchLibrary(find), through: server, over: http)
        let result = await source.run(ToolCall(tool: "find_for_live", arguments: ["name": "x"]), in: .byHand)
        await http.shutdown()
        await faulty.stop()
        return result.outcome
    }

    @Test func `calls are answered, equal ones alike`() async throws {
        let host = try await ToolBenchTestServer.start([find])
        let http = try AsyncHTTPSender()
        let source = ToolBenchSource(
            ToolBenchLibrary(find), through: ToolBenchServer(try BaseURL(host.address)), over: http)

        var results: [ToolResult] = []
        for name in ["Ann", "Ann", "Bo"] as [JSON] {
            let call = ToolCall(tool: "find_for_live", arguments: ["name": name])
            results.append(await source.run(call, in: .byHand))
        }
        await http.shutdown()
        let asked = host.asked
        await host.stop()

        #expect(results.allSatisfy { $0.outcome.succeeded && $0.origin == .simulated })
        #expect(results[0] == results[1])
        #expect(results[0] != results[2])
        #expect(results[0].outcome.output?.json?["players"]?.array?.count == 2)
        #expect(asked.map { $0["api_name"] } == ["find", "find", "find"])
    }

    @Test(
        arguments: [
            (.hang, "timed out"), (.headOnly(), "timed out"), (.slowBody(every: .milliseconds(20)), "timed out"),
        ] as [(Behaviour, String)])
    func `a server that does not come to an end runs out of time`(behaviour: Behaviour, verdict: String) async throws {
        #expect(try await outcome(behaviour, deadline: .milliseconds(300)).verdict == verdict)
    }

    @Test(
        arguments: [
            (.reset, "unreachable"), (.garbage, "malformed"), (.endlessBody, "malformed"),
            (.html("<p>no</p>"), "malformed"), (.invalidText, "malformed"),
            (.json("{}", status: 503), "unreachable"), (.redirect(to: "http://127.0.0.1:1/"), "refused"),
        ] as [(Behaviour, String)])
    func `a server that misbehaves costs one call`(behaviour: Behaviour, verdict: String) async throws {
        #expect(try await outcome(behaviour).verdict == verdict)
    }
}
