import DemoTools
import Engine
import Evaluation
import Synchronization
import TestSupport
import Testing

@Suite("A query-first baseline")
struct BaselineTests {
    private let id = RunID(ContentHash(of: "a baseline"))

    /// Gives what was made, in the order of the samples, and how it ended.
    private func make(
        _ count: Int, by model: any LanguageModel, with source: any ToolSource = DemoTools(),
        ledger: any RunLedger = ForgetfulLedger(), budget: Budget = Budget(), concurrency: Int = 4,
        method: BaselineSample.Method = .react, without done: Set<Int> = [],
        askedBefore: AskedBefore = AskedBefore(), settled: Int = 0
    ) async throws -> (samples: [BaselineSample], outcome: BaselineOutcome) {
        let library = try await ToolLibrary(source)
        let study = Study(
            model: .init(model, name: "rules"), library: library, ledger: ledger,
            account: BudgetAccount(budget) { .zero },
            prices: PriceTable(["rules": Price(input: .zero, output: .zero)]), askedBefore: askedBefore)
        let made = Mutex<[BaselineSample]>([])
        let baseline = Baseline(BaselinePlan(method: method, seed: 3), as: id, in: study) {
            Timestamp(microseconds: 0)
        }
        let outcome = try await baseline.run(
            count: count, concurrency: concurrency, without: done, settled: settled
        ) { sample in
            made.withLock { $0.append(sample) }
        }
        return (made.withLock { $0.sorted { $0.index < $1.index } }, outcome)
    }

    /// The rules in the place of a model, so that their questions count.
    private var rules: FalteringModel { FalteringModel(RuleBasedSolver(knowing: DemoTools().tools())) }

    @Test(arguments: BaselineSample.Method.allCases)
    func `makes samples of instructions and searches, without any model`(method: BaselineSample.Method) async throws {
        let (samples, outcome) = try await make(5, by: rules, method: method)

        #expect(samples.map(\.index) == [1, 2, 3, 4, 5])
        #expect(outcome.ending == .complete)
        #expect(outcome.writing.questions == 1)
        #expect(samples.map(\.result.isAnswered).contains(true))
        for sample in samples {
            #expect(sample.method == method)
            #expect(Set(sample.offered).isSuperset(of: sample.instruction.related))
            #expect(sample.result.queries > 0)
            #expect(sample.spending.modelCalls >= sample.result.spending.modelCalls)
            #expect(sample.spending.cost == .zero)
        }
    }

    @Test func `takes no model calls where the rules answer, and a limit of them ends it all the same`() async throws {
        let solver = RuleBasedSolver(knowing: DemoTools().tools())

        let whole = try await make(3, by: solver).samples
        let cut = try await make(3, by: solver, budget: Budget(modelCalls: 1))

        #expect(whole.map(\.spending.modelCalls) == [0, 0, 0])
        #expect(whole.map(\.spending.cost) == [.zero, .zero, .zero])
        #expect(whole.map(\.result.queries).contains { $0 > 1 } && whole.map(\.spending.toolCalls).contains { $0 > 0 })
        #expect(cut.outcome.ending == .limitMet(.modelCalls))
    }

    @Test func `is the same at any concurrency, and a larger one begins with it`() async throws {
        let alone = try await make(4, by: rules, concurrency: 1).samples
        let together = try await make(12, by: rules, concurrency: 16)

        #expect(Array(together.samples.prefix(4)) == alone)
        #expect(together.samples.count == 12)
        #expect(together.outcome.writing.questions == 2, "Ten instructions come from one question.")
    }

    @Test func `shares what a question took among its instructions`() async throws {
        let samples = try await make(10, by: rules).samples

        let written = samples.map { $0.spending.modelCalls - $0.result.spending.modelCalls }

        #expect(written.reduce(0, +) == 1)
        #expect(written.first == 1, "A single call goes to the first.")
    }

