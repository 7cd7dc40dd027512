import Engine
import TestSupport
import Testing

@Suite("Growing samples with models")
struct ModelRunTests {
    /// Tools that always answer.
    private let tools = InlineToolSource(
        (1...6).map { Tool.named(ToolName("tool_\($0)"), takes: "name") }
    ) { call in .returned(RecordedOutput(["about": call.arguments["name"] ?? .null])) }

    private func plan(_ strategy: Plan.Strategy) -> Plan {
        switch strategy {
        case .lean: return .testing(iterations: 10)
        case .paper: return .paper(seed: 7)
        }
    }

    private func generator(
        _ model: some LanguageModel, _ strategy: Plan.Strategy, ledger: any RunLedger = ForgetfulLedger()
    ) async throws -> Generator {
        try await .testing(
            .model(.testing(model, strategy)), on: tools, plan: plan(strategy), ledger: ledger)
    }

    @Test func `lean asks 21 times for ten steps of one-call trials`() async throws {
        let events = try await generator(MockPlanner(), .lean).events().map(\.event)

        let asked = events.questions.map(\.stage)
        #expect(asked.count { $0 == .proposing } == 10)
        #expect(asked.count { $0 == .executing } == 0)
        #expect(asked.count { $0 == .selecting } == 10)
        #expect(asked.count { $0 == .synthesising } == 1)
        #expect(RunState(events).workflow.steps.count == 10)
        #expect(RunState(events).usage.toolCalls == 30)
    }

    @Test func `the paper's loop asks nine times for each step of one-call trials`() async throws {
        let events = try await generator(MockPlanner(), .paper).events().map(\.event)

        let asked = events.questions.map(\.stage)
        #expect(asked.count { $0 == .proposing } == 10)
        #expect(asked.count { $0 == .executing } == 60)
        #expect(asked.count { $0 == .selecting } == 10)
        #expect(asked.count { $0 == .synthesising } == 10)
        #expect(RunState(events).workflow.steps.count == 10)
        #expect(RunState(events).usage.toolCalls == 30)
    }

    @Test func `lean asks three times a step when three of ten iterations add nothing`() async throws {
        let events = try await generator(MockPlanner(declinedInTen: 3), .lean).events().map(\.event)

        let state = RunState(events)
        #expect(
            state.iterations.count { if case .stalled(.selectorDeclined) = $0.outcome { true } else { false } } == 3)
        #expect(state.workflow.steps.count == 7)
        #expect(events.questions.count == 21)
    }

    @Test func `trials of three calls keep every step that feeds another`() async throws {
        let events = try await generator(MockPlanner(callsPerTrial: 3), .lean).events().map(\.event)

        #expect(events.questions.count == 21)
        #expect(RunState(events).usage.toolCalls == 90)
    }

    @Test(arguments: Plan.Strategy.allCases)
    func `every sample ends completed though one reply in twenty is malformed`(
        strategy: Plan.Strategy
    ) async throws {
        let model = MockPlanner(malformedPerMille: 50)
        let generator = try await generator(model, strategy)
        var repairs = 0
        for index in 1...6 {
            var events: [RunEvent] = []
            for try await event in generator.sample(SampleID(run: generator.run, index: index)) {
                events.append(event.event)
            }

            repairs += events.questions.count { $0.repair > 0 }
            guard case .finished(.completed) = events.last else {
                Issue.record("Sample \(index) ended as \(String(describing: events.last)).")
                continue
            }
        }
        #expect(repairs > 3, "Some replies were malformed.")
    }

    @Test func `a malformed reply is asked again, and the events tell it as a repair`() async throws {
        let events = try await generator(MockPlanner(malformedPerMille: 300), .lean).events().map(\.event)

        let repaired = events.questions.filter { $0.repair > 0 }
        #expect(!repaired.isEmpty)
        #expect(repaired.allSatisfy { $0.repair <= 2 })
    }

    @Test(arguments: Plan.Strategy.allCases)
    func `two runs tell the same events in canonical order`(strategy: Plan.Strategy) async throws {
        let first = try await generator(MockPlanner(malformedPerMille: 100), strategy).events()
        let second = try await generator(
            MockPlanner(malformedPerMille: 100, latency: .microseconds(200)), strategy
        ).events()

        #expect(first.map(\.event).inCanonicalOrder == second.map(\.event).inCanonicalOrder)
    }

    @Test(arguments: Plan.Strategy.allCases, [2, 5, 9, 14, 23, 40])
    func `a resumed run asks nothing twice and tells the same events`(
        strategy: Plan.Strategy, cut: Int
    ) async throws {
        let whole = MockPlanner(malformedPerMille: 100)
        let wanted = try await generator(whole, strategy).events()
        let model = MockPlanner(malformedPerMille: 100)
        let ledger = MemoryLedger()
        let generator = try await generator(model, strategy, ledger: ledger)

        var stored: [RecordedEvent] = []
        for try await event in generator.sample(generator.firstSample) {
            stored.append(event)
            if stored.count == cut { break }
        }
        stored += try await generator.events(after: stored)

        #expect(stored.map(\.event).inCanonicalOrder == wanted.map(\.event).inCanonicalOrder)
        // What was on its way when the growth was cut off was not answered, so it may be asked again: one each trial.
        #expect(Set(model.asked) == Set(whole.asked))
        #expect((whole.asked.count...whole.asked.count + 3).contains(model.asked.count))
    }

    @Test func `what a model wants back with its calls comes back in the next turn`() async throws {
        let model = ScriptedModel { request in
            if let form = request.answer {
                return switch form.name {
                case "proposals": .json(#"{"reason":"r","proposals":[{"instruction":"i","tools":["tool_1"]}]}"#)
                case "selection": .json(#"{"reason":"r","choice":"proposal 1","place":"new chain"}"#)
                case _: .json(#"{"query":"q","response":"r"}"#)
                }
            }
            guard case .tool = request.messages.last else {
                return .calling([.to("tool_1", #"{"name":"x"}"#, extra: ["signature": "abc"])])
            }
            guard case .assistant(_, let calls) = request.messages[2], calls[0].extra == ["signature": "abc"] else {
                throw ModelError.rejected(endpoint: "e", status: 400, message: "The signature is missing.")
            }
            return .words("Done.")
        }
        var plan = Plan.paper(seed: 7)
        (plan.iterations, plan.proposals) = (1, 1)

        let state = RunState(
            try await Generator.testing(.model(.testing(model, .paper)), on: tools, plan: plan).events().map(\.event))

        #expect(state.iterations[0].trials[0].ending == .succeeded(report: "Done."))
        #expect(state.workflow.steps.count == 1)
    }

    @Test func `what stops a run stops it, and what fails one question fails its stage`() async throws {
        let refusing = ScriptedModel(.failure(.keyRefused(endpoint: "e", status: 401)))
        let failing = ScriptedModel(.failure(.malformed(endpoint: "e", reason: "HTML")))
        var plan = Plan.testing(iterations: 1)
        plan.proposals = 1

        await #expect(throws: ModelError.keyRefused(endpoint: "e", status: 401)) {
            try await Generator.testing(.model(.testing(refusing)), on: tools, plan: plan).events()
        }
        let state = RunState(
            try await Generator.testing(.model(.testing(failing)), on: tools, plan: plan).events().map(\.event))
        #expect(
            state.iterations[0].outcome
                == .stalled(.proposerFailed(reason: "The reply of e cannot be used: HTML")))
    }
}

extension [RunEvent] {
    fileprivate var questions: [Exchange] {
        compactMap { event in
            guard case .asked(let exchange) = event else { return nil }
            return exchange
        }
    }
}
