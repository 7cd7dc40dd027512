import Engine
import Evaluation
import TestSupport
import Testing

@Suite("The record of a search, and its failures")
struct SearchRecordTests {
    private func model() -> ScriptedModel {
        ScriptedModel(
            .call("find", #"{"name":"Oslo"}"#), .call("fail", #"{"name":"x"}"#), .giveUp,
            .call("detail", #"{"id":"id-of-Oslo"}"#), .answer("It is known."))
    }

    @Test func `a search that is in the record asks and calls nothing`() async throws {
        let ledger = MemoryLedger()
        var scene = SearchScene(model())
        scene.ledger = ledger
        let first = try await scene.search()

        let source = CountingTools()
        var again = SearchScene(ScriptedModel())
        again.ledger = ledger
        again.source = source
        let second = try await again.search()

        #expect(second == first)
        #expect(again.model.asked.isEmpty)
        #expect(source.made.isEmpty)
        #expect(second.spending.modelCalls == 5, "What it took then is told again.")
    }

    @Test func `an interrupted search goes on where its record ends`() async throws {
        let whole = try await SearchScene(model()).search()
        let ledger = MemoryLedger()
        var cut = SearchScene(
            ScriptedModel(
                .call("find", #"{"name":"Oslo"}"#), .call("fail", #"{"name":"x"}"#),
                .failure(.unavailable(endpoint: "host", reason: "It is down."))))
        cut.ledger = ledger
        let interrupted = cut
        await #expect(throws: ModelError.self) { try await interrupted.search() }

        let source = CountingTools()
        var rest = SearchScene(
            ScriptedModel(.giveUp, .call("detail", #"{"id":"id-of-Oslo"}"#), .answer("It is known.")))
        rest.ledger = ledger
        rest.source = source
        let result = try await rest.search()

        #expect(result == whole)
        #expect(source.made.map(\.tool) == ["detail"])
    }

    @Test func `each question has its number in the record, and the same seed whenever it is asked`() async throws {
        let ledger = SlotLedger()
        var scene = SearchScene(model())
        scene.ledger = ledger
        _ = try await scene.search()
        let again = SearchScene(model())
        _ = try await again.search()
        var other = SearchScene(model())
        other.seed = 8
        _ = try await other.search()

        #expect(await ledger.slots.map(\.turn) == [1, 2, 3, 4, 5])
        #expect(await Set(ledger.slots.map(\.stage)) == [.searching])
        #expect(await Set(ledger.slots.map(\.sample)) == [SearchScene.item])
        #expect(again.model.asked == scene.model.asked)
        #expect(Set(scene.model.asked.map(\.seed)).count == 5)
        #expect(Set(other.model.asked.map(\.seed)).isDisjoint(with: Set(scene.model.asked.map(\.seed))))
    }

    @Test func `asks with the plan's limits, the functions, and the choice left to the model`() async throws {
        var plan = SearchPlan.depthFirst
        plan.temperature = 0.5
        let scene = SearchScene(ScriptedModel(.answer("Yes.")), plan: plan)
        _ = try await scene.search()

        let request = try #require(scene.model.asked.first)
        #expect(request.model == "scripted")
        #expect(request.toolChoice == .auto)
        #expect(request.tools.map(\.name) == ["detail", "empty", "fail", "find", "Finish"])
        #expect(request.maxTokens == 1_024)
        #expect(request.temperature == 0.5)
    }

    @Test func `a question without an answer ends the search with the tree as it is`() async throws {
        let scene = SearchScene(
            ScriptedModel(
                .call("find", #"{"name":"Oslo"}"#),
                .failure(.timedOut(endpoint: "host", waitedFor: "the first byte", limit: .seconds(60)))))
        let result = try await scene.search()

        #expect(
            result.ending
                == .unanswered(
                    "Question 2 had no answer: host kept us waiting for the first byte longer than 60 s."))
        #expect(result.queries == 2)
        #expect(result.tree.size == 3)
        #expect(result.messages == scene.conversation(of: 2))
        #expect(result.steps == [], "There is no answer that calls could lead to.")
    }

    @Test func `a search goes on where a question had no answer, and asks no other again`() async throws {
        let lost = ModelError.gaveUp(endpoint: "host", tries: 5, reason: "HTTP 503.")
        let ledger = MemoryLedger()
        var cut = SearchScene(
            ScriptedModel(.call("find", #"{"name":"Oslo"}"#), .call("fail", #"{"name":"x"}"#), .failure(lost)))
        cut.ledger = ledger
        let failed = try await cut.search()

        let source = CountingTools()
        var rest = SearchScene(
            ScriptedModel(.giveUp, .call("detail", #"{"id":"id-of-Oslo"}"#), .answer("It is known.")))
        rest.ledger = ledger
        rest.source = source
        rest.askedBefore = AskedBefore(.askedAgain) { await ledger.endings(of: $0) }
        let result = try await rest.search()

        let whole = try await SearchScene(model()).search()
        #expect(failed.ending == .unanswered("Question 3 had no answer: \(lost)"))
        #expect(result.ending == whole.ending && result.tree == whole.tree && result.steps == whole.steps)
        #expect(result.spending.modelCalls == 6, "Five questions, one of them twice.")
        #expect(rest.model.asked.count == 3 && source.made.map(\.tool) == ["detail"])
    }

    @Test func `a search that an earlier version stored is read for what it was`() async throws {
        let reason = "Question 2 had no answer: host failed 5 times: HTTP 503."
        let lost = ModelError.gaveUp(endpoint: "host", tries: 5, reason: "HTTP 503.")
        let scene = SearchScene(ScriptedModel(.call("find", #"{"name":"Oslo"}"#), .failure(lost)))
        let result = try await scene.search()
        let withheld = try await SearchScene(ScriptedModel(.words("", ending: .filtered))).search()

        let today = try JSON(encoding: result)
        let earlier = try JSON(parsing: today.compactText.replacing(#""unanswered""#, with: #""failed""#))

        #expect(earlier != today && result.ending == .unanswered(reason))
        #expect(try earlier.decoded(as: SearchResult.self) == result)
        #expect(try JSON(encoding: withheld).decoded(as: SearchResult.self) == withheld)
    }

    @Test func `an answer that a filter withheld ends the search, and a refusal is what the model said`() async throws {
        let filtered = SearchScene(ScriptedModel(.words("", ending: .filtered)))
        let refused = SearchScene(ScriptedModel(.words("", ending: .refused("I will not.")), .giveUp, .giveUp))

        let failure = try await filtered.search()
        let result = try await refused.search()

        #expect(failure.ending == .failed("The endpoint's content filter withheld the answer to question 1."))
        #expect(refused.conversation(of: 2) == refused.opening + [.assistant("I will not.")])
        #expect(result.ending == .gaveUp)
    }

    @Test func `what ends a whole study is thrown on`() async throws {
        let refused = SearchScene(ScriptedModel(.failure(.keyRefused(endpoint: "host", status: 401))))
        await #expect(throws: ModelError.keyRefused(endpoint: "host", status: 401)) { try await refused.search() }

        var poor = SearchScene(ScriptedModel(.call("find", #"{"name":"Oslo"}"#), .answer("Yes.")))
        poor.account = BudgetAccount(Budget(modelCalls: 1)) { .zero }
        let scene = poor
        await #expect(throws: BudgetSpent.self) { try await scene.search() }
    }

    @Test func `a search that is cancelled throws, also where the record knows it all`() async throws {
        let ledger = MemoryLedger()
        var scene = SearchScene(model())
        scene.ledger = ledger
        _ = try await scene.search()
        var again = SearchScene(ScriptedModel())
        again.ledger = ledger

        let cancelled = Task { [again] in
            withUnsafeCurrentTask { $0?.cancel() }
            return try await again.search()
        }

        await #expect(throws: CancellationError.self) { try await cancelled.value }
    }
}

/// Notes where questions belong.
private actor SlotLedger: RunLedger {
    private(set) var slots: [ExchangeSlot] = []

    func begin(_ call: ToolCall, in slot: CallSlot) -> ToolResult? { nil }

    func finish(_ call: ToolCall, in slot: CallSlot, with result: ToolResult) {}

    func begin(_ question: Question) -> RecordedExchange? {
        slots.append(question.slot)
        return nil
    }

    func finish(_ question: Question, with exchange: RecordedExchange) {}
}
