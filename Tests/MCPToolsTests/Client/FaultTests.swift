import Engine
import Foundation
import MCPTools
import Testing

@Suite("Servers that misbehave")
struct FaultTests {
    @Test(arguments: ["banner", "bom", "garbage", "batch", "odd-lines", "split-writes", "wrong-ids", "duplicate-ids"])
    func `goes on through oddities and a little garbage`(mode: String) async throws {
        try await Faulty.with(mode) { server in
            #expect(await server.echoes)
            #expect(await server.call("add", ["a": 1, "b": 1]).succeeded)
            #expect(await server.starts == 1)
        }
    }

    @Test(arguments: [("banner", 1), ("garbage", 20), ("batch", 4), ("odd-lines", 0), ("bom", 0), ("split-writes", 0)])
    func `counts the lines that are no message`(mode: String, count: Int) async throws {
        try await Faulty.with(mode) { server in
            // The handshake, the list and the call: four answers with the refused probe.
            #expect(await server.echoes)

            #expect(await server.log.counts.badLines == count)
        }
    }

    @Test func `drops answers with wrong and repeated ids`() async throws {
        let wrong = try await Faulty.with("wrong-ids") { server in
            #expect(await server.echoes)
            return await server.log.counts
        }
        let twice = try await Faulty.with("duplicate-ids") { server in
            #expect(await server.echoes)
            #expect(await server.echoes)
            return await server.log.counts
        }

        #expect(wrong.unknownAnswers == 8)
        #expect(twice.repeatedAnswers >= 4)
    }

    @Test func `a server that never answers is named within its deadlines`() async throws {
        var limits = MCPLimits.eager
        limits.probe = .milliseconds(300)
        limits.initialize = .milliseconds(500)
        try await Faulty.with("silent", limits: limits) { server in
            let waited = await elapsed {
                #expect(await server.objection?.contains("no answer to initialize within 0.5 seconds") == true)
            }

            #expect(waited < .seconds(4))
        }
    }

    @Test func `falls back when the probe is answered too late, and drops the answer`() async throws {
        var limits = MCPLimits.eager
        limits.probe = .milliseconds(300)
        try await Faulty.with("late-probe", limits: limits) { server in
            #expect(await server.echoes)
            #expect(await server.log.counts.lateAnswers == 1)
        }
    }

    @Test func `falls back when the probe kills the server`() async throws {
        try await Faulty.with("dies-on-probe") { server in
            #expect(await server.echoes)
            #expect(await server.starts == 2)
        }
    }

    @Test(arguments: [("wrong-version", "1999-12-31"), ("disjoint", "2031-01-01")])
    func `names the versions of a server that speaks none of ours`(mode: String, version: String) async throws {
        try await Faulty.with(mode) { server in
            #expect(await server.objection?.contains("It speaks the protocol versions \(version)") == true)
        }
    }

    @Test func `shows the last words of a server that cannot start`() async throws {
        try await Faulty.with("exits-at-once") { server in
            let objection = await server.objection

            #expect(objection?.contains("exited with 3") == true)
            #expect(objection?.contains("The configuration is missing.") == true)
        }
    }

    @Test func `a program that is not there is unreachable by name`() async throws {
        let transport = ProcessTransport(.init(.at(path: "/nowhere/server"), environment: [:]))
        try await Faulty.with(transport) { server in
            #expect(await server.objection?.contains("/nowhere/server cannot be started") == true)
        }
    }

    @Test func `gives up a server that writes nothing but garbage`() async throws {
        try await Faulty.with("garbage-for-ever") { server in
            #expect(await server.objection?.contains("lines (") == true)
        }
    }

    @Test func `gives up a server whose line has no end`() async throws {
        let transport = Faulty.transport("endless-line", lineLimit: 64 << 10)
        try await Faulty.with(transport) { server in
            #expect(await server.objection?.contains("a line without an end") == true)
        }
    }

    @Test(arguments: ["huge", "huge-result"])
    func `cuts an answer that is too long, wherever its id stands`(tool: String) async throws {
        try await Faulty.with(Faulty.transport("well", lineLimit: 4 << 20), limits: MCPLimits()) { server in
            let outcome = await server.call(ToolName(tool))

            guard case .malformed(let output, let reason) = outcome else { throw Unexpected(outcome) }
            #expect(reason.contains("is too long: 12582"))
            #expect(output.bytes.count < 66_000)
            #expect(String(decoding: output.bytes.suffix(60), as: UTF8.self).contains("[cut: 65536 of 12582"))
            #expect(await server.echoes)
            #expect(await server.starts == 1)
        }
    }

    @Test func `cuts a result above the limit, with the sizes`() async throws {
        var limits = MCPLimits.short
        limits.result = 100_000
        try await Faulty.with("well", limits: limits) { server in
            let outcome = await server.call("big")

            guard case .malformed(let output, let reason) = outcome else { throw Unexpected(outcome) }
            #expect(reason == "The result has 300000 bytes; 100000 are allowed.")
            #expect(output.bytes.count < 66_000)
        }
    }

    @Test func `a broken answer ends its own call at once, and no other`() async throws {
        try await Faulty.with("well", limits: MCPLimits()) { server in
            _ = try await server.offer()
            async let other = server.call("slow", ["milliseconds": 300])
            let waited = await elapsed {
                let outcome = await server.call("broken")
                guard case .malformed = outcome else { return #expect(Bool(false), "\(outcome)") }
            }

            #expect(waited < .seconds(5))
            #expect(await other.succeeded)
        }
    }

    @Test func `a server that dies in a call is unreachable, starts anew, and is off after three times`() async throws {
        try await Faulty.with("well") { server in
            for _ in 1...3 {
                let outcome = await server.call("die")
                guard case .unreachable(let reason) = outcome else { throw Unexpected(outcome) }
                #expect(reason.contains("exited with 9") && reason.contains("I can go on no longer."))
                #expect(await server.echoes)
            }
            _ = await server.call("die")

            let off = await server.call("echo", ["text": "hello"])

            guard case .unreachable(let reason) = off else { throw Unexpected(off) }
            #expect(reason.contains("started anew 3 times"))
            #expect(await server.starts == 4)
        }
    }

    @Test func `a flood on the error stream stops nothing; its end is kept`() async throws {
        try await Faulty.with("floods-errors") { server in
            #expect(await server.echoes)
            #expect(await server.errorLines.last == "the last noise")
        }
    }

    @Test func `a server that does not read what it is sent costs its calls, and no more`() async throws {
        try await Faulty.with("deaf", limits: .short) { server in
            let text = String(repeating: "z", count: 200_000)
            #expect(await server.call("echo", ["text": .string(text)]) == .timedOut(after: .seconds(1)))
            let closing = await elapsed { await server.close() }
            #expect(closing < .seconds(5))
        }
    }
}
