import Engine
import TestSupport
import Testing

@Suite("Growing many samples")
struct RunTests {
    /// Stages that depend on nothing but the request, so that they may be asked in any order.
    private static let stages = Stages(
        planner: "by index", proposer: ByBatch(), executor: PlannedExecutor(), selector: First(),
        synthesizer: Counting())

    private struct ByBatch: Proposer {
        func propose(_ request: ProposalRequest) -> Proposals {
            var random = request.random
            let names = (1...3).map { _ in "city \(Int.random(in: 0..<1000, using: &random))" }
            return Proposals(
                reason: "drawn",
                all: names.enumerated().map { .calling($0.offset + 1, ("find", ["name": .string($0.element)])) })
        }
    }

    private struct First: Selector {
        func select(_ request: SelectionRequest) -> Selection {
            .chosen(request.candidates[0].id, place: .newChain, reason: "first")
        }
    }

    private struct Counting: Synthesizer {
        func synthesize(_ request: SynthesisRequest) -> Synthesis {
            Synthesis(query: "\(request.workflow.steps.map(\.call.arguments))", response: "r")
        }
    }

    private func grow(_ count: Int, concurrency: Int, recorder: MemoryRecorder = MemoryRecorder()) async throws
        -> [SampleID: [RunEvent]]
    {
        let control = RunControl(concurrency: concurrency)
        let generator = try await Generator.testing(
            Self.stages, on: CountingTools(), plan: .testing(iterations: 3), control: control)
        try await Run(generator, control: control, recorder: recorder).grow(1...count)
        return Dictionary(grouping: await recorder.all, by: \.sample).mapValues { $0.map(\.event).inCanonicalOrder }
    }

    @Test func `the same seed gives the same events at any concurrency`() async throws {
        let alone = try await grow(20, concurrency: 1)

        #expect(alone.count == 20)
        #expect(Set(alone.values).count == 20)
        #expect(try await grow(20, concurrency: 16) == alone)
    }

    @Test func `a run goes on where its record ends, and leaves finished samples alone`() async throws {
        let whole = try await grow(5, concurrency: 1)
        let short = MemoryRecorder(capacity: 40)
        await #expect(throws: MemoryRecorder.Full.self) { try await grow(5, concurrency: 2, recorder: short) }
        let recorder = MemoryRecorder()
        await recorder.restore(await short.all)

        let resumed = try await grow(5, concurrency: 2, recorder: recorder)

        #expect(resumed == whole)
    }

    @Test func `another seed gives another run`() async throws {
        let library = try await ToolLibrary(CountingTools()).tools

        let runs = [1, 2].map { RunID(plan: .testing(seed: $0), library: library, planner: "p") }

        #expect(runs[0] != runs[1])
        #expect(runs[0] == RunID(plan: .testing(seed: 1), library: library, planner: "p"))
        #expect(runs[0] != RunID(plan: .testing(seed: 1), library: library, planner: "q"))
    }

    @Test func `the library's order does not change a run's identity, its definitions do`() async throws {
        let tools = try await ToolLibrary(CountingTools()).tools
        let changed = tools.dropLast() + [Tool(name: "empty", description: "Other.", inputSchema: [:])]

        let original = RunID(plan: .testing(), library: tools, planner: "p")

        #expect(RunID(plan: .testing(), library: tools.reversed(), planner: "p") == original)
        #expect(RunID(plan: .testing(), library: Array(changed), planner: "p") != original)
    }
}
