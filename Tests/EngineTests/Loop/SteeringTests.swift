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
        #expect(state.iterations[0].outcome == .stalled(.curatorDeclined))
        #expect(NoOpCause.curatorDeclined.title == "curator declined")
        #expect(NoOpCause.selectorDeclined(reason: "None fits.").title == "selector declined")
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

    @Test func `a second word replaces the first that waits for the same`() async throws {
        let script = ScriptedStages(proposer: [.success(two)], synthesizer: [.success(answer)])
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        let sample = generator.firstSample
        await control.steer(sample, with: Steering(note: "only Rome", mutedTools: ["fail"]), at: .proposing)
        await control.steer(sample, with: Steering(note: "avoid Oslo", mutedTools: ["empty"]), at: .proposing)
        await control.steer(sample, with: Steering(choice: .decline, place: .newChain), at: .selecting)
        await control.steer(sample, with: Steering(choice: .proposal(Proposal.ID(2))), at: .selecting)

        let state = RunState(try await generator.events().map(\.event))

        #expect(state.iterations[0].steering.last == Steering(choice: .proposal(Proposal.ID(2))))
        #expect(script.proposer.asked.map(\.notes) == [["avoid Oslo"]])
        #expect(Set(state.iterations[0].pool) == ["fail", "find", "detail"])
        #expect(state.workflow.steps.map(\.call.arguments) == [["name": "rome"]])
    }

    @Test func `a chain that is not there is told before the selector is asked, which may be paid`() async throws {
        let script = ScriptedStages(proposer: [.success(two)])
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        await control.steer(
            generator.firstSample, with: Steering(place: .append(Chain.ID(4))), at: .selecting, iteration: 1)

        let state = RunState(try await generator.events().map(\.event))

        let reason = "Chain 4 was selected, but the workflow has no such chain."
        #expect(state.iterations.map(\.outcome) == [.stalled(.steeringFailed(reason: reason))])
        #expect(script.selector.asked.isEmpty)
    }

    @Test func `a chosen proposal goes to the chain whose output it uses, when nobody says where`() async throws {
        let first = Proposals(.calling(1, ("find", ["name": "oslo"])))
        let then = Proposals(.calling(1, ("find", ["name": "rome"])), .calling(2, ("detail", ["id": "id-of-oslo"])))
        let script = ScriptedStages(
            proposer: [.success(first), .success(then)],
            selector: [.success(.chosen(Proposal.ID(1), place: .newChain, reason: "1"))],
            synthesizer: [.success(answer)])
        let control = RunControl()
        let generator = try await Generator.testing(
            script.stages, on: CountingTools(), plan: .testing(iterations: 2), control: control)
        let choice = Steering(choice: .proposal(Proposal.ID(2)))
        var state = RunState()
        for try await event in generator.sample(generator.firstSample) {
            state.apply(event.event)
            guard event.event == .iterationBegan(2) else { continue }
            await control.steer(generator.firstSample, with: choice, at: .selecting)
        }

        #expect(state.workflow.chains.map { $0.steps.map(\.call.tool) } == [["find", "detail"]])
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
        let steering = Steering(choice: .proposal(Proposal.ID(2)))

        let events = try await generator.events(branchingFrom: parent, at: 2, with: steering)

        let branch = RunState(events.map(\.event))
        #expect(branch.parent == generator.firstSample)
        #expect(branch.iterations.map(\.number) == [1, 2])
        #expect(branch.iterations[0] == parent.iterations[0])
        #expect(branch.workflow.steps.map(\.call.arguments) == [["name": "oslo"], ["name": "rome"]])
    }

    @Test func `a tool that a branch mutes stays muted in all of its iterations`() async throws {
        let none = Proposals(reason: "nothing", all: [])
        let script = ScriptedStages(proposer: Array(repeating: .success(none), count: 5))
        let generator = try await Generator.testing(
            script.stages, on: CountingTools(), plan: .testing(iterations: 3))
        let parent = RunState(try await generator.events().map(\.event))

        let events = try await generator.events(
            branchingFrom: parent, at: 2, with: Steering(note: "no failures", mutedTools: ["fail"]))

        let state = RunState(events.map(\.event))
        #expect(state.branchedAt == 2)
        #expect(state.iterations.map { $0.pool.contains("fail") } == [true, false, false])
        #expect(script.proposer.asked.suffix(2).map(\.notes) == [["no failures"], ["no failures"]])
    }

    @Test(arguments: [1, 2, 5, 9])
    func `a branch cut short goes on to the same events`(cut: Int) async throws {
        func generator() async throws -> Generator {
            let script = ScriptedStages(
                proposer: Array(repeating: .success(two), count: 3),
                selector: Array(
                    repeating: .success(.chosen(Proposal.ID(1), place: .newChain, reason: "1")), count: 3),
                synthesizer: [.success(answer)])
            return try await Generator.testing(script.stages, on: CountingTools(), plan: .testing(iterations: 3))
        }
        let parent = try await generator()
        let state = RunState(try await parent.events().map(\.event))
        let steering = Steering(choice: .proposal(Proposal.ID(2)))
        // Its first event says what it is: whoever goes on with it need not know.
        let beginning = parent.beginning(ofBranchFrom: state, at: 2, with: steering)
        func branch(after stored: [RecordedEvent], cut: Int = .max) async throws -> [RecordedEvent] {
            var events: [RecordedEvent] = []
            guard cut > stored.count else { return events }
            for try await event in try await generator().sample(parent.firstBranch, after: stored) {
                events.append(event)
                if stored.count + events.count == cut { break }
            }
            return events
        }
        let whole = [beginning] + (try await branch(after: [beginning]))

        let first = [beginning] + (try await branch(after: [beginning], cut: cut))
        let rest = try await branch(after: first)

        #expect((first + rest).map(\.event).inCanonicalOrder == whole.map(\.event).inCanonicalOrder)
        #expect((first + rest).map(\.number) == Array(1...whole.count))
        let tools = RunState(whole.map(\.event)).workflow.steps.map { $0.call.arguments["name"]?.string ?? "" }
        #expect(tools == ["oslo", "rome", "oslo"])
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

        let letting = Task {
            for number in 1...4 {
                while await !control.isWaiting(sample) { await Task.yield() }
                #expect(script.proposer.asked.count == number - 1)
                guard number < 3 else { return await control.release(sample) }
                await control.step(sample)
            }
        }
        var ended: [Int] = []
        for try await event in generator.sample(sample) {
            if case .iterationEnded(let number, _) = event.event { ended.append(number) }
        }
        await letting.value

        #expect(ended == [1, 2, 3, 4])
        #expect(await control.isHeld(sample) == false)
    }

    @Test func `a step while an iteration is under way stops before that iteration's selection`() async throws {
        let two = Proposals(.calling(1, ("find", ["name": "oslo"])), .calling(2, ("find", ["name": "rome"])))
        let script = ScriptedStages(
            proposer: [.success(two)],
            selector: [.success(.chosen(Proposal.ID(1), place: .newChain, reason: "good"))],
            synthesizer: [.success(Synthesis(query: "q", response: "r"))])
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        let sample = generator.firstSample

        var state = RunState()
        var letting: Task<Void, Never>?
        for try await event in generator.sample(sample) {
            state.apply(event.event)
            guard case .sampled = event.event else { continue }
            await control.hold(sample)
            await control.step(sample)
            letting = Task {
                while await !control.isWaiting(sample) { await Task.yield() }
                #expect(script.proposer.asked.count == 1)
                #expect(script.selector.asked.isEmpty)
                await control.release(sample)
            }
        }
        await letting?.value

        #expect(letting != nil)
        #expect(script.selector.asked.count == 1)
        #expect(state.workflow.steps.count == 1)
    }

    @Test func `a step past an iteration without a selection stops at the gate after it`() async throws {
        let script = ScriptedStages(proposer: Array(repeating: .success(none), count: 2))
        let control = RunControl()
        let generator = try await Generator.testing(
            script.stages, on: CountingTools(), plan: .testing(iterations: 2), control: control)
        let sample = generator.firstSample

        var letting: Task<Void, Never>?
        for try await event in generator.sample(sample) {
            guard case .sampled = event.event, letting == nil else { continue }
            await control.hold(sample)
            await control.step(sample)
            letting = Task {
                while await !control.isWaiting(sample) { await Task.yield() }
                #expect(script.proposer.asked.count == 1)
                await control.release(sample)
            }
        }
        await letting?.value

        #expect(letting != nil)
        #expect(script.proposer.asked.count == 2)
    }

    @Test func `a step stops where a choice can still be made, with the reports to choose from`() async throws {
        let two = Proposals(.calling(1, ("find", ["name": "oslo"])), .calling(2, ("find", ["name": "rome"])))
        let script = ScriptedStages(
            proposer: [.success(two)], synthesizer: [.success(Synthesis(query: "q", response: "r"))])
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        let sample = generator.firstSample
        await control.hold(sample)

        let curating = Task {
            while await !control.isWaiting(sample) { await Task.yield() }
            #expect(script.proposer.asked.isEmpty)
            await control.step(sample)
            while await !control.isWaiting(sample) { await Task.yield() }
            #expect(script.proposer.asked.count == 1)
            await control.steer(sample, with: Steering(choice: .proposal(Proposal.ID(2))), at: .selecting)
            await control.step(sample)
        }
        let state = RunState(try await generator.events().map(\.event))
        await curating.value

        #expect(state.iterations[0].trials.map(\.succeeded) == [true, true])
        #expect(state.workflow.steps.map(\.call.arguments) == [["name": "rome"]])
        #expect(script.selector.asked.isEmpty)
    }

    @Test func `finishing what is in flight lets held samples go`() async throws {
        let script = ScriptedStages(proposer: [.success(none)])
        let control = RunControl()
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        await control.hold(generator.firstSample)
        let growing = Task { try await generator.events() }
        while await !control.isWaiting(generator.firstSample) { await Task.yield() }

        await control.finishInFlight()

        #expect(try await growing.value.last?.event == .finished(.nothingGrown))
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

    @Test func `a sample can be stepped while the run stays paused`() async throws {
        let none = Proposals(reason: "nothing", all: [])
        let script = ScriptedStages(proposer: [.success(none), .success(none)])
        let control = RunControl()
        let generator = try await Generator.testing(
            script.stages, on: CountingTools(), plan: .testing(iterations: 2), control: control)
        let sample = generator.firstSample
        await control.pause()
        await control.hold(sample)

        let growing = Task { try await generator.events() }
        while await !control.isWaiting(sample) { await Task.yield() }
        #expect(script.proposer.asked.isEmpty)
        await control.step(sample)
        while await !control.isWaiting(sample) { await Task.yield() }
        #expect(script.proposer.asked.count == 1)
        #expect(await control.isPaused)
        await control.release(sample)
        await control.resume()

        #expect(try await growing.value.last?.event == .finished(.nothingGrown))
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
