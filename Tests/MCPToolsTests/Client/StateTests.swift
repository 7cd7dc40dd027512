import Engine
import Foundation
import MCPTools
import Testing

@Suite("Servers that keep state", .timeLimit(.minutes(1)))
struct StateTests {
    private static let addOne = ToolCall(tool: "add-one", arguments: [:])
    private static let count = ToolCall(tool: "count", arguments: [:])

    private static func slow(_ milliseconds: Int) -> ToolCall {
        ToolCall(tool: "slow", arguments: ["milliseconds": JSON(integerLiteral: milliseconds)])
    }

    private static func context(_ history: [ToolCall]) -> CallContext {
        let slot = CallSlot(
            sample: SampleID(run: RunID(ContentHash(of: "test")), index: 1), iteration: 1, proposal: Proposal.ID(1),
            attempt: 1)
        return CallContext(slot: slot, history: history)
    }

    private static func run(
        _ call: ToolCall, after history: [ToolCall], on server: MCPServer
    ) async -> String? {
        await server.run(call, in: context(history)).outcome.output.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test(arguments: [nil, "reset"] as [ToolName?])
    func `each call sees its own history and nothing else`(reset: ToolName?) async throws {
        try await Faulty.with("well", sharing: .isolated(pool: 1, reset: reset)) { server in
            #expect(await Self.run(Self.addOne, after: [], on: server) == "1")
            #expect(await Self.run(Self.addOne, after: [Self.addOne], on: server) == "2")
            // Another sample, or a trial that lost.
            #expect(await Self.run(Self.addOne, after: [], on: server) == "1")
            #expect(await Self.run(Self.count, after: [Self.addOne, Self.addOne, Self.addOne], on: server) == "3")
            #expect(await Self.run(Self.count, after: [], on: server) == "0")
            #expect(await server.starts == (reset == nil ? 3 : 1))
        }
    }

    @Test func `never has more processes than the pool, and mixes up no samples`() async throws {
        var limits = MCPLimits()
        limits.call = .seconds(60)
        try await Faulty.with("well", sharing: .isolated(pool: 2, reset: "reset"), limits: limits) { server in
            let right = await withTaskGroup(of: Bool.self) { samples in
                for _ in 0..<8 {
                    samples.addTask {
                        var history: [ToolCall] = []
                        for number in 1...5 {
                            guard await Self.run(Self.addOne, after: history, on: server) == "\(number)" else {
                                return false
                            }
                            history.append(Self.addOne)
                        }
                        return true
                    }
                }
                var right = 0
                for await isRight in samples where isRight { right += 1 }
                return right
            }

            #expect(right == 8)
            #expect(await server.starts == 2)
        }
    }

    @Test func `a history is made again after the process died`() async throws {
        try await Faulty.with("well", sharing: .isolated(pool: 1, reset: nil)) { server in
            #expect(await Self.run(Self.addOne, after: [], on: server) == "1")
            let died = await server.run(ToolCall(tool: "die", arguments: [:]), in: Self.context([Self.addOne])).outcome

            guard case .unreachable = died else { throw Unexpected(died) }
            #expect(await Self.run(Self.addOne, after: [Self.addOne], on: server) == "2")
        }
    }

    @Test func `a call whose history cannot be made again is unreachable, and says which call it was`() async throws {
        try await Faulty.with("well", sharing: .isolated(pool: 1, reset: nil), limits: .short) { server in
            let outcome = await server.run(Self.count, in: Self.context([ToolCall(tool: "slow", arguments: [:])]))
                .outcome

            guard case .unreachable(let reason) = outcome else { throw Unexpected(outcome) }
            #expect(reason.contains("could not be made again (slow)"))
        }
    }

    @Test func `a cancelled call waits for no instance, and the instance is not lost`() async throws {
        try await Faulty.with("well", sharing: .isolated(pool: 1, reset: nil), limits: .short) { server in
            _ = try await server.offer()
            async let slow = server.run(ToolCall(tool: "slow", arguments: [:]), in: Self.context([])).outcome
            try await Task.sleep(for: .milliseconds(100))

            let waited = await elapsed {
                let cancelled = Task { await server.run(Self.count, in: Self.context([])).outcome }
                cancelled.cancel()
                #expect(await cancelled.value == .unreachable(reason: "The call was cancelled."))
            }

            #expect(waited < .seconds(1))
            #expect(await slow == .timedOut(after: .seconds(1)))
            #expect(await Self.run(Self.count, after: [], on: server) == "0")
        }
    }

    @Test func `waiting for a process counts towards no call; a call that is too slow itself still ends`() async throws
    {
        let slow = Self.slow(300)
        try await Faulty.with("well", sharing: .isolated(pool: 1, reset: "reset"), limits: .short) { server in
            let outcomes = await withTaskGroup(of: ToolOutcome.self) { samples in
                for _ in 0..<6 { samples.addTask { await server.run(slow, in: Self.context([])).outcome } }
                return await samples.reduce(into: []) { $0.append($1) }
            }
            let tooSlow = await server.run(Self.slow(60_000), in: Self.context([])).outcome

            #expect(outcomes == Array(repeating: .returned(RecordedOutput("done")), count: 6))
            #expect(tooSlow == .timedOut(after: .seconds(1)))
            #expect(await server.starts == 1)
        }
    }

    @Test func `each call that is made again has the limit for itself, and the last one too`() async throws {
        let slow = Self.slow(300)
        let history = Array(repeating: slow, count: 4)
        try await Faulty.with("well", sharing: .isolated(pool: 1, reset: nil), limits: .short) { server in
            #expect(await server.run(slow, in: Self.context(history)).outcome == .returned(RecordedOutput("done")))
            #expect(
                await server.run(Self.slow(60_000), in: Self.context(history)).outcome == .timedOut(after: .seconds(1)))
        }
    }

