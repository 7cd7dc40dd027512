import Engine
import TestSupport
import Testing

@Suite("Steering a sample")
struct SteeringTests {
    private let two = Proposals(.calling(1, ("find", ["name": "oslo"])), .calling(2, ("find", ["name": "rome"])))
    private let answer = Synthesis(query: "q", response: "r")

    @Test func `the curator's choice replaces the selector's, and is an event`() async throws {
        let script = ScriptedStages(proposer: [.success(two)], synthesizer: [.success(answer)])
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        let choice = Steering(choice: .proposal(Proposal.ID(2)))
        await control.steer(generator.firstSample, with: choice, at: .selecting)

        let events = try await generator.events()

        #expect(events.contains { $0.event == .steered(choice, at: .selecting) })
        #expect(RunState(events.map(\.event)).workflow.steps.map(\.call.arguments) == [["name": "rome"]])
        #expect(script.selector.asked.isEmpty)
    }

    @Test func `the curator can decline`() async throws {
        let script = ScriptedStages(proposer: [.success(two)])
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        await control.steer(generator.firstSample, with: Steering(choice: .decline), at: .selecting)

        let state = RunState(try await generator.events().map(\.event))

        #expect(state.iterations[0].outcome == .stalled(.selectorDeclined(reason: "The curator declined.")))
    }

    @Test func `a note reaches the proposer of this and the following iterations`() async throws {
        let none = Proposals(reason: "nothing", all: [])
        let script = ScriptedStages(proposer: [.success(none), .success(none)])
        let control = RunControl()
        let generator = try await Generator.testing(
            script.stages, on: CountingTools(), plan: .testing(iterations: 2), control: control)
        await control.steer(generator.firstSample, with: Steering(note: "more about trains"), at: .proposing)

        _ = try await generator.events()

        #expect(script.proposer.asked.map(\.notes) == [["more about trains"], ["more about trains"]])
    }

    @Test func `given proposals are executed as they are`() async throws {
        let script = ScriptedStages(
            selector: [.success(.chosen(Proposal.ID(1), place: .newChain, reason: "good"))],
            synthesizer: [.success(answer)])
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        let own = Steering(proposals: [.calling(1, ("find", ["name": "bergen"]))])
        await control.steer(generator.firstSample, with: own, at: .proposing)

        let state = RunState(try await generator.events().map(\.event))

        #expect(state.workflow.steps.map(\.call.arguments) == [["name": "bergen"]])
    }

    @Test func `a muted tool is left out of the batch`() async throws {
        let script = ScriptedStages(proposer: [.success(Proposals(reason: "nothing", all: []))])
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        await control.mute("fail")

        let state = RunState(try await generator.events().map(\.event))

        #expect(Set(state.iterations[0].pool) == ["find", "detail", "empty"])
    }

    @Test func `a branch shares the earlier iterations and goes its own way from there`() async throws {
        let script = ScriptedStages(
            proposer: [.success(two), .success(two), .success(two)],
            selector: [
                .success(.chosen(Proposal.ID(1), place: .newChain, reason: "1")),
                .success(.chosen(Proposal.ID(1), place: .newChain, reason: "2")),
            ], synthesizer: [.success(answer), .success(answer)])
        let generator = try await Generator.testing(
            script.stages, on: CountingTools(), plan: .testing(iterations: 2))
        let parent = RunState(try await generator.events().map(\.event))
        let id = SampleID(run: generator.run, index: 1, branch: [1])

        var events: [RunEvent] = []
        let steering = Steering(choice: .proposal(Proposal.ID(2)))
        for try await event in generator.branch(
            id, from: generator.firstSample, in: parent, at: 2, steering: steering)
        {
            events.append(event.event)
        }

        let branch = RunState(events)
        #expect(branch.parent == generator.firstSample)
        #expect(branch.iterations.map(\.number) == [1, 2])
        #expect(branch.iterations[0] == parent.iterations[0])
        #expect(branch.workflow.steps.map(\.call.arguments) == [["name": "oslo"], ["name": "rome"]])
    }

    @Test func `one iteration can be run by itself`() async throws {
        let script = ScriptedStages(
            proposer: [.success(two)],
            selector: [.success(.chosen(Proposal.ID(1), place: .newChain, reason: "good"))])
        let generator = try await Generator.testing(script.stages, on: CountingTools())

        let iteration = try await generator.iteration(of: generator.firstSample, on: RunState())

        #expect(iteration.number == 1)
        #expect(iteration.trials.count == 2)
        guard case .grew(let growth) = iteration.outcome else {
            Issue.record("It should have grown: \(String(describing: iteration.outcome))")
            return
        }
        #expect(growth.steps.map(\.number) == [1])
    }
}

@Suite("Holding a sample")
struct HoldingTests {
    private let none = Proposals(reason: "nothing", all: [])

    @Test func `a held sample runs one iteration for each step, and the rest once released`() async throws {
        let script = ScriptedStages(proposer: Array(repeating: .success(none), count: 4))
        let control = RunControl()
        let generator = try await Generator.testing(
            script.stages, on: CountingTools(), plan: .testing(iterations: 4), control: control)
        let sample = generator.firstSample
        await control.hold(sample)

        var ended: [Int] = []
        var askedWhenEnded: [Int] = []
        for try await event in generator.sample(sample) {
            if case .iterationBegan(let number) = event.event {
                Task { await Self.letGo(control, sample, at: number) }
            }
            guard case .iterationEnded(let number, _) = event.event else { continue }
            ended.append(number)
            askedWhenEnded.append(script.proposer.asked.count)
        }

        #expect(ended == [1, 2, 3, 4])
        #expect(askedWhenEnded == [1, 2, 3, 4])
        #expect(await control.isHeld(sample) == false)
    }

    /// Steps through the first two iterations, once the sample waits, and releases it at the third.
    private static func letGo(_ control: RunControl, _ sample: SampleID, at number: Int) async {
        while await !control.isWaiting(sample) {
            if number > 3 { return }
            await Task.yield()
        }
        if number < 3 { await control.step(sample) } else { await control.release(sample) }
    }

    @Test func `a paused run makes no call until it is resumed`() async throws {
        let script = ScriptedStages(proposer: [.success(Proposals(.calling(1, ("fail", ["name": "x"]))))])
        let control = RunControl()
        let tools = CountingTools()
        let generator = try await Generator.testing(script.stages, on: tools, control: control)
        await control.pause()

        let growing = Task { try await generator.events() }
        while await !control.isWaiting(generator.firstSample) { await Task.yield() }
        #expect(tools.made.isEmpty)
        await control.resume()

        #expect(try await growing.value.last?.event == .finished(.nothingGrown))
        #expect(tools.made.count == 1)
    }

    @Test func `a waiting sample can be cancelled`() async throws {
        let control = RunControl()
        let generator = try await Generator.testing(
            ScriptedStages().stages, on: CountingTools(), control: control)
        await control.pause()
        let growing = Task { try await generator.events() }
        while await !control.isWaiting(generator.firstSample) { await Task.yield() }

        growing.cancel()

        await #expect(throws: CancellationError.self) { try await growing.value }
    }
}
