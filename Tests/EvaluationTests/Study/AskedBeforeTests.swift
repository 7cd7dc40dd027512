import Engine
import Evaluation
import TestSupport
import Testing

@Suite("A question without an answer")
struct AskedBeforeTests {
    private static let failure = ModelError.gaveUp(endpoint: "host", tries: 5, reason: "HTTP 503.")
    private let item = SampleID(run: RunID(ContentHash(of: "a study")), index: 1)
    private let ledger = MemoryLedger()

    /// What a question comes to that the model answers with these lines; the slot is the same each time.
    private func ask(
        _ model: ScriptedModel, _ unanswered: AskedBefore.Unanswered, spending: SpendingMeter = SpendingMeter()
    ) async throws -> String {
        let study = Study(
            model: .init(model, name: "scripted"), library: try await ToolLibrary(CountingTools()), ledger: ledger,
            askedBefore: AskedBefore(unanswered) { [ledger] in await ledger.endings(of: $0) })
        let request = ModelRequest(model: "scripted", messages: [.user("Say hello.")], maxTokens: 16)
        let slot = ExchangeSlot(sample: item, iteration: 0, stage: .searching, turn: 1)
        return try await study.ask(request, at: slot, spending: spending).text
    }

    @Test func `stays without one, and is not sent`() async throws {
        await #expect(throws: StageFailure.self) { try await ask(ScriptedModel(.failure(Self.failure)), .kept) }
        let (model, meter) = (ScriptedModel(), SpendingMeter())

        await #expect(throws: StageFailure("\(Self.failure)")) { try await ask(model, .kept, spending: meter) }

        #expect(model.asked.isEmpty)
        #expect(await meter.spending.modelCalls == 1)
    }

    @Test func `is sent again where that is wanted, and its answer stays`() async throws {
        await #expect(throws: StageFailure.self) { try await ask(ScriptedModel(.failure(Self.failure)), .kept) }
        let (model, now, then) = (ScriptedModel(.words("Hello.")), SpendingMeter(), SpendingMeter())

        let answer = try await ask(model, .askedAgain, spending: now)
        let replayed = try await ask(ScriptedModel(), .kept, spending: then)
        let unasked = try await ask(ScriptedModel(), .askedAgain)

        #expect([answer, replayed, unasked] == ["Hello.", "Hello.", "Hello."])
        #expect(model.asked.count == 1)
        let (live, later) = (await now.spending, await then.spending)
        #expect(live.modelCalls == 2, "The time without an answer is paid for.")
        #expect(later == live)
    }

    @Test func `may have none again, each time once`() async throws {
        for attempt in 1...3 {
            let (model, meter) = (ScriptedModel(.failure(Self.failure)), SpendingMeter())

            await #expect(throws: StageFailure.self) { try await ask(model, .askedAgain, spending: meter) }

            #expect(model.asked.count == 1)
            #expect(await meter.spending.modelCalls == attempt)
        }
        #expect(try await ask(ScriptedModel(.words("At last.")), .askedAgain) == "At last.")
    }

    @Test func `that was interrupted while it was asked again is still without one`() async throws {
        await #expect(throws: StageFailure.self) { try await ask(ScriptedModel(.failure(Self.failure)), .kept) }
        let down = ModelError.unavailable(endpoint: "host", reason: "It is down.")

        await #expect(throws: down) { try await ask(ScriptedModel(.failure(down)), .askedAgain) }

        await #expect(throws: StageFailure.self) { try await ask(ScriptedModel(), .kept) }
        #expect(try await ask(ScriptedModel(.words("Hello.")), .askedAgain) == "Hello.")
    }
}
