import Engine
import Synchronization
import TestSupport
import Testing

@Suite("Budgets with many samples in flight")
struct BudgetTests {
    private func grow(
        _ model: AskingModel, _ budget: Budget, prices: PriceTable = PriceTable(), samples: Int = 12
    ) async throws -> [RunEvent] {
        let (generator, control) = try await Generator.asking(
            model, budget: budget, prices: prices, concurrency: samples)
        let recorder = MemoryRecorder()
        try await Run(generator, control: control, recorder: recorder).grow(1...samples)
        return await recorder.all.map(\.event)
    }

    @Test func `no more requests are sent than allowed, retries included`() async throws {
        let sent = Mutex(0)
        let model = AskingModel { _, line in
            try await line.beforeSending()
            sent.withLock { $0 += 1 }
            await line.tryFailed(false)
            try await line.beforeSending()
            sent.withLock { $0 += 1 }
            return .saying("yes")
        }

        // Fewer than the six that a sample takes, so that none ends before the limit is met.
        let events = try await grow(model, Budget(modelCalls: 5))

        #expect(sent.withLock(\.self) == 5)
        #expect(events.exchanges.allSatisfy { $0.tries == 2 }, "What was cut off before its second is no exchange.")
        #expect(events.filter { $0 == .interrupted(.modelCalls) }.count == 12)
    }

    @Test func `tokens are reserved before a call and given back after it`() async throws {
        let model = AskingModel(after: .milliseconds(5))
        let worst = AskingStages(model: model).request.estimatedTokens + 100

        let events = try await grow(model, Budget(tokens: 2 * worst))

        let used = events.exchanges.reduce(0) { $0 + $1.usage.total }
        #expect(used <= 2 * worst)
        #expect(used > 2 * worst - worst, "What others gave back was used by those that waited.")
        #expect(model.mostAtOnce > 2, "Waiting samples were at the model's door.")
        #expect(events.contains(.interrupted(.tokens)))
    }

    @Test func `money holds, and a failed try costs its request`() async throws {
        let price = Price(input: Money(nanodollars: 1_000_000_000), output: Money(nanodollars: 1_000_000_000))
        let request = AskingStages(model: AskingModel()).request
        let asked = Money(nanodollars: Int64(request.estimatedTokens) * 1000)
        let failing = AskingModel { _, line in
            try await line.beforeSending()
            throw ModelError.timedOut(endpoint: "localhost:1", waitedFor: "the next byte", limit: .seconds(1))
        }

        let one = try await grow(
            failing, Budget(money: Money(nanodollars: 1_000_000)), prices: PriceTable(["m": price]), samples: 1)
        let none = try await grow(AskingModel(), Budget(money: asked), prices: PriceTable(["m": price]))

        #expect(one.exchanges.map(\.cost) == [asked, asked, asked])
        #expect(none.exchanges.isEmpty, "An answer could cost more than there is.")
        #expect(none.contains(.interrupted(.money)))
    }

    @Test func `time that is up ends a call that waits`() async throws {
        let model = AskingModel(after: .seconds(3600))

        let events = try await grow(model, Budget(time: .milliseconds(100)), samples: 3)

        #expect(events.filter { $0 == .interrupted(.time) }.count == 3)
    }
}

@Suite("Prices")
struct PriceTests {
    @Test(arguments: [
        ("0.15", 150_000_000), ("2", 2_000_000_000), ("0.000000001", 1), ("10.5", 10_500_000_000),
    ])
    func `an amount is read exactly`(text: String, nanodollars: Int) {
        #expect(Money(dollars: text) == Money(nanodollars: Int64(nanodollars)))
    }

    @Test(arguments: ["", ".", "1.", ".5", "-1", "1e3", "0.0000000001", "1,5", "99999999999", "$1"])
    func `what is no amount is none`(text: String) {
        #expect(Money(dollars: text) == nil)
    }

    @Test(arguments: [
        (0, "$0.00"), (1, "$0.000000001"), (1_234_500, "$0.0012345"), (31_200_000, "$0.0312"),
        (12_500_000_000, "$12.50"),
    ])
    func `an amount is shown as short as it can be`(nanodollars: Int, text: String) {
        #expect(Money(nanodollars: Int64(nanodollars)).description == text)
    }

    @Test func `cached tokens have their own price, and fractions are rounded up`() {
        let price = Price(
            input: Money(nanodollars: 400_000_000), output: Money(nanodollars: 1_600_000_000),
            cachedInput: Money(nanodollars: 100_000_000))

        let cost = price.cost(of: TokenUsage(prompt: 1000, completion: 10, cached: 400))

        #expect(cost == Money(nanodollars: 600 * 400 + 400 * 100 + 10 * 1600))
        #expect(
            Price(input: Money(nanodollars: 1), output: .zero).cost(of: TokenUsage(prompt: 1, completion: 0))
                == Money(nanodollars: 1))
    }
}
