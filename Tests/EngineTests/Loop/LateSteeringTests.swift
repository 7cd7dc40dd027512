import Engine
import TestSupport
import Testing

@Suite("Which iteration a word counts for")
struct LateSteeringTests {
    private let two = Proposals(.calling(1, ("find", ["name": "oslo"])), .calling(2, ("find", ["name": "rome"])))
    private let answer = Synthesis(query: "q", response: "r")
    private let second = Steering(choice: .proposal(Proposal.ID(2)))

    private func script() -> ScriptedStages {
        let chosen = Selection.chosen(Proposal.ID(1), place: .newChain, reason: "good")
        return ScriptedStages(
            proposer: [.success(two), .success(two), .success(two)],
            selector: [.success(chosen), .success(chosen), .success(chosen)],
            synthesizer: [.success(answer), .success(answer)])
    }

    private func names(_ state: RunState) -> [String] {
        state.workflow.steps.compactMap { $0.call.arguments["name"]?.string }
    }

    @Test func `a choice for an iteration that has chosen is refused, and does not hit the next one`() async throws {
        let control = RunControl()
        let generator = try await Generator.testing(
            script().stages, on: CountingTools(), plan: .testing(iterations: 2), control: control)
        let sample = generator.firstSample

        var state = RunState()
        var isTaken: [Bool] = []
        for try await event in generator.sample(sample) {
            state.apply(event.event)
            switch event.event {
            case .selected where state.iterations.count == 1, .iterationEnded(1, _):
                isTaken.append(await control.steer(sample, with: second, at: .selecting, iteration: 1))
            case _: continue
            }
        }

        #expect(isTaken == [false, false])
        #expect(names(state) == ["oslo", "oslo"])
    }

    @Test func `a choice for an iteration that went by without a selection is refused`() async throws {
        let none = Proposals(reason: "nothing", all: [])
        let script = ScriptedStages(proposer: [.success(none), .success(none)])
        let control = RunControl()
        let generator = try await Generator.testing(
            script.stages, on: CountingTools(), plan: .testing(iterations: 2), control: control)
        let sample = generator.firstSample

        var isTaken: Bool?
        for try await event in generator.sample(sample) where event.event == .iterationBegan(2) {
            isTaken = await control.steer(sample, with: second, at: .selecting, iteration: 1)
        }

        #expect(isTaken == false)
    }

    @Test func `a choice counts in its iteration only`() async throws {
        let control = RunControl()
        let generator = try await Generator.testing(
            script().stages, on: CountingTools(), plan: .testing(iterations: 3), control: control)
        let isTaken = await control.steer(generator.firstSample, with: second, at: .selecting, iteration: 2)

        let state = RunState(try await generator.events().map(\.event))

        #expect(isTaken)
        #expect(names(state) == ["oslo", "rome", "oslo"])
    }

    @Test func `an empty word takes back the choice that waits`() async throws {
        let control = RunControl()
        let generator = try await Generator.testing(script().stages, on: CountingTools(), control: control)
        await control.steer(generator.firstSample, with: second, at: .selecting, iteration: 1)
        await control.steer(generator.firstSample, with: Steering(), at: .selecting, iteration: 1)

        let state = RunState(try await generator.events().map(\.event))

        #expect(names(state) == ["oslo"])
        #expect(state.iterations[0].steering.isEmpty)
    }

    @Test func `another choice does not go where the one before it was to go`() async throws {
        let control = RunControl()
        let generator = try await Generator.testing(
            script().stages, on: CountingTools(), plan: .testing(iterations: 2), control: control)
        let parent = RunState(try await generator.events().map(\.event))
        let first = Steering(choice: .proposal(Proposal.ID(1)), place: .append(Chain.ID(1)), proposals: two.all)
        await control.steer(generator.firstBranch, with: second, at: .selecting, iteration: 2)

        let state = RunState(try await generator.events(branchingFrom: parent, at: 2, with: first).map(\.event))

        #expect(names(state) == ["oslo", "rome"])
        #expect(state.workflow.chains.count == 2)
    }

    @Test func `where no chain may be opened, what is chosen goes to the last one`() async throws {
        var plan = Plan.testing(iterations: 2)
        plan.chains = 1
        let control = RunControl()
        let generator = try await Generator.testing(
            script().stages, on: CountingTools(), plan: plan, control: control)
        await control.steer(generator.firstSample, with: second, at: .selecting, iteration: 2)

        let state = RunState(try await generator.events().map(\.event))

        #expect(names(state) == ["oslo", "rome"])
        #expect(state.workflow.chains.count == 1)
    }

    @Test func `a sample that was cut off as its iteration began is asked again what it is to heed`() async throws {
        var stored: [RecordedEvent] = []
        let first = try await Generator.testing(script().stages, on: CountingTools())
        for try await event in first.sample(first.firstSample) {
            stored.append(event)
            if event.event == .iterationBegan(1) { break }
        }
        let script = script()
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        await control.steer(generator.firstSample, with: Steering(note: "only Rome"), at: .proposing)

        stored += try await generator.events(after: stored)

        #expect(script.proposer.asked.map(\.notes) == [["only Rome"]])
        #expect(stored.map(\.number) == Array(1...stored.count))
    }
}
