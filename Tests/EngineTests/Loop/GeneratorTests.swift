import Engine
import Foundation
import TestSupport
import Testing

@Suite("Growing a sample")
struct GeneratorTests {
    private let found = Proposals(.calling(1, ("find", ["name": "oslo"])))
    private let answer = Synthesis(query: "Where is Oslo?", response: "There.")

    @Test func `samples, proposes, executes, selects, updates and synthesises, in this order`() async throws {
        let script = ScriptedStages(
            proposer: [.success(found)],
            selector: [.success(.chosen(Proposal.ID(1), place: .newChain, reason: "good"))],
            synthesizer: [.success(answer)])
        let generator = try await Generator.testing(script.stages, on: CountingTools())

        let events = try await generator.events()

        #expect(
            events.map(\.event.word) == [
                "began", "iterationBegan", "sampled", "proposed", "attempted", "tried", "selected", "iterationEnded",
                "finished",
            ])
        #expect(events.map(\.number) == Array(1...9))
        let state = RunState(events.map(\.event))
        #expect(state.workflow.steps.map(\.call.tool) == ["find"])
        #expect(state.outcome == .completed(answer))
    }

    @Test func `a selected trial brings the calls whose output its last call uses, and no others`() async throws {
        let proposal = Proposal.calling(
            1, ("find", ["name": "unused"]), ("find", ["name": "oslo"]), ("detail", ["id": "id-of-oslo"]))
        let script = ScriptedStages(
            proposer: [.success(Proposals(proposal))],
            selector: [.success(.chosen(Proposal.ID(1), place: .newChain, reason: "good"))],
            synthesizer: [.success(answer)])
        let generator = try await Generator.testing(script.stages, on: CountingTools())

        let state = RunState(try await generator.events().map(\.event))

        #expect(state.iterations[0].trials[0].attempts.count == 3)
        #expect(state.workflow.chains.count == 1)
        #expect(state.workflow.steps.map(\.call.arguments) == [["name": "oslo"], ["id": "id-of-oslo"]])
        #expect(state.workflow.steps.map(\.number) == [1, 2])
    }

    @Test func `a failed call is recorded in the trial and never becomes a step`() async throws {
        let script = ScriptedStages(
            proposer: [.success(Proposals(.calling(1, ("fail", ["name": "x"]), ("find", ["name": "oslo"]))))],
            selector: [.success(.chosen(Proposal.ID(1), place: .newChain, reason: "good"))],
            synthesizer: [.success(answer)])
        let generator = try await Generator.testing(script.stages, on: CountingTools())

        let state = RunState(try await generator.events().map(\.event))

        #expect(state.iterations[0].trials[0].attempts.map(\.outcome.verdict) == ["failed", "returned"])
        #expect(state.workflow.steps.map(\.call.tool) == ["find"])
        #expect(state.usage == Usage(toolCalls: 2, failedCalls: 1))
    }

    @Test func `arguments that break the schema are rejected without a call`() async throws {
        let script = ScriptedStages(proposer: [.success(Proposals(.calling(1, ("find", ["nome": "oslo"]))))])
        let tools = CountingTools()
        let generator = try await Generator.testing(script.stages, on: tools)

        let state = RunState(try await generator.events().map(\.event))

        #expect(tools.made.isEmpty)
        #expect(state.iterations[0].trials[0].attempts[0].outcome.isRejection)
        #expect(state.iterations[0].outcome == .stalled(.everyTrialFailed))
    }

    @Test func `failed trials are not shown to the selector`() async throws {
        let proposals = Proposals(.calling(1, ("fail", ["name": "x"])), .calling(2, ("find", ["name": "oslo"])))
        let script = ScriptedStages(
            proposer: [.success(proposals)], selector: [.success(.declined(reason: "no"))])
        let generator = try await Generator.testing(script.stages, on: CountingTools())

        _ = try await generator.events()

        #expect(script.selector.asked.map { $0.candidates.map(\.id.number) } == [[2]])
    }

    @Test func `a trial makes no more calls than the plan has turns`() async throws {
        let planned = Proposal.calling(
            1, ("find", ["name": "a"]), ("find", ["name": "b"]), ("find", ["name": "c"]), ("find", ["name": "d"]))
        let four = Proposal(id: planned.id, instruction: "Find four.", tools: ["find"], calls: planned.calls)
        let script = ScriptedStages(
            proposer: [.success(Proposals(four))], selector: [.success(.declined(reason: "no"))])
        let tools = CountingTools()
        let generator = try await Generator.testing(script.stages, on: tools)

        _ = try await generator.events()

        #expect(tools.made.count == 3)
    }

    @Test func `a later step is appended to the chain that the selector names`() async throws {
        let script = ScriptedStages(
            proposer: [.success(found), .success(Proposals(.calling(1, ("detail", ["id": "id-of-oslo"]))))],
            selector: [
                .success(.chosen(Proposal.ID(1), place: .newChain, reason: "new")),
                .success(.chosen(Proposal.ID(1), place: .append(Chain.ID(1)), reason: "goes on")),
            ], synthesizer: [.success(answer)])
        let generator = try await Generator.testing(
            script.stages, on: CountingTools(), plan: .testing(iterations: 2))

        let state = RunState(try await generator.events().map(\.event))

        #expect(state.workflow.chains.map { $0.steps.map(\.number) } == [[1, 2]])
        #expect(state.workflow(after: 1).steps.count == 1)
    }

    @Test func `a failed draft keeps the step, a failed final synthesis fails the sample`() async throws {
        let failure = StageFailure("no words")
        let script = ScriptedStages(
            proposer: [.success(found)],
            selector: [.success(.chosen(Proposal.ID(1), place: .newChain, reason: "good"))],
            synthesizer: [.failure(failure), .failure(failure)])
        var plan = Plan.testing()
        plan.drafting = .everyIteration
        let generator = try await Generator.testing(script.stages, on: CountingTools(), plan: plan)

        let state = RunState(try await generator.events().map(\.event))

        #expect(state.iterations[0].draftProblem == "no words")
        #expect(state.workflow.steps.count == 1)
        #expect(state.outcome == .synthesisFailed(reason: "no words"))
    }

    @Test func `the sample is done at its target number of steps`() async throws {
        let script = ScriptedStages(
            proposer: [.success(found)],
            selector: [.success(.chosen(Proposal.ID(1), place: .newChain, reason: "good"))],
            synthesizer: [.success(answer)])
        var plan = Plan.testing(iterations: 5)
        plan.targetSteps = 1
        let generator = try await Generator.testing(script.stages, on: CountingTools(), plan: plan)

        let state = RunState(try await generator.events().map(\.event))

        #expect(state.iterations.count == 1)
    }

    @Test func `a target between two numbers is drawn for each sample`() throws {
        let target = StepTarget(4...9)

        let drawn = (1...200).map { sample in
            var random = SeededGenerator(for: .targeting, seed: 1, sample: sample, iteration: 0)
            return target.drawn(using: &random)
        }

        #expect(Set(drawn) == Set(4...9))
        #expect((5.5...7.5).contains(Double(drawn.reduce(0, +)) / 200))
    }

    @Test(arguments: [StepTarget(6...6), StepTarget(4...9)])
    func `a target is stored and read again`(target: StepTarget) throws {
        let stored = try JSONEncoder().encode([target])

        #expect(try JSONDecoder().decode([StepTarget].self, from: stored) == [target])
    }

    @Test func `a target stored as one number is read, a senseless one is refused`() throws {
        #expect(try JSONDecoder().decode([StepTarget].self, from: Data("[6]".utf8)) == [6])
        for senseless in ["[[9,4]]", "[[1,5,9]]", "[0]", "[[-3,4]]", "[[]]"] {
            #expect(throws: DecodingError.self, "\(senseless)") {
                try JSONDecoder().decode([StepTarget].self, from: Data(senseless.utf8))
            }
        }
    }

    @Test func `the proposer reads the last gradients, as many as the plan remembers`() async throws {
        let failing = Proposals(.calling(1, ("fail", ["name": "x"])))
        let script = ScriptedStages(proposer: Array(repeating: .success(failing), count: 4))
        var plan = Plan.testing(iterations: 4)
        plan.gradientMemory = 2
        let generator = try await Generator.testing(script.stages, on: CountingTools(), plan: plan)

        _ = try await generator.events()

        #expect(script.proposer.asked.map { $0.memory.map(\.iteration) } == [[], [1], [1, 2], [2, 3]])
        #expect(script.proposer.asked[1].memory[0].reports[0].ending == .failed(reason: "the last call failed"))
    }

    @Test func `cancelling ends the stream with a CancellationError and no further call`() async throws {
        let script = ScriptedStages(proposer: [.success(found)])
        let (entered, entering) = AsyncStream.makeStream(of: Void.self)
        let tools = CountingTools { _ in
            entering.yield()
            try? await Task.sleep(for: .seconds(60))
        }
        let generator = try await Generator.testing(script.stages, on: tools)
        let reading = Task { try await generator.events() }

        for await _ in entered { break }
        reading.cancel()

        await #expect(throws: CancellationError.self) { try await reading.value }
        #expect(tools.made.count == 1)
    }
}

