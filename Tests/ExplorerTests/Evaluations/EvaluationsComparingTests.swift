import Canvas
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Explorer

@Suite("Comparing two evaluations")
struct EvaluationsComparingTests {
    private let small = EvaluationExample.small
    private let large = EvaluationExample.large

    @Test func `marking one evaluation shows where another differs`() {
        let state = ExplorerState.onEvaluations(pressing: "[ m ]")

        let shown = picture(of: state)
        for part in [
            "A small", "Items 4 of 6   where they differ", "A✓ here✗ s-00003", "A✗ here✓ s-00004", "A is small",
            "s-00003   chained   wrong   right in A, wrong here", "Calls in A, small   truth 2, model 2",
        ] { #expect(shown.contains(part), "\(part)") }
    }

    @Test func `two evaluations without an item in common say so, and why`() {
        func changed(id: String?, query: String?) -> String {
            var state = ExplorerState.example()
            let answer = { (request: StudyRequest) -> StudyAnswer in
                guard case .evaluationRows(EvaluationExample.small, _) = request else {
                    return StudyExample.answer(to: request)
                }
                let rows = EvaluationExample.items(of: EvaluationExample.small).enumerated().map { place, item in
                    let truth = Truth(
                        id: id.map { "\($0)\(place)" } ?? item.id, query: query ?? item.truth.query,
                        offered: item.truth.offered, calls: item.truth.calls, response: item.truth.response,
                        category: item.truth.category)
                    return EvaluationRow.item(EvaluationSummary(EvaluationExample.item(truth, []), index: place + 1))
                }
                return .evaluationRows(EvaluationExample.small, rows)
            }
            for key in ["g e", "m", "["] { state.answer(state.press(key), with: answer) }
            return picture(of: state)
        }

        let reworded = changed(id: nil, query: "Something else?")
        #expect(reworded.contains("They have no item in common."))
        #expect(reworded.contains("Those with the same name ask for other things."))
        let apart = changed(id: "t-", query: nil)
        #expect(apart.contains("They have no item in common.") && !apart.contains("Those with the same name"))
    }

    @Test func `an evaluation can be marked before it was read`() {
        var state = ExplorerState.onEvaluations(pressing: "shift-tab k")

        let effects = state.press("m")

        #expect(effects == [.read(.indices(small))])
        #expect(picture(of: state).contains("A is being read."))
        state.answer(effects)
        #expect(state.evaluations.list.entries.count == 4)
    }

    @Test func `marking it while it is being read needs no second reading`() {
        var state = ExplorerState.example()
        _ = state.press("g e")
        _ = state.update(.studyRead(.evaluations(EvaluationExample.studies)))

        _ = state.press("m")
        let rows = state.update(.studyRead(.indices(large, Array(1...6))))

        #expect(rows == [.read(.evaluationRows(large, Array(1...6)))])
        state.answer(rows)
        state = state.reading("[")
        #expect(state.evaluations.list.entries.count == 4, "The marked one is whole.")
    }

    @Test func `marking again, or coming back to the marked one, compares nothing`() {
        let back = ExplorerState.onEvaluations(pressing: "[ m ] [")
        #expect(back.evaluations.list.entries.count == 6 && back.evaluations.other == nil)

        let unmarked = ExplorerState.onEvaluations(pressing: "m m [")
        #expect(unmarked.evaluations.list.entries.count == 6 && unmarked.evaluations.marked == nil)
    }

    @Test func `a marked evaluation that is gone is compared with no more`() {
        var state = ExplorerState.onEvaluations(pressing: "[ m ]")

        let effects = state.update(.studyRead(.evaluations([EvaluationExample.studies[1]])))

        #expect(state.evaluations.marked == nil && effects.count == 1)
        #expect(state.press("m").isEmpty && state.notice?.text == "There is no other evaluation.")
    }

    @Test func `the detail of a comparison can be read in full for both`() {
        let state = ExplorerState.onEvaluations(pressing: "[ m ] v")

        #expect(titles(of: state).contains("s-00003: A, small, response"))
        #expect(titles(of: state).contains("s-00003: model, response"))
    }
}