    @Test func `whoever gets no process in time is told so, and what to do`() async throws {
        var limits = MCPLimits()
        limits.lease = .milliseconds(200)
        try await Faulty.with("well", sharing: .isolated(pool: 1, reset: nil), limits: limits) { server in
            _ = try await server.offer()
            let slow = Task { await server.run(Self.slow(60_000), in: Self.context([])).outcome }
            try await Task.sleep(for: .milliseconds(100))

            let outcome = await server.run(Self.count, in: Self.context([])).outcome
            slow.cancel()

            guard case .unreachable(let reason) = outcome else { throw Unexpected(outcome) }
            #expect(reason.contains("None of its processes came free within 0.2 seconds. Allow it a larger pool"))
            #expect(await slow.value == .unreachable(reason: "The call was cancelled."))
            #expect(await Self.run(Self.count, after: [], on: server) == "0")
        }
    }

    @Test func `after closing no process begins any more, and nobody waits for one`() async throws {
        try await Faulty.with("well", sharing: .isolated(pool: 2, reset: nil), limits: MCPLimits()) { server in
            _ = try await server.offer()
            let calls = (1...3).map { _ in
                Task { await server.run(Self.slow(60_000), in: Self.context([])).outcome }
            }
            while await server.starts < 2 { try await Task.sleep(for: .milliseconds(10)) }

            await server.close()

            for call in calls { #expect(await call.value == .unreachable(reason: "The session was closed.")) }
            let later = await server.run(Self.count, in: Self.context([])).outcome
            #expect(later == .unreachable(reason: "The session was closed."))
            #expect(await server.starts == 2)
        }
    }

    @Test func `a server closed with room in its pool begins none either`() async throws {
        try await Faulty.with("well", sharing: .isolated(pool: 3, reset: nil)) { server in
            #expect(await Self.run(Self.addOne, after: [], on: server) == "1")

            await server.close()

            let later = await server.run(Self.addOne, in: Self.context([])).outcome
            #expect(later == .unreachable(reason: "The session was closed."))
            #expect(await server.starts == 1)
        }
    }

    @Test func `the patience for a call covers the wait for a process, and each call before it`() {
        let limits = MCPLimits.short
        let transport = Faulty.transport("well")
        let shared = MCPServer("faulty", over: transport, limits: limits)
        let isolated = MCPServer("faulty", over: transport, sharing: .isolated(pool: 1, reset: nil), limits: limits)
        let none = isolated.patience(for: Self.context([]))
        let three = isolated.patience(for: Self.context([Self.count, Self.count, Self.count]))

        #expect(none > limits.lease + limits.call * 2)
        #expect(three == none + limits.call * 3)
        #expect(shared.patience(for: Self.context([Self.count])) < limits.lease)
    }

    @Test func `an instance is chosen by what it has seen`() {
        let one = [Self.addOne]
        let two = [Self.addOne, Self.addOne]
        let other = [Self.count]

        #expect(InstanceChoice(among: [[], one, two], for: two, inUse: 0, most: 3) == .use(2))
        #expect(InstanceChoice(among: [[], one, other], for: two, inUse: 0, most: 3) == .use(1))
        #expect(InstanceChoice(among: [two, other], for: one, inUse: 0, most: 3) == .begin)
        #expect(InstanceChoice(among: [two, other], for: one, inUse: 1, most: 3) == .reset(0))
        #expect(InstanceChoice(among: [nil], for: [], inUse: 0, most: 1) == .reset(0))
        #expect(InstanceChoice(among: [], for: [], inUse: 1, most: 1) == .wait)
    }
}
