import Engine
import Synchronization
import Testing

@Suite("Results that are remembered")
struct RememberedResultsTests {
    /// A memory that can be made to fail.
    private actor Memory: ResultMemory {
        struct Broken: Error {}

        private(set) var kept: [ContentHash: ToolResult] = [:]
        private let isBroken: Bool

        init(isBroken: Bool = false) { self.isBroken = isBroken }

        func result(of call: ToolCall, from source: ContentHash) throws -> ToolResult? {
            if isBroken { throw Broken() }
            return kept[ContentHash(of: source.hex + call.contentHash.hex)]
        }

        func keep(_ result: ToolResult, of call: ToolCall, from source: ContentHash) throws {
            if isBroken { throw Broken() }
            kept[ContentHash(of: source.hex + call.contentHash.hex)] = result
        }
    }

    /// Counts its calls, and answers when it is told to.
    private final class Desk: Sendable {
        let made = Mutex(0)
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        private let said = Mutex<[ToolOutcome]>([])
        private let waiting = Mutex<[AsyncStream<ToolOutcome>.Continuation]>([])

        /// Answers the newest call that waits, else the next that comes.
        func say(_ outcome: ToolOutcome) {
            guard let newest = waiting.withLock({ $0.popLast() }) else { return said.withLock { $0.append(outcome) } }
            newest.yield(outcome)
        }

        private func word() async -> ToolOutcome? {
            if let outcome = said.withLock({ $0.popLast() }) { return outcome }
            // A stream for each call: one that is cancelled ends its stream for everybody.
            let (words, word) = AsyncStream<ToolOutcome>.makeStream()
            waiting.withLock { $0.append(word) }
            arrived.yield()
            return await words.first { _ in true }
        }

        var source: InlineToolSource {
            InlineToolSource([Tool(name: "t", description: "", inputSchema: ["type": "object"])], origin: .simulated) {
                [self] _ in
                made.withLock { $0 += 1 }
                return await word() ?? .unreachable(reason: "Cancelled.")
            }
        }
    }

    private let call = ToolCall(tool: "t", arguments: ["a": 1, "b": 2])
    private let good = ToolOutcome.returned(RecordedOutput("7"))

    private func remembering(
        _ desk: Desk, _ memory: Memory = Memory(), as name: String = "s"
    ) -> RememberingSource {
        RememberingSource(desk.source, identity: ContentHash(of: name), memory: memory)
    }

    @Test(
        arguments: [
            (.returned(RecordedOutput("7")), 1), (.failed(RecordedOutput("no")), 1), (.timedOut(after: .seconds(1)), 2),
            (.unreachable(reason: "x"), 2), (.refused(code: 429, reason: "x"), 2),
            (.malformed(RecordedOutput("x"), reason: "x"), 2),
        ] as [(ToolOutcome, Int)])
    func `what the tool said is asked once, everything else again`(outcome: ToolOutcome, asked: Int) async {
        let desk = Desk()
        let source = remembering(desk)
        for _ in 0..<2 { desk.say(outcome) }

        let first = await source.run(call, in: .byHand)
        let second = await source.run(ToolCall(tool: "t", arguments: ["b": 2, "a": 1]), in: .byHand)

        #expect(first == ToolResult(outcome, origin: .simulated))
        #expect(second == first, "The origin stays what it was.")
        #expect(desk.made.withLock { $0 } == asked)
    }

    @Test func `another call and another source are asked for themselves`() async {
        let (desk, memory) = (Desk(), Memory())
        for _ in 0..<3 { desk.say(good) }

        _ = await remembering(desk, memory).run(call, in: .byHand)
        _ = await remembering(desk, memory).run(ToolCall(tool: "t", arguments: [:]), in: .byHand)
        _ = await remembering(desk, memory, as: "other").run(call, in: .byHand)

        #expect(desk.made.withLock { $0 } == 3)
    }

    @Test func `equal calls at once are one call`() async {
        let desk = Desk()
        let source = remembering(desk)

        let results = await withTaskGroup(of: ToolResult.self) { group in
            for _ in 0..<20 { group.addTask { await source.run(call, in: .byHand) } }
            for await _ in desk.arrivals { break }
            desk.say(good)
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(results == Array(repeating: ToolResult(good, origin: .simulated), count: 20))
        #expect(desk.made.withLock { $0 } == 1)
    }

    @Test func `whoever waits does not suffer when the first gives up`() async {
        let desk = Desk()
        let source = remembering(desk)
        let first = Task { await source.run(call, in: .byHand) }
        for await _ in desk.arrivals { break }
        let second = Task { await source.run(call, in: .byHand) }

        first.cancel()
        let given = await first.value
        for await _ in desk.arrivals { break }
        desk.say(good)

        #expect(given.outcome.verdict == "unreachable")
        #expect(await second.value.outcome == good)
    }

    @Test func `a waiting call that is cancelled ends at once, and the first goes on`() async {
        let desk = Desk()
        let source = remembering(desk)
        let first = Task { await source.run(call, in: .byHand) }
        for await _ in desk.arrivals { break }
        let second = Task { await source.run(call, in: .byHand) }

        second.cancel()
        #expect(await second.value.outcome.verdict == "unreachable")
        desk.say(good)

        #expect(await first.value.outcome == good)
        #expect(desk.made.withLock { $0 } == 1)
    }

    @Test func `a memory that fails costs no result`() async {
        let desk = Desk()
        desk.say(good)

        let result = await remembering(desk, Memory(isBroken: true)).run(call, in: .byHand)

        #expect(result.outcome == good)
    }
}