@Suite("No-op iterations")
struct NoOpTests {
    static let causes: [(ScriptedStages, NoOpCause)] = [
        (
            ScriptedStages(proposer: [.success(Proposals(reason: "nothing fits", all: []))]),
            .nothingProposed(reason: "nothing fits")
        ),
        (ScriptedStages(proposer: [.failure(StageFailure("garbled"))]), .proposerFailed(reason: "garbled")),
        (ScriptedStages(proposer: [.success(Proposals(.calling(1, ("fail", ["name": "x"]))))]), .everyTrialFailed),
        (
            ScriptedStages(
                proposer: [.success(Proposals(.calling(1, ("find", ["name": "x"]))))],
                selector: [.success(.declined(reason: "unrelated"))]), .selectorDeclined(reason: "unrelated")
        ),
        (
            ScriptedStages(
                proposer: [.success(Proposals(.calling(1, ("find", ["name": "x"]))))],
                selector: [.failure(StageFailure("garbled"))]), .selectorFailed(reason: "garbled")
        ),
        (
            ScriptedStages(
                proposer: [.success(Proposals(.calling(1, ("find", ["name": "x"]))))],
                selector: [.success(.chosen(Proposal.ID(9), place: .newChain, reason: "?"))]),
            .selectorFailed(reason: "Proposal 9 was selected, but its trial did not succeed.")
        ),
        (
            ScriptedStages(proposer: [.success(Proposals(.calling(1, ("stranger", [:]))))]),
            .proposerFailed(reason: "Proposal 1 names stranger, which was not sampled.")
        ),
    ]

    @Test(arguments: causes.indices)
    func `each cause is its own case, and the iteration is kept`(index: Int) async throws {
        let (script, cause) = Self.causes[index]
        let generator = try await Generator.testing(script.stages, on: CountingTools())

        let state = RunState(try await generator.events().map(\.event))

        #expect(state.iterations.map(\.outcome) == [.stalled(cause)])
        #expect(state.outcome == .nothingGrown)
    }
}

extension RunEvent {
    /// The case's name.
    var word: String {
        String("\(self)".prefix { $0 != "(" })
    }
}
