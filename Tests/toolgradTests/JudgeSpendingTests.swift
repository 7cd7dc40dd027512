import Engine
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("What judging may spend", .timeLimit(.minutes(1)))
struct JudgeSpendingTests {
    private static let price = Price(
        input: Money(nanodollars: 1_000_000_000), output: Money(nanodollars: 4_000_000_000))
    private static let request = ModelRequest(model: "judge", messages: [.user("Is it good?")], maxTokens: 500)
    private static let usage = TokenUsage(prompt: 3, completion: 20)
    private static let nothing = StoredJudgement.Spending()

    /// What the request may cost at most.
    private static var worst: Money {
        price.cost(of: TokenUsage(prompt: request.estimatedTokens, completion: request.maxTokens))
    }

    /// What the request costs without an answer.
    private static var asking: Money { price.cost(of: TokenUsage(prompt: request.estimatedTokens, completion: 0)) }

    /// Expects that so much is left of an allowance, and not a billionth of a dollar more; nothing may be in flight.
    private func expect(_ left: Money, leftOf allowance: JudgeAllowance, limit: Money) async throws {
        await #expect(throws: JudgeLimitMet(limit: "\(limit)")) {
            try await allowance.reserve(left + Money(nanodollars: 1))
        }
        try await allowance.reserve(left)
        await allowance.settle(left, at: left)
    }

    @Test func `is what was reserved until it is settled, and then what it cost`() async throws {
        let limit = Money(nanodollars: 100)
        let allowance = JudgeAllowance(money: limit)

        try await allowance.reserve(Money(nanodollars: 60))
        await allowance.settle(Money(nanodollars: 60), at: Money(nanodollars: 10))

        try await expect(Money(nanodollars: 90), leftOf: allowance, limit: limit)
    }

    @Test func `may have to wait until others have settled`() async throws {
        let allowance = JudgeAllowance(money: Money(nanodollars: 100))
        try await allowance.reserve(Money(nanodollars: 60))

        let other = Task { try await allowance.reserve(Money(nanodollars: 60)) }
        try await Task.sleep(for: .milliseconds(50))
        await allowance.settle(Money(nanodollars: 60), at: Money(nanodollars: 40))

        try await other.value
    }

    @Test func `is refused to who waited, where others have spent it`() async throws {
        let limit = Money(nanodollars: 100)
        let allowance = JudgeAllowance(money: limit)
        try await allowance.reserve(Money(nanodollars: 60))

        let other = Task { try await allowance.reserve(Money(nanodollars: 60)) }
        try await Task.sleep(for: .milliseconds(50))
        await allowance.settle(Money(nanodollars: 60), at: Money(nanodollars: 60))

        await #expect(throws: JudgeLimitMet(limit: "\(limit)")) { try await other.value }
    }

    @Test func `is waited for until it is cancelled`() async throws {
        let allowance = JudgeAllowance(money: Money(nanodollars: 100))
        try await allowance.reserve(Money(nanodollars: 60))

        let other = Task { try await allowance.reserve(Money(nanodollars: 60)) }
        other.cancel()

        await #expect(throws: CancellationError.self) { try await other.value }
    }

    @Test(arguments: [(1, "1 request"), (3, "3 requests")])
    func `may be limited by requests`(count: Int, limit: String) async throws {
        let allowance = JudgeAllowance(requests: count)
        for _ in 1...count {
            try await allowance.reserve(.zero)
            await allowance.settle(.zero, at: .zero)
        }

        await #expect(throws: JudgeLimitMet(limit: limit)) { try await allowance.reserve(.zero) }
    }

    @Test func `for an answer is its price, and the rest is given back`() async throws {
        let allowance = JudgeAllowance(money: Self.worst)
        let purse = JudgePurse(allowance, price: Self.price)

        try await purse.line(for: Self.request).beforeSending()
        await purse.pay(Self.usage)

        let cost = Self.price.cost(of: Self.usage)
        let spending = await purse.spending
        #expect(spending == .init(requests: 1, promptTokens: 3, completionTokens: 20, cost: cost))
        try await expect(Self.worst - cost, leftOf: allowance, limit: Self.worst)
    }

    @Test(arguments: [true, false])
    func `for a lost try is the price of its request, where it may have been read`(mayHaveCost: Bool) async throws {
        let allowance = JudgeAllowance(money: Self.worst)
        let purse = JudgePurse(allowance, price: Self.price)
        let line = await purse.line(for: Self.request)

        try await line.beforeSending()
        await line.tryFailed(mayHaveCost)
        await purse.lose(mayHaveCost: true)

        let cost = mayHaveCost ? Self.asking : .zero
        let spending = await purse.spending
        #expect(Self.asking > .zero)
        #expect(spending == .init(requests: 1, cost: cost))
        try await expect(Self.worst - cost, leftOf: allowance, limit: Self.worst)
    }

    @Test func `is not taken where the limit is met`() async throws {
        let limit = Self.worst - Money(nanodollars: 1)
        let allowance = JudgeAllowance(money: limit)
        let purse = JudgePurse(allowance, price: Self.price)
        let line = await purse.line(for: Self.request)

        await #expect(throws: JudgeLimitMet(limit: "\(limit)")) { try await line.beforeSending() }
        await purse.lose(mayHaveCost: true)

        #expect(await purse.spending == Self.nothing)
        try await expect(limit, leftOf: allowance, limit: limit)
    }

    @Test func `is not known without a price`() async throws {
        let purse = JudgePurse(JudgeAllowance(), price: nil)

        try await purse.line(for: Self.request).beforeSending()
        await purse.pay(Self.usage)

        #expect(await purse.spending == .init(requests: 1, promptTokens: 3, completionTokens: 20, cost: nil))
    }

    @Test func `counts for a verdict that cannot be stored`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store(.warmth(of: "Oslo"))
        try samples.dataset.close()
        let fine = #"{"verdict":"ok","target":"query","evidence":""}"#
        let answer = "{" + JudgedCheck.allCases.map { "\"\($0.name)\":\(fine)" }.joined(separator: ",") + "}"
        let judge = Judge(
            ScriptedModel(.json(answer)), name: "judge", price: Self.price, answerTokens: 500,
            allowance: JudgeAllowance())
        let reader = try Dataset.open(at: samples.path, mode: .readOnly)

        let tally = await JudgeRun(
            judge: judge, dataset: reader, concurrency: 1, now: { Timestamp(microseconds: 0) }
        ).run(.everything) { _ in }

        #expect(tally.judged == 0 && tally.spending.requests == 1)
        #expect(tally.ending == .failed("\(DatasetError.readOnly(path: reader.path))"))
    }

    @Test func `is told with the first samples without a verdict, and how many more there are`() async throws {
        var tally = JudgeTally(judge: "judge")
        for index in 1...25 {
            let sample = SampleBuilder.warmth(of: "Oslo", index: index).id
            tally.add(.unanswered(sample, "reason \(index)", .init(requests: 1)))
        }

        let text = await tally.text { _ in "s" }

        #expect(tally.done == 25 && tally.named.count == 20)
        #expect(text.contains("25 samples got no verdict"))
        #expect(text.contains("Spent 25 requests"))
        #expect(text.contains("reason 20\n  … and 5 more\n"))
    }
}
