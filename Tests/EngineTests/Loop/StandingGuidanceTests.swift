import Foundation
import TestSupport
import Testing

@testable import Engine

@Suite("Guidance of a plan")
struct StandingGuidanceTests {
    private let two = Proposals(.calling(1, ("find", ["name": "oslo"])), .calling(2, ("find", ["name": "rome"])))

    private func plan(_ notes: String..., iterations: Int = 1) throws -> Plan {
        var plan = Plan.testing(iterations: iterations)
        plan.guidance = try Guidance(notes)
        return plan
    }

    @Test func `proposer and selector read it before the curator's own notes`() async throws {
        let script = ScriptedStages(
            proposer: [.success(two)],
            selector: [.success(.chosen(Proposal.ID(1), place: .newChain, reason: "good"))],
            synthesizer: [.success(Synthesis(query: "q", response: "r"))])
        let control = RunControl()
        let generator = try await Generator.testing(
            script.stages, on: CountingTools(), plan: try plan("avoid fail", "more of find"), control: control)
        await control.steer(generator.firstSample, with: Steering(note: "only Oslo"), at: .proposing)

        _ = try await generator.events()

        #expect(script.proposer.asked.map { $0.guidance + $0.notes } == [["avoid fail", "more of find", "only Oslo"]])
        #expect(script.selector.asked.map { $0.guidance + $0.notes } == [["avoid fail", "more of find", "only Oslo"]])
    }

    @Test func `a run without any is the run it was before there was guidance`() throws {
        var plan = try plan("avoid fail")
        #expect(plan.identity != Plan.testing().identity)

        plan.guidance = .none

        #expect(plan == Plan.testing())
        #expect(plan.identity["plan"] == nil)
        #expect(plan.identity["seed"] == "7")
        #expect(!String(decoding: try JSONEncoder().encode(plan), as: UTF8.self).contains("guided"))
    }

    @Test func `other notes, or the same in another order, make another run`() throws {
        let identities = [try plan("a", "b").identity, try plan("b", "a").identity, try plan("a").identity]

        #expect(Set(identities.map(\.canonicalText)).count == 3)
    }

    @Test func `it is stored with the plan and read back`() throws {
        let plan = try plan("avoid fail", "more of find")

        let stored = try JSONEncoder().encode(plan)

        #expect(try JSONDecoder().decode(Plan.self, from: stored) == plan)
    }

    @Test(arguments: [
        (Array(repeating: "x", count: 9), "9 notes are too many: a run takes at most 8. Join some, or leave some out."),
        (["x", " "], "Note 2 is empty. Say what the samples should be like, or leave it out."),
        (
            [String(repeating: "x", count: 301)],
            "Note 1 has 301 characters: a note has at most 300. Shorten it."
        ),
        (["x\ny"], "Note 1 has several lines. Write it in one."),
    ])
    func `what is too much is refused with a sentence`(notes: [String], sentence: String) {
        let problem = #expect(throws: GuidanceProblem.self) { try Guidance(notes) }

        #expect(problem?.description == sentence)
    }
}
