import Engine
import Evaluation
import TestSupport
import Testing

@Suite("A study")
struct StudyTests {
    private static let item = SampleID(run: RunID(ContentHash(of: "a study")), index: 1)

    private func study(
        _ model: ScriptedModel = ScriptedModel(), on source: any ToolSource = CountingTools(),
        ledger: any RunLedger = ForgetfulLedger(), account: BudgetAccount = BudgetAccount(Budget()) { .zero }
    ) async throws -> Study {
        Study(
            model: .init(model, name: "scripted"), library: try await ToolLibrary(source), ledger: ledger,
            account: account)
    }

    private func call(_ tool: ToolName = "find", _ arguments: JSON = ["name": "Oslo"]) -> ToolCall {
        ToolCall(tool: tool, arguments: arguments)
    }

    @Test func `counts what it asked and called`() async throws {
        let study = try await study(ScriptedModel(.words("Hello.")))
        let meter = SpendingMeter()

        let request = ModelRequest(model: "scripted", messages: [.user("Say hello.")], maxTokens: 16)
        let slot = ExchangeSlot(sample: Self.item, iteration: 0, stage: .searching, turn: 1)
        let completion = try await study.ask(request, at: slot, spending: meter)
        let result = try await study.run(call(), of: Self.item, after: [], on: [], spending: meter)

        #expect(completion.text == "Hello.")
        #expect(result.outcome.succeeded)
        let spending = await meter.spending
        #expect(spending.modelCalls == 1)
        #expect(spending.toolCalls == 1)
        #expect(spending.tokens == 110)
        #expect(spending.cost == nil, "A price that is not known is not zero.")
    }

    @Test func `does not send a call that breaks its schema`() async throws {
        let study = try await study()
        let meter = SpendingMeter()

        let result = try await study.run(
            call("find", ["town": "Oslo"]), of: Self.item, after: [], on: [], spending: meter)

        #expect(result.outcome.isRejection)
        #expect(await meter.spending.toolCalls == 0)
    }

    @Test(arguments: ToolOutcome.examples)
    func `counts the calls that left, the same when the record has them`(outcome: ToolOutcome) async throws {
        let source = InlineToolSource([.named("find", takes: "name")]) { _ in outcome }
        let (ledger, now, then) = (MemoryLedger(), SpendingMeter(), SpendingMeter())

        let first = try await study(on: source, ledger: ledger).run(
            call(), of: Self.item, after: [], on: [], spending: now)
        let again = try await study(ledger: ledger).run(call(), of: Self.item, after: [], on: [], spending: then)

        #expect(again == first && first.outcome == outcome)
        let (live, replayed) = (await now.spending, await then.spending)
        #expect(live.toolCalls == (outcome.hasLeft ? 1 : 0))
        #expect(replayed == live)
    }

    @Test func `takes a denied call out of its budget, as a run does`() async throws {
        let account = BudgetAccount(Budget(toolCalls: 1)) { .zero }
        let study = try await study(on: GuardedSource.guarding(CountingTools(), writing: ["find"]), account: account)
        let meter = SpendingMeter()

        let denied = try await study.run(call(), of: Self.item, after: [], on: [], spending: meter)

        #expect(denied.outcome.verdict == "denied")
        await #expect(throws: BudgetSpent.self) {
            try await study.run(call("empty"), of: Self.item, after: [call()], on: [], spending: meter)
        }
        #expect(await meter.spending == Spending())
    }

    @Test func `tells a source what the item has called, and what the call builds on`() async throws {
        let heard = HeardContexts()
        let study = try await study(on: heard)
        let (first, second) = (call(), call("find", ["name": "Rome"]))

        _ = try await study.run(
            first, of: Self.item, after: [first, second, first], on: [second], spending: SpendingMeter())

        let context = try #require(await heard.all.first)
        #expect(context.callsMade == 3 && context.repeats == 2)
        #expect(context.history == [second])
        #expect(
            context.slot == CallSlot(sample: Self.item, iteration: 0, proposal: Proposal.ID(1), attempt: 4))
    }
}

/// Keeps what it was told beside its calls.
private actor HeardContexts: ToolSource {
    private(set) var all: [CallContext] = []

    func offer() -> ToolOffer { ToolOffer([.named("find", takes: "name")]) }

    func run(_ call: ToolCall, in context: CallContext) -> ToolResult {
        all.append(context)
        return ToolResult(.returned(RecordedOutput("{}")), origin: .live)
    }
}
