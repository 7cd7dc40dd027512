import Canvas
import Engine
import Evaluation
import Testing

@testable import Explorer

@Suite("What judges said of an item")
struct JudgedItemRowsTests {
    private static let judge = JudgeIdentity("strict at http://127.0.0.1:8080/v1", prompt: ContentHash(of: "words"))

    private func lines(
        _ quality: JudgeOutcome<QualityVerdict>?, _ solved: JudgeOutcome<SolvedRuling>?
    ) -> [String] {
        let item = EvaluationExample.right(1)
        let judged = EvaluatedItem(
            truth: item.truth, prediction: item.prediction, score: item.score,
            judged: quality.map { .init(Self.judge, outcome: $0) }, solved: solved.map { .init("mild", outcome: $0) })
        return EvaluatedItemRows(item: judged, other: nil, width: 80, pen: Pen(.utf8)).rows.map { $0.left.text.plain }
    }

    @Test func `is shown question by question, with who said it`() throws {
        let lines = lines(
            .judged(QualityVerdict([.init(request: "sunset", score: 80, reason: "As it should be.")])),
            .judged(SolvedRuling(.unsure, reason: "An output is cut.")))

        let first = try #require(lines.firstIndex(of: "Judged"))
        #expect(
            lines[first...] == [
                "Judged", "by strict at http://127.0.0.1:8080/v1, prompt \(ContentHash(of: "words").short)",
                "80  sunset: As it should be.", "", "Judged", "by mild", "unsure An output is cut.",
            ])
    }

    @Test func `says why there is no verdict, and nothing where nobody judged`() {
        #expect(lines(nil, .unjudged("It declined.")).suffix(3) == ["Judged", "by mild", "no verdict: It declined."])
        #expect(lines(nil, .inconclusive("It declined.")) == lines(nil, .unjudged("It declined.")))
        #expect(!lines(nil, nil).contains("Judged"))
    }

    @Test func `a call that was not offered is not called failed where nobody says why`() {
        let call = EvaluationExample.call(EvaluationExample.lookup, .notOffered(""))
        let item = EvaluationExample.item(EvaluationExample.truth(1), [call])
        let rows = EvaluatedItemRows(item: item, other: nil, width: 80, pen: Pen(.utf8)).rows

        #expect(rows.contains { $0.left.text.plain.hasPrefix("     not offered") })
    }
}