    @Test func `goes on from its record without asking or calling anything again`() async throws {
        let ledger = MemoryLedger()
        let first = try await make(6, by: rules, ledger: ledger).samples

        let again = try await make(6, by: ScriptedModel(), with: SilentTools(), ledger: ledger)

        #expect(again.outcome.ending == .complete)
        #expect(again.samples.map(\.result) == first.map(\.result))
        #expect(again.samples.map(\.spending) == first.map(\.spending), "What was paid then counts now.")
        #expect(again.samples.allSatisfy { $0.wallTime == nil }, "A record says nothing of time.")
        #expect(first.allSatisfy { $0.wallTime == .zero })
    }

    @Test func `makes only what is missing`() async throws {
        let whole = try await make(5, by: rules).samples

        let rest = try await make(5, by: rules, without: [1, 2, 4]).samples

        #expect(rest == whole.filter { [3, 5].contains($0.index) })
    }

    @Test func `stops at a limit with what is whole, and the record pays for the rest`() async throws {
        let ledger = MemoryLedger()
        let whole = try await make(8, by: rules).samples
        let enough = whole.prefix(3).reduce(0) { $0 + $1.spending.modelCalls }

        let cut = try await make(
            8, by: rules, ledger: ledger, budget: Budget(modelCalls: enough), concurrency: 1)
        let rest = try await make(8, by: rules, ledger: ledger, without: Set(cut.samples.map(\.index)))

        #expect(cut.outcome.ending == .limitMet(.modelCalls))
        #expect(cut.samples.map(\.result) == whole.prefix(3).map(\.result))
        #expect((cut.samples + rest.samples).map(\.result) == whole.map(\.result))
    }

    @Test func `asks again what had no answer, and nothing else`() async throws {
        let ledger = MemoryLedger()
        let whole = try await make(4, by: rules).samples
        // The first question writes the instructions; the last one of the second sample is lost.
        let lost = 1 + whole[0].result.queries + whole[1].result.queries
        let faltering = FalteringModel(rules) { $0 == lost }
        let first = try await make(4, by: faltering, ledger: ledger, concurrency: 1).samples

        let sound = FalteringModel(rules)
        let again = try await make(
            4, by: sound, ledger: ledger, without: [1, 3, 4], askedBefore: .again(from: ledger), settled: 4)

        guard case .unanswered = first[1].result.ending else { throw StageFailure("It was \(first[1].result.ending).") }
        #expect([0, 2, 3].map { first[$0].result } == [0, 2, 3].map { whole[$0].result })
        #expect(again.samples.map(\.result.ending) == [whole[1].result.ending])
        #expect(again.samples.map(\.result.tree) == [whole[1].result.tree])
        #expect(sound.asked == 1)
        #expect(again.samples[0].spending.modelCalls == whole[1].spending.modelCalls + 1)
    }

    @Test func `keeps the instructions of its samples where the question before them had no answer`() async throws {
        let ledger = MemoryLedger()
        let first = try await make(12, by: FalteringModel(rules) { $0 == 1 }, ledger: ledger)

        let sound = FalteringModel(rules)
        let again = try await make(
            12, by: sound, ledger: ledger, without: Set(1...11), askedBefore: .again(from: ledger), settled: 12)

        #expect(first.outcome.writing.unanswered == 1 && first.outcome.ending == .complete)
        #expect(again.samples.map(\.instruction) == [first.samples[11].instruction])
        #expect(sound.asked == 0, "Another answer to the first question would change every sample.")
    }

    @Test func `goes on where no instruction was to be had because nobody answered`() async throws {
        let ledger = MemoryLedger()
        let first = try await make(3, by: FalteringModel(rules) { _ in true }, ledger: ledger)
        let kept = try await make(3, by: ScriptedModel(), ledger: ledger)

        let again = try await make(3, by: rules, ledger: ledger, askedBefore: .again(from: ledger))

        guard case .noInstructions = first.outcome.ending else { throw StageFailure("It was \(first.outcome.ending).") }
        #expect(first.outcome.writing.unanswered == 3)
        #expect(kept.outcome == first.outcome)
        #expect(again.outcome.ending == .complete && again.samples.count == 3)
    }

