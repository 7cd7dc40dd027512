import Engine
import TestSupport
import Testing

@Suite("A proposal written anew at the selection")
struct WrittenAnewTests {
    private let two = Proposals(.calling(1, ("find", ["name": "oslo"])), .calling(2, ("fail", ["name": "rome"])))

    private func generator(
        on tools: CountingTools = CountingTools(), heeding word: Steering? = nil
    ) async throws -> Generator {
        let script = ScriptedStages(
            proposer: [.success(two)], synthesizer: [.success(Synthesis(query: "q", response: "r"))])
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: tools, control: control)
        if let word { await control.steer(generator.firstSample, with: word, at: .selecting, iteration: 1) }
        return generator
    }

    private func word(_ tool: ToolName, _ arguments: JSON) -> Steering {
        Steering(choice: .proposal(Proposal.ID(3)), proposals: [.calling(3, (tool, arguments))])
    }

    @Test func `is executed in the same iteration beside the others, and chosen`() async throws {
        let tools = CountingTools()
        let word = word("find", ["name": "rome"])

        let events = try await generator(on: tools, heeding: word).events().map(\.event)

        let iteration = try #require(RunState(events).iterations.first)
        #expect(iteration.steering == [word])
        #expect(iteration.proposals?.reason == two.reason)
        #expect(iteration.trials.map(\.id.number) == [1, 2, 3])
        #expect(iteration.trials.map(\.succeeded) == [true, false, true])
        #expect(iteration.trials.map(\.attempts.count) == [1, 1, 1])
        #expect(RunState(events).workflow.steps.map(\.call.arguments) == [["name": "rome"]])
        #expect(tools.made.count == 3)
    }

    @Test(arguments: 1...14)
    func `cut short goes on to the same events`(cut: Int) async throws {
        let word = word("find", ["name": "rome"])
        let whole = try await generator(heeding: word).events()
        let stored = Array(whole.prefix(cut))
        let isAsked = stored.contains { $0.event == .steered(word, at: .selecting) }

        let rest = try await generator(heeding: isAsked ? nil : word).events(after: stored)

        #expect((stored + rest).map(\.event).inCanonicalOrder == whole.map(\.event).inCanonicalOrder)
    }

    @Test func `that fails leaves the iteration without a step`() async throws {
        let events = try await generator(heeding: word("fail", ["name": "rome"])).events().map(\.event)

        let iteration = try #require(RunState(events).iterations.first)
        #expect(iteration.trials.map(\.succeeded) == [true, false, false])
        #expect(
            iteration.outcome
                == .stalled(
                    .selectorFailed(reason: "Proposal 3 was selected, but its trial did not succeed.")))
    }

    @Test func `that names no tool of the run is not executed`() async throws {
        let events = try await generator(heeding: word("no_such", [:])).events().map(\.event)

        let iteration = try #require(RunState(events).iterations.first)
        #expect(iteration.trials.count == 2)
        guard case .stalled(.selectorFailed(let reason)) = iteration.outcome else {
            Issue.record("\(String(describing: iteration.outcome))")
            return
        }
        #expect(reason.contains("no_such"))
    }
}
