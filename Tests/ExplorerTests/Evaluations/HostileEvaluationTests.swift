import Canvas
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Explorer

@Suite("Hostile evaluations")
struct HostileEvaluationTests {
    private func state(_ text: String, size: Size) -> ExplorerState {
        let truth = Truth(
            id: text, query: text, offered: [ToolName(text)],
            calls: [ToolCall(tool: ToolName(text), arguments: ["a": .string(text)])], response: text,
            category: .single)
        let call = Prediction.Call(name: text, arguments: text, outcome: .failed(text))
        let item = EvaluatedItem(
            truth: truth,
            prediction: Prediction(id: text, calls: [call, call], response: text, problem: text),
            score: ItemScore(
                id: text, category: .single, figures: [:],
                mistakes: [
                    .noPrediction(text), .hallucinated(call: 1, name: text),
                    .invalid(call: 2, name: text, reason: text),
                    .wrongArgument(
                        call: 1, name: text, at: JSONPath([.key(text)]), expected: .string(text), found: nil),
                    .wrongOrder(expected: [ToolName(text)], found: [text]),
                ]),
            judged: EvaluatedItem.Judged(
                JudgeIdentity(text, prompt: nil),
                outcome: .judged(QualityVerdict([QualityVerdict.Request(request: text, score: 40, reason: text)]))),
            solved: EvaluatedItem.Judged(
                JudgeIdentity(text, prompt: nil), outcome: .judged(SolvedRuling(.unsure, reason: text))))
        let study = ListedStudy(id: EvaluationExample.small, name: text, facts: [text], began: .at(12, 0), items: 2)
        var state = ExplorerState.example(size: size)
        state.answer(state.press("g e")) { request in
            switch request {
            case .indices(let id): .indices(id, [1, 2])
            case .evaluationRows(let id, _):
                .evaluationRows(id, [.item(EvaluationSummary(item, index: 1)), .unreadable(index: 2, text)])
            case .evaluation(let id, let index): .evaluation(id, index: index, item)
            case .evaluations, .baselines, .baselineRows, .baseline:
                .evaluations([ListedEvaluation(study, right: nil)])
            }
        }
        state.answer(state.press("j")) { _ in .evaluation(EvaluationExample.small, index: 1, item) }
        return state
    }

    @Test(arguments: [Size.wide, .small, Size(columns: 60, rows: 16)])
    func `nothing of them reaches a terminal raw`(size: Size) {
        for script in ["", "tab", "tab j j j", "shift-tab", "v", "tab G"] {
            expectHarmless(state(StudyExample.evil, size: size).pressing(script))
        }
    }

    @Test func `texts of a megabyte are shown in part`() {
        let state = state(String(repeating: "y", count: 1 << 20), size: .wide)

        let frame = state.frame(in: .wide, glyphs: .utf8)

        expectWhole(frame, .wide)
        #expect(frame.cells.contains { $0.text == "…" }, "Previews are cut.")
    }

    @Test func `thousands of calls are shown in part, and told`() {
        let calls = (1...3_000).map { Prediction.Call(name: "t\($0)", arguments: "{}") }
        let mistakes = (1...3_000).map { Mistake.hallucinated(call: $0, name: "t\($0)") }
        let item = EvaluationExample.item(EvaluationExample.truth(1), calls, mistakes)

        let rows = EvaluatedItemRows(item: item, other: nil, width: 60, pen: Pen(.utf8)).rows

        #expect(rows.contains { $0.left.text.plain == "and 2902 calls more" }, "Two of the truth are missing.")
        #expect(rows.contains { $0.left.text.plain == "and 2900 mistakes more" })
    }
}
