import DemoTools
import Engine
import OfflinePlanner
import Review
import Testing

@testable import toolgrad

@Suite("The demo's first sample")
struct DemoTests {
    private func sample() async throws -> ReviewedSample {
        let library = try await ToolLibrary(DemoTools())
        let plan = Plan.demo(seed: DemoSession.seed)
        let generator = Generator(plan: plan, library: library, stages: .offline) { Timestamp(microseconds: 0) }
        let id = SampleID(run: generator.run, index: 1)
        var state = RunState()
        for try await event in generator.sample(id) { state.apply(event.event) }
        return ReviewedSample(id: id, seed: plan.seed, state: state, review: ReviewState(), library: library.tools)
    }

    /// Who changes the planner or the tools looks for another seed until this holds again.
    @Test func `shows everything that a newcomer should see once`() async throws {
        let sample = try await sample()
        let attempts = sample.state.iterations.flatMap(\.trials).flatMap(\.attempts)
        let dependencies = sample.workflow.dependencies(query: sample.query, library: sample.tools)

        #expect(sample.workflow.chains.count == 2)
        #expect(dependencies.values.contains { !$0.isEmpty })
        #expect(sample.state.usage.failedTrials > 0)
        #expect(sample.state.iterations.contains { if case .stalled = $0.outcome { true } else { false } })
        #expect(attempts.contains { $0.outcome.verdict == "empty" })
        #expect(
            sample.response?.unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) } == true, "wide letters")
        #expect(sample.findings().isEmpty)
    }
}
