import Engine
import Evaluation
import Testing

@testable import toolgrad

@Suite("The tally of an evaluation")
struct EvaluationTallyTests {
    private func item(_ id: String, _ response: String) -> EvaluatedItem {
        let truth = Truth(id: id, query: "?", offered: [], calls: [], response: "", category: .irrelevance)
        let problem = response.isEmpty ? "It said nothing." : nil
        let prediction = Prediction(id: id, calls: [], response: response, problem: problem)
        return EvaluatedItem(
            truth: truth, prediction: prediction, score: ItemScore(prediction, against: truth, tools: [:]))
    }

    @Test func `has its items in their order, whenever they came`() {
        var tally = EvaluationTally(count: 4)

        tally.add(item("c", "None."), at: 3)
        tally.takeOver(item("a", "None."), at: 1)
        tally.add(item("b", ""), at: 2)

        #expect(tally.items.map(\.id) == ["a", "b", "c"])
        #expect(tally.done == 3 && tally.wrong == 1 && tally.takenOver == 1)
    }

    @Test func `ends for what came first, whatever follows from it`() {
        var tally = EvaluationTally(count: 1)
        #expect(tally.ending == .complete)

        tally.end(EvaluationEnding(BudgetSpent(limit: .tokens)))
        tally.end(EvaluationEnding(CancellationError()))

        #expect(tally.ending == .limitMet(Budget.Limit.tokens.title) && tally.ending.isLimit)
    }

    @Test func `tells endings apart`() {
        let refused = ModelError.keyRefused(endpoint: "host", status: 401)

        #expect(EvaluationEnding(CancellationError()) == .cancelled)
        #expect(EvaluationEnding(refused) == .failed("\(refused)"))
        #expect(!EvaluationEnding.cancelled.isLimit && !EvaluationEnding.failed("?").isLimit)
    }
}
