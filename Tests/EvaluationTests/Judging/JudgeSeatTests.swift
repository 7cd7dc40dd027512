import Evaluation
import Testing

@Suite("The place of a judge's question in the record")
struct JudgeSeatTests {
    private static let endpoints = ["strict at http://a/v1", "strict at http://b/v1", "mild at http://a/v1", nil]

    @Test func `is that of no other question and no other judge`() {
        let seats = Self.endpoints.flatMap { model in
            [JudgeSeat.Question.quality, .solved, .solvable].map { JudgeSeat(question: $0, model: model) }
        }

        #expect(Set(seats.map(\.turn)).count == seats.count)
    }

    /// Stored verdicts are found by it.
    @Test func `of a bare name is as in the first version`() {
        #expect(JudgeSeat(question: .quality, model: nil).turn == 0)
        #expect(JudgeSeat(question: .solved, model: nil).turn == 1)
    }

    @Test func `was another one in earlier versions, where they asked the question`() {
        let model = "strict at http://a/v1"

        #expect(JudgeSeat(question: .quality, model: model).earlierTurn == 0)
        #expect(JudgeSeat(question: .solved, model: model).earlierTurn == 1)
        #expect(JudgeSeat(question: .solvable, model: model).earlierTurn == nil)
        #expect(JudgeSeat(question: .solved, model: nil).earlierTurn == nil)
    }
}
