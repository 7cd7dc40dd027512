import Engine
import TestSupport
import Testing

@Suite("Asking a model")
struct ModelAccessTests {
    private let prices = PriceTable(["m": Price(input: Money(nanodollars: 1_000_000), output: .zero)])

    @Test func `every exchange is an event, with tokens and cost`() async throws {
        let (generator, _) = try await Generator.asking(AskingModel(), prices: prices)

        let events = try await generator.events()

        let exchanges = events.map(\.event).exchanges
        #expect(exchanges.count == 3)
        #expect(
            exchanges.allSatisfy { $0.stage == .proposing && $0.model == "m" && $0.tries == 1 && $0.problem == nil })
        let usage = RunState(events.map(\.event)).usage
        #expect(usage.modelCalls == 3)
        #expect(usage.tokens == 45)
        #expect(usage.cost == Money(nanodollars: 30))
        #expect(usage.unpricedCalls == 0)
    }

    @Test func `an unknown price is unknown, not zero`() async throws {
        let (generator, _) = try await Generator.asking(AskingModel())

        let usage = RunState(try await generator.events().map(\.event)).usage

        #expect(usage.unpricedCalls == 3)
        #expect(usage.cost == .zero)
    }

    @Test func `a recorded answer is not asked for again, and tells the same`() async throws {
        let model = AskingModel()
        let ledger = MemoryLedger()
        let first = try await Generator.asking(model, ledger: ledger).generator.events()

        let second = try await Generator.asking(model, ledger: ledger).generator.events()

        #expect(model.asked == 3)
        #expect(second.map(\.event) == first.map(\.event))
    }

    @Test func `a request without an answer stalls its iteration, and says why`() async throws {
        let model = AskingModel { _, line in
            try await line.beforeSending()
            await line.tryFailed(true)
            try await line.beforeSending()
            throw ModelError.gaveUp(endpoint: "localhost:1", tries: 2, reason: "500")
        }

        let (generator, _) = try await Generator.asking(model)
        let events = try await generator.events().map(\.event)

        let reason = "localhost:1 failed 2 times: 500"
        #expect(events.exchanges.map(\.problem) == [reason, reason, reason])
        #expect(events.exchanges.allSatisfy { $0.tries == 2 })
        #expect(RunState(events).usage.retries == 3)
        #expect(RunState(events).iterations.first?.outcome == .stalled(.proposerFailed(reason: reason)))
        #expect(events.last == .finished(.nothingGrown))
    }

    @Test func `a key that is refused stops the run, and is not recorded as an answer`() async throws {
        let refusal = ModelError.keyRefused(endpoint: "api.example.com:443", status: 401)
        let ledger = MemoryLedger()
        let refused = try await Generator.asking(AskingModel { _, _ in throw refusal }, ledger: ledger)
        let recorder = MemoryRecorder()

        await #expect(throws: refusal) {
            try await Run(refused.generator, control: refused.control, recorder: recorder).grow(1...3)
        }
        let model = AskingModel()
        let mended = try await Generator.asking(model, ledger: ledger)
        try await Run(mended.generator, control: mended.control, recorder: recorder).grow(1...3)

        #expect(model.asked == 9)
        #expect(await recorder.all.filter { if case .finished = $0.event { true } else { false } }.count == 3)
    }

    @Test func `an answer that came is stored, although the growth was cancelled meanwhile`() async throws {
        let ledger = MemoryLedger()
        let (came, coming) = AsyncStream.makeStream(of: Void.self)
        let model = AskingModel { _, _ in
            coming.yield()
            // As a reply whose last byte is there already: cancelling no longer takes it back.
            await Task { try? await Task.sleep(for: .milliseconds(100)) }.value
            return .saying("paid for")
        }
        let generator = try await Generator.asking(model, ledger: ledger).generator
        let growing = Task { try await generator.events() }

        for await _ in came { break }
        growing.cancel()
        _ = await growing.result
        let again = AskingModel()
        let events = try await Generator.asking(again, ledger: ledger).generator.events()

        #expect(again.asked == 2)
        #expect(events.map(\.event).exchanges.count == 3)
    }
}

extension [RunEvent] {
    var exchanges: [Exchange] {
        compactMap { event in
            guard case .asked(let exchange) = event else { return nil }
            return exchange
        }
    }
}
