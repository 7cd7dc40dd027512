import Engine
import TestSupport
import Testing

@Suite("Sampling a mini-batch")
struct SamplingTests {
    private static func library(_ count: Int, families: Int = 1) async throws -> ToolLibrary {
        let tools = (0..<count).map { number in
            Tool.named(ToolName("tool_\(number)"), family: "family \(number % families)")
        }
        return try await ToolLibrary(InlineToolSource(tools) { _ in .timedOut(after: .zero) })
    }

    private static func place(_ number: Int, seed: UInt64 = 5) -> BatchPlace {
        BatchPlace(
            seed: seed, number: number,
            random: SeededGenerator(for: .sampling, seed: seed, sample: number, iteration: 1))
    }

    @Test(arguments: Plan.Sampling.allCases)
    func `gives the same batch for the same seed, and another for another`(sampling: Plan.Sampling) async throws {
        let library = try await Self.library(500, families: 10)

        let first = library.batch(of: 12, sampled: sampling, at: Self.place(3))

        #expect(first.count == 12)
        #expect(Set(first.map(\.name)).count == 12)
        #expect(first == library.batch(of: 12, sampled: sampling, at: Self.place(3)))
        #expect(first != library.batch(of: 12, sampled: sampling, at: Self.place(3, seed: 6)))
        #expect(first != library.batch(of: 12, sampled: sampling, at: Self.place(4)))
    }

    @Test(arguments: Plan.Sampling.allCases)
    func `gives every tool when the library is smaller than the batch`(sampling: Plan.Sampling) async throws {
        let library = try await Self.library(7, families: 3)

        let batch = library.batch(of: 50, sampled: sampling, at: Self.place(0))

        #expect(Set(batch.map(\.name)) == Set(library.tools.map(\.name)) && batch.count == 7)
    }

    @Test(arguments: [(1, 1), (10, 3), (77, 20), (1000, 50), (64, 64)])
    func `offers every tool once before any twice, when it covers`(tools: Int, batch: Int) async throws {
        let library = try await Self.library(tools)
        let batches = (tools + batch - 1) / batch

        for walk in 0..<3 {
            var offered: [ToolName: Int] = [:]
            for number in walk * batches..<(walk + 1) * batches {
                for tool in library.batch(of: batch, sampled: .coverage, at: Self.place(number)) {
                    offered[tool.name, default: 0] += 1
                }
            }
            #expect(offered.count == tools)
            #expect(offered.values.reduce(0, +) == batches * min(batch, tools))
            #expect(offered.values.allSatisfy { $0 <= 2 })
        }
    }

    @Test func `draws from one family as long as it has enough tools`() async throws {
        let library = try await Self.library(100, families: 4)

        let families = (0..<50).map { number in
            Set(library.batch(of: 20, sampled: .family, at: Self.place(number)).map(\.family))
        }

        #expect(families.allSatisfy { $0.count == 1 })
        #expect(Set(families).count == 4)
    }

    @Test func `fills a batch from a second family where the first has too few tools`() async throws {
        let library = try await Self.library(100, families: 10)

        let batch = library.batch(of: 25, sampled: .family, at: Self.place(1))

        #expect(batch.count == 25)
        #expect(Set(batch.map(\.family)).count == 3)
    }

    @Test(arguments: Plan.Sampling.allCases)
    func `never draws a muted tool`(sampling: Plan.Sampling) async throws {
        let library = try await Self.library(30, families: 3)

        for number in 0..<20 {
            let batch = library.batch(of: 10, sampled: sampling, at: Self.place(number), without: ["tool_3", "tool_4"])
            #expect(batch.count == 10)
            #expect(!batch.contains { $0.name == "tool_3" || $0.name == "tool_4" })
        }
    }

    @Test func `is part of what a run is, and uniform sampling leaves earlier runs what they were`() async throws {
        let library = try await Self.library(3).tools
        var plan = Plan.demo(seed: 1)
        let uniform = RunID(plan: plan, library: library, planner: "p")
        plan.sampling = .coverage

        #expect(RunID(plan: plan, library: library, planner: "p") != uniform)
        plan.sampling = .uniform
        #expect(RunID(plan: plan, library: library, planner: "p") == uniform)
    }
}
