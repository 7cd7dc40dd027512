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

    /// How the iteration ended, with how many trials.
    private func ending(
        heeding word: Steering, on tools: CountingTools = CountingTools()
    ) async throws -> (outcome: IterationOutcome, trials: [Trial], selection: Selection?) {
        let events = try await generator(on: tools, heeding: word).events().map(\.event)
        let iteration = try #require(RunState(events).iterations.first)
        let outcome = try #require(iteration.outcome)
        #expect(events.contains(.iterationEnded(1, outcome)))
        return (outcome, iteration.trials, iteration.selection)
    }

    @Test func `that fails leaves the iteration without a step, and says what the tool said`() async throws {
        let (outcome, trials, selection) = try await ending(heeding: word("fail", ["name": "rome"]))

        #expect(trials.map(\.succeeded) == [true, false, false])
        #expect(selection == nil)
        #expect(
            outcome
                == .stalled(
                    .steeringFailed(
                        reason: "Proposal 3 was chosen, but its trial did not succeed: the last call failed "
                            + "(fail: no rome)")))
    }

    @Test func `whose arguments break the schema is not sent, and the curator is told the objection`() async throws {
        let tools = CountingTools()
        let call = ToolCall(tool: "find", arguments: ["town": "rome"])
        let objection = try #require(try await ToolLibrary(CountingTools()).objection(to: call))

        let (outcome, trials, _) = try await ending(heeding: word("find", call.arguments), on: tools)

        #expect(tools.made.count == 2)
        #expect(trials.last?.attempts.map(\.outcome) == [.rejected(reason: objection)])
        #expect(
            outcome
                == .stalled(
                    .steeringFailed(
                        reason: "Proposal 3 was chosen, but its trial did not succeed: the last call failed "
                            + "(find: \(objection))")))
    }

    @Test func `whose call a policy denied says why`() async throws {
        let denied = Trial.Attempt(
            call: ToolCall(tool: "find", arguments: ["name": "rome"]),
            result: ToolResult(.denied(reason: "nobody is there"), origin: .live))
        let source = InlineToolSource([.named("find", takes: "name")]) { call in
            call.arguments == denied.call.arguments ? denied.outcome : .returned(RecordedOutput("{}"))
        }
        let script = ScriptedStages(proposer: [.success(Proposals(.calling(1, ("find", ["name": "oslo"]))))])
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: source, control: control)
        let word = Steering(
            choice: .proposal(Proposal.ID(2)), proposals: [.calling(2, ("find", ["name": "rome"]))])
        await control.steer(generator.firstSample, with: word, at: .selecting, iteration: 1)

        let state = RunState(try await generator.events().map(\.event))

        guard case .stalled(.steeringFailed(let reason)) = state.iterations.first?.outcome else {
            Issue.record("\(String(describing: state.iterations.first?.outcome))")
            return
        }
        #expect(reason.hasSuffix("(find: nobody is there)"), "\(reason)")
        #expect(script.selector.asked.isEmpty)
    }

    @Test func `that names no tool of the run is not executed`() async throws {
        let (outcome, trials, _) = try await ending(heeding: word("no_such", [:]))

        #expect(trials.count == 2)
        #expect(
            outcome
                == .stalled(.steeringFailed(reason: "Proposal 3 names no_such, which is no tool of the run.")))
    }

    @Test func `with a number that another has is not executed`() async throws {
        let twin = Steering(proposals: [.calling(2, ("find", ["name": "rome"]))])

        let (outcome, trials, _) = try await ending(heeding: twin)

        #expect(trials.count == 2)
        #expect(outcome == .stalled(.steeringFailed(reason: "Two proposals have the same number.")))
    }

    @Test func `is chosen by a number that is there`() async throws {
        let (outcome, _, _) = try await ending(heeding: Steering(choice: .proposal(Proposal.ID(9))))

        #expect(
            outcome
                == .stalled(
                    .steeringFailed(reason: "Proposal 9 was chosen, and the iteration has no such proposal.")))
    }

    @Test func `does not go where there is no chain`() async throws {
        let place = Steering(choice: .proposal(Proposal.ID(1)), place: .append(Chain.ID(4)))

        let (outcome, _, selection) = try await ending(heeding: place)

        #expect(selection == nil)
        #expect(
            outcome
                == .stalled(
                    .steeringFailed(reason: "Chain 4 was selected, but the workflow has no such chain.")))
    }

    @Test func `given before the batch is held against the run's tools, and the proposer is not to blame`() async throws
    {
        let script = ScriptedStages()
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        let word = Steering(proposals: [.calling(1, ("stranger", [:]))])
        await control.steer(generator.firstSample, with: word, at: .proposing)

        let state = RunState(try await generator.events().map(\.event))

        let reason = "Proposal 1 names stranger, which is no tool of the run."
        #expect(state.iterations.map(\.outcome) == [.stalled(.steeringFailed(reason: reason))])
        #expect(script.proposer.asked.isEmpty)
    }
}