    @Test func `ends where question after question brings no instruction`() async throws {
        let model = ScriptedModel(answering: { _ in .words("I cannot do that.") })

        let (samples, outcome) = try await make(5, by: model)

        #expect(samples.isEmpty)
        #expect(
            outcome.ending
                == .noInstructions("No usable answer after 3 questions: The answer has no JSON in it."))
        #expect(model.asked.count == 9, "Three questions, each asked again twice.")
        #expect(outcome.writing.problems.count == 3)
    }

    @Test func `is another study with another plan, model or library, and not with another count`() {
        let tools = DemoTools().tools()
        let plan = BaselinePlan(method: .dfs, seed: 1)
        let others = [
            BaselinePlan(method: .react, seed: 1), BaselinePlan(method: .dfs, seed: 2),
            BaselinePlan(method: .dfs, scope: .single, seed: 1), BaselinePlan(method: .dfs, seed: 1, answerTokens: 9),
            BaselinePlan(method: .dfs, seed: 1, temperature: 0),
        ].map { $0.id(model: "m", library: tools) }
        let id = plan.id(model: "m", library: tools)

        let all = others + [id, plan.id(model: "n", library: tools), plan.id(model: "m", library: [tools[0]])]

        #expect(Set(all).count == all.count)
        #expect(id == plan.id(model: "m", library: tools.reversed()))
        #expect(plan.search.answerTokens == 4096)
    }
}

@Suite("What an instruction took")
struct SpendingShareTests {
    @Test(arguments: [1, 3, 7, 10])
    func `is shared so that nothing is lost`(count: Int) {
        var spending = Spending()
        spending.modelCalls = 3
        spending.promptTokens = 1001
        spending.completionTokens = 17
        spending.cost = Money(nanodollars: 12_345_679)

        let shares = spending.shares(among: count)

        #expect(shares.count == count)
        #expect(shares.reduce(into: Spending()) { $0.add($1) } == spending)
        let tokens = shares.map(\.promptTokens)
        #expect((tokens.max() ?? 0) - (tokens.min() ?? 0) <= 1)
    }

    @Test func `is unknown in every share where it is unknown`() {
        var spending = Spending()
        spending.cost = nil

        #expect(spending.shares(among: 4).allSatisfy { $0.cost == nil })
    }
}

/// A model that gives no answer to some questions, by their number; 1 for the first.
private final class FalteringModel: LanguageModel {
    private let model: any LanguageModel
    private let fails: @Sendable (Int) -> Bool
    private let count = Mutex(0)

    init(_ model: any LanguageModel, failing fails: @escaping @Sendable (Int) -> Bool = { _ in false }) {
        self.model = model
        self.fails = fails
    }

    var asked: Int { count.withLock { $0 } }

    func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
        let number = count.withLock { count in
            count += 1
            return count
        }
        guard fails(number) else { return try await model.complete(request, through: line) }
        try await line.beforeSending()
        throw ModelError.gaveUp(endpoint: "host", tries: 1, reason: "HTTP 503.")
    }
}

extension AskedBefore {
    fileprivate static func again(from ledger: MemoryLedger) -> AskedBefore {
        AskedBefore(.askedAgain) { await ledger.endings(of: $0) }
    }
}

/// The demo tools, none of which may be called.
private struct SilentTools: ToolSource {
    func offer() -> ToolOffer { DemoTools().offer() }

    func run(_ call: ToolCall, in context: CallContext) -> ToolResult {
        Issue.record("\(call.tool) was called.")
        return ToolResult(.unreachable(reason: "nobody is there"), origin: .live)
    }
}
