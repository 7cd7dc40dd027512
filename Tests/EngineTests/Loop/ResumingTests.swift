import Engine
import TestSupport
import Testing

@Suite("Interrupting and resuming")
struct ResumingTests {
    private let plan: Plan = {
        var plan = Plan.testing(iterations: 3)
        plan.drafting = .everyIteration
        return plan
    }()

    private func script() -> ScriptedStages {
        let proposals = (1...3).map { number in
            Result<Proposals, StageFailure>.success(
                Proposals(
                    .calling(1, ("find", ["name": .string("city \(number)")]), ("detail", ["id": "id"])),
                    .calling(2, ("fail", ["name": "x"]))))
        }
        return ScriptedStages(
            proposer: proposals,
            selector: Array(
                repeating: .success(.chosen(Proposal.ID(1), place: .newChain, reason: "good")), count: 3),
            synthesizer: (1...3).map { .success(Synthesis(query: "q\($0)", response: "r\($0)")) })
    }

    @Test(arguments: [1, 4, 7, 9, 12, 15, 20, 25])
    func `a sample cut short anywhere goes on to the same events, and repeats no finished call`(
        cut: Int
    ) async throws {
        let whole = try await Generator.testing(script().stages, on: CountingTools(), plan: plan).events()
        let tools = CountingTools()
        let ledger = MemoryLedger()
        let first = try await Generator.testing(script().stages, on: tools, plan: plan, ledger: ledger)
        var stored: [RecordedEvent] = []
        for try await event in first.sample(first.firstSample) {
            stored.append(event)
            if stored.count == cut { break }
        }

        let done = stored.endedIterations
        let rest = ScriptedStages.resuming(script(), after: done)
        let second = try await Generator.testing(rest.stages, on: tools, plan: plan, ledger: ledger)
        stored += try await second.events(after: stored)

        #expect(stored.map(\.number) == Array(1...stored.count))
        #expect(stored.map(\.event).inCanonicalOrder == whole.map(\.event).inCanonicalOrder)
        #expect(Set(tools.made.map(\.contentHash)).count == 5)
        #expect(tools.made.count <= 9 + 2)
    }

    @Test func `a met budget interrupts the sample, and leaves its iteration to be run again`() async throws {
        let account = BudgetAccount(Budget(toolCalls: 4)) { .zero }
        let generator = try await Generator.testing(
            script().stages, on: CountingTools(), plan: plan, account: account)

        let events = try await generator.events()

        #expect(events.last?.event == .interrupted(.toolCalls))
        let state = RunState(events.map(\.event))
        #expect(state.iterations.last?.outcome == .stalled(.budgetSpent(.toolCalls)))
        #expect(state.outcome == nil)
    }

    @Test func `an interrupted sample finishes with the same content once the budget allows`() async throws {
        let whole = try await Generator.testing(script().stages, on: CountingTools(), plan: plan).events()
        let ledger = MemoryLedger()
        let tight = BudgetAccount(Budget(toolCalls: 4)) { .zero }
        let first = try await Generator.testing(
            script().stages, on: CountingTools(), plan: plan, ledger: ledger, account: tight)
        var stored = try await first.events()

        let rest = ScriptedStages.resuming(script(), after: stored.endedIterations)
        let second = try await Generator.testing(rest.stages, on: CountingTools(), plan: plan, ledger: ledger)
        stored += try await second.events(after: stored)

        let payloads = stored.map(\.event).filter { $0 != .interrupted(.toolCalls) }
        #expect(payloads.inCanonicalOrder == whole.map(\.event).inCanonicalOrder)
        #expect(RunState(stored.map(\.event)) == RunState(whole.map(\.event)))
    }

    @Test func `a time budget stops a run whose time is over`() async throws {
        let account = BudgetAccount(Budget(time: .seconds(5))) { .seconds(6) }
        let tools = CountingTools()
        let generator = try await Generator.testing(script().stages, on: tools, plan: plan, account: account)

        let events = try await generator.events()

        #expect(events.last?.event == .interrupted(.time))
        #expect(tools.made.isEmpty)
    }
}

extension [RecordedEvent] {
    /// The iterations that are over, because the next one has begun or the sample is finished.
    fileprivate var endedIterations: Int {
        let begun = filter { if case .iterationBegan = $0.event { true } else { false } }.count
        return Swift.max(0, begun - 1)
    }
}

extension ScriptedStages {
    /// The part of a script that is left after some iterations.
    fileprivate static func resuming(_ script: ScriptedStages, after done: Int) -> ScriptedStages {
        for _ in 0..<done { script.skipIteration() }
        return script
    }

    private func skipIteration() {
        proposer.skip()
        selector.skip()
        synthesizer.skip()
    }
}
