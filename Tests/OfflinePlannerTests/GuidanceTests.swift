import DemoTools
import Engine
import OfflinePlanner
import TestSupport
import Testing

@Suite("Standing guidance of a run")
struct GuidanceTests {
    /// What was proposed in each iteration of the first samples.
    private func proposals(guidedBy notes: [String]) async throws -> [[Proposal]] {
        var plan = Plan.demo(seed: 3)
        plan.guidance = try Guidance(notes)
        let generator = Generator(plan: plan, library: try await ToolLibrary(DemoTools()), stages: .offline) {
            Timestamp(microseconds: 0)
        }
        var proposals: [[Proposal]] = []
        for index in 1...4 {
            var state = RunState()
            for try await event in generator.sample(SampleID(run: generator.run, index: index)) {
                state.apply(event.event)
            }
            proposals += state.iterations.map { $0.proposals?.all ?? [] }
        }
        return proposals
    }

    @Test func `it changes what is proposed, and without it the same seed proposes what it did`() async throws {
        let plain = try await proposals(guidedBy: [])
        let counts = Dictionary(grouping: plain.flatMap(\.self).flatMap(\.tools), by: \.self).mapValues(\.count)
        let commonest = try #require(counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key)

        let guided = try await proposals(guidedBy: ["avoid \(commonest)"])
        let plainAgain = try await proposals(guidedBy: [])

        #expect(guided != plain)
        #expect(!guided.flatMap(\.self).flatMap(\.tools).contains(commonest))
        #expect(guided.contains { !$0.isEmpty })
        #expect(plainAgain == plain)
    }

    @Test func `a whole tool name forbids that tool alone, a word forbids every tool that has it`() async throws {
        let plain = try await proposals(guidedBy: []).flatMap(\.self).flatMap(\.tools)
        let lookups = Set(plain.filter { $0.text.hasSuffix("_lookup") })
        let one = try #require(lookups.min())

        let byName = try await proposals(guidedBy: ["avoid \(one), please"]).flatMap(\.self).flatMap(\.tools)
        let byWord = try await proposals(guidedBy: ["avoid lookup"]).flatMap(\.self).flatMap(\.tools)

        #expect(lookups.count > 1)
        #expect(!byName.contains(one))
        #expect(byName.contains { $0.text.hasSuffix("_lookup") })
        #expect(!byWord.contains { $0.text.hasSuffix("_lookup") })
    }

    @Test func `a note that does not forbid attracts what it names`() async throws {
        let plain = try await proposals(guidedBy: []).flatMap(\.self).flatMap(\.tools)
        let rarest = try #require(
            Dictionary(grouping: plain, by: \.self).mapValues(\.count).min {
                ($0.value, $0.key) < ($1.value, $1.key)
            })

        let guided = try await proposals(guidedBy: ["more of \(rarest.key)"]).flatMap(\.self).flatMap(\.tools)

        #expect(guided.count { $0 == rarest.key } > rarest.value)
    }
}
