import Engine
import Foundation
import MCPTools
import Testing

@Suite("A session, step by step")
struct SessionMachineTests {
    private static let noMethod = RPCError(code: -32_601, message: "Method not found")
    private static let info: JSON = [
        "protocolVersion": "2025-06-18", "capabilities": [:], "serverInfo": ["name": "s", "version": "2"],
    ]

    private static func line(_ text: String) -> LineFraming.LongLine {
        .init(head: Data(text.utf8), tail: Data(text.utf8), count: text.utf8.count)
    }

    /// A machine whose session has begun by a handshake; the next id is 3.
    private static func ready() -> SessionMachine {
        var machine = SessionMachine()
        _ = machine.start(nil)
        _ = machine.received(.failure(id: RPCID(1), noMethod))
        _ = machine.received(.result(id: RPCID(2), info))
        return machine
    }

    @Test func `begins by a probe that says all about itself`() throws {
        var machine = SessionMachine(client: .init(name: "n", version: "v"))

        let actions = machine.start(nil)

        guard case .ask(.request(let id, let method, let params), _, let limit) = try #require(actions.first) else {
            throw Unexpected(.rejected(reason: "\(actions)"))
        }
        #expect(id == RPCID(1) && method == "server/discover" && limit == .seconds(3))
        #expect(
            params?["_meta"] == [
                "io.modelcontextprotocol/protocolVersion": "2026-07-28",
                "io.modelcontextprotocol/clientCapabilities": [:],
                "io.modelcontextprotocol/clientInfo": ["name": "n", "version": "v"],
            ])
    }

    @Test func `falls back to the handshake on any error, then is ready`() {
        var machine = SessionMachine(client: .init(name: "n", version: "v"))
        _ = machine.start(nil)

        let refused = machine.received(.failure(id: RPCID(1), Self.noMethod))
        let agreed = machine.received(.result(id: RPCID(2), Self.info))

        let params: JSON = [
            "protocolVersion": "2025-11-25", "capabilities": [:], "clientInfo": ["name": "n", "version": "v"],
        ]
        #expect(
            refused == [
                .stopTimer(RPCID(1)),
                .ask(.request(id: RPCID(2), method: "initialize", params: params), id: RPCID(2), within: .seconds(7)),
            ])
        #expect(
            agreed == [
                .stopTimer(RPCID(2)), .tell(.notification(method: "notifications/initialized", params: nil)),
                .ready(Agreement(version: .v2025June, server: "s 2")),
            ])
    }

    @Test(arguments: ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"])
    func `accepts each version of the handshake era`(version: String) {
        var machine = SessionMachine()
        _ = machine.start(.handshake)

        let actions = machine.received(.result(id: RPCID(1), ["protocolVersion": .string(version)]))

        #expect(machine.agreement?.version.rawValue == version)
        #expect(actions.count == 3)
    }

    @Test(arguments: ["2026-07-28", "2023-01-01", ""])
    func `refuses any other version by name`(version: String) {
        var machine = SessionMachine()
        _ = machine.start(.handshake)

        let actions = machine.received(.result(id: RPCID(1), ["protocolVersion": .string(version)]))

        #expect(actions.last == .end(.wrongVersion(offered: [version])))
    }

    @Test func `in the stateless era each request says all about itself`() throws {
        var machine = SessionMachine()
        _ = machine.start(nil)
        _ = machine.received(.result(id: RPCID(1), ["supportedVersions": ["2026-07-28"]]))

        let asked = machine.request("tools/call", ["name": "echo"], within: .seconds(30))

        guard case .ask(.request(_, _, let params), _, _) = try #require(asked.actions.first) else {
            throw Unexpected(.rejected(reason: "\(asked)"))
        }
        #expect(params?["name"] == "echo")
        #expect(params?["_meta"]?["io.modelcontextprotocol/protocolVersion"] == "2026-07-28")
    }

    @Test(arguments: [
        (#"{"supported":["2031-01-01"]}"#, true), (#"{"supported":["2025-06-18","2031-01-01"]}"#, false),
        (#"{"supported":[]}"#, false), ("{}", false),
    ])
    func `only versions without any of ours end the session`(data: String, ends: Bool) throws {
        var machine = SessionMachine()
        _ = machine.start(nil)
        let error = RPCError(code: -32_022, message: "Unsupported", data: try JSON(parsing: data))

        let actions = machine.received(.failure(id: RPCID(1), error))

        #expect((actions.last == .end(.wrongVersion(offered: ["2031-01-01"]))) == ends)
    }

    @Test func `a late answer to the probe changes nothing`() {
        var machine = SessionMachine()
        _ = machine.start(nil)
        _ = machine.timeRanOut(for: RPCID(1))

        let actions = machine.received(.result(id: RPCID(1), ["supportedVersions": ["2026-07-28"]]))

        #expect(actions.isEmpty)
        #expect(machine.log.counts.lateAnswers == 1)
        #expect(machine.received(.result(id: RPCID(2), Self.info)).count == 3)
    }

    @Test func `a server that was too slow for the probe is probed again when it knows no handshake`() throws {
        var machine = SessionMachine()
        _ = machine.start(nil)
        _ = machine.timeRanOut(for: RPCID(1))
        let refusal = RPCError(code: -32_022, message: "Unsupported", data: ["supported": ["2026-07-28"]])

        let again = machine.received(.failure(id: RPCID(2), refusal))
        let ready = machine.received(.result(id: RPCID(3), ["supportedVersions": ["2026-07-28"]]))

        #expect(again.contains { if case .ask(_, id: RPCID(3), within: .seconds(7)) = $0 { true } else { false } })
        #expect(
            ready.contains { if case .ready(let agreement) = $0 { agreement.version == .stateless } else { false } })
    }

    @Test func `a server that refuses both ways is not asked for ever`() throws {
        var machine = SessionMachine()
        _ = machine.start(nil)
        _ = machine.timeRanOut(for: RPCID(1))
        let refusal = RPCError(code: -32_022, message: "Unsupported", data: ["supported": ["2026-07-28"]])
        _ = machine.received(.failure(id: RPCID(2), refusal))
        _ = machine.timeRanOut(for: RPCID(3))

        let actions = machine.received(.failure(id: RPCID(4), refusal))

        #expect(actions.last == .end(.wrongVersion(offered: ["2026-07-28"])))
    }

    @Test func `no answer to the handshake ends the session; nothing is cancelled`() {
        var machine = SessionMachine()
        _ = machine.start(.handshake)

        let actions = machine.timeRanOut(for: RPCID(1))

        #expect(actions == [.end(.noHandshake(reason: "no answer to initialize within 7.0 seconds."))])
    }

    @Test func `answers reach their requests in any order`() {
        var machine = Self.ready()
        let first = machine.request("a", [:], within: .seconds(1)).id
        let second = machine.request("b", [:], within: .seconds(1)).id

        #expect(machine.received(.result(id: second, 2)) == [.settle(second, .result(2))])
        #expect(machine.received(.failure(id: first, Self.noMethod)) == [.settle(first, .failure(Self.noMethod))])
    }

    @Test func `a request that is given up is cancelled, and its answer counted as late`() {
        var machine = Self.ready()
        let id = machine.request("a", [:], within: .seconds(1)).id

        let actions = machine.timeRanOut(for: id)

        let told = RPCMessage.notification(
            method: "notifications/cancelled",
            params: ["requestId": id.json, "reason": "The answer is not waited for any more."])
        #expect(actions == [.settle(id, .timedOut(after: .seconds(1))), .tell(told)])
        #expect(machine.received(.result(id: id, 1)).isEmpty)
        #expect(machine.received(.result(id: id, 1)).isEmpty)
        #expect(machine.log.counts.lateAnswers == 1)
        #expect(machine.log.counts.repeatedAnswers == 1)
    }

    @Test func `answers to nothing are counted`() {
        var machine = Self.ready()

        #expect(machine.received(.result(id: RPCID(99), 1)).isEmpty)
        #expect(machine.received(.result(id: .text("3"), 1)).isEmpty)
        #expect(machine.received(.result(id: RPCID(2), 1)).isEmpty)
        #expect(machine.received(.failure(id: nil, Self.noMethod)).isEmpty)

        #expect(machine.log.counts.unknownAnswers == 3)
        #expect(machine.log.counts.repeatedAnswers == 1)
    }

    @Test(arguments: [
        #"{"jsonrpc":"2.0","id":3,"result":{"content":["#, #"{"id": 3, "result":"#,
        #"{"result":{"id":77,"deep":[[[[[["#, #"{"result":[],"jsonrpc":"2.0","id":3}"#,
        #"{"result":[], "id": 3, "jsonrpc": "2.0"}"#, #"{"result":{"deep":{"id":3}}"#,
    ])
    func `a broken answer settles the request whose id it bears, and only that`(text: String) {
        var machine = Self.ready()
        let id = machine.request("a", [:], within: .seconds(1)).id

        let actions = machine.receivedBad(Self.line(text), reason: "is broken")

        let bearsID = !text.contains("deep")
        #expect(actions == (bearsID ? [.settle(id, .unreadable(Self.line(text), reason: "is broken"))] : []))
        #expect(machine.log.counts.badLines == (bearsID ? 0 : 1))
    }

    @Test func `a hundred bad lines are borne, one more is not`() {
        var machine = Self.ready()
        let id = machine.request("a", [:], within: .seconds(1)).id
        for _ in 0..<100 { #expect(machine.receivedBad(Self.line("log"), reason: "is not JSON").isEmpty) }

        let actions = machine.receivedBad(Self.line("log"), reason: "is not JSON")

        let end = SessionEnd.garbage(lines: 101, bytes: 303, sample: "log")
        #expect(actions == [.settle(id, .ended(end)), .end(end)])
        #expect(machine.request("b", [:], within: .seconds(1)).actions == [.settle(RPCID(4), .ended(end))])
    }

    @Test func `a megabyte of garbage is enough in one line`() {
        var machine = Self.ready()
        let line = LineFraming.LongLine(head: Data("noise".utf8), tail: Data(), count: (1 << 20) + 1)

        #expect(machine.receivedBad(line, reason: "is too long").count == 1)
    }

    @Test func `a forgotten session ends; without a request of ours nothing does`() {
        var machine = Self.ready()
        let id = machine.request("a", [:], within: .seconds(1)).id

        #expect(machine.failed(RPCID(99), .sessionLost).isEmpty)
        #expect(machine.failed(id, .sessionLost) == [.settle(id, .ended(.forgotten)), .end(.forgotten)])
    }

    @Test func `keeps a bounded number of the server's words`() {
        var machine = Self.ready()
        for number in 0..<500 {
            let params: JSON = ["level": "info", "data": .string("line \(number)")]
            _ = machine.received(.notification(method: "notifications/message", params: params))
        }

        #expect(machine.log.entries.count == 200)
        #expect(machine.log.entries.last == .said(level: "info", text: "line 499"))
        #expect(machine.log.dropped == 301)
    }
}

@Suite("Starting a server anew")
struct RestartBudgetTests {
    @Test func `waits longer each time, gives up, and forgives with time`() {
        var budget = RestartBudget(3, within: .seconds(60), delay: .milliseconds(250))

        #expect(budget.restart(at: .seconds(0)) == .milliseconds(250))
        #expect(budget.restart(at: .seconds(1)) == .milliseconds(500))
        #expect(budget.restart(at: .seconds(2)) == .seconds(1))
        #expect(budget.restart(at: .seconds(3)) == nil)
        #expect(budget.restart(at: .seconds(60)) == .seconds(1))
    }
}
