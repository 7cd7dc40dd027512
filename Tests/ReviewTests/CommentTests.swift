import Engine
import Review
import Testing

@Suite("Comments")
struct CommentTests {
    private let lost = Target.proposal(iteration: 2, Proposal.ID(1))

    @Test func `the newest words of a reviewer on a target count`() {
        let state = fold(
            ("zh", .comment(.query, text: "odd")), ("zh", .comment(lost, text: "better one")),
            ("zh", .comment(.query, text: "fine now")))

        #expect(state.comments.map(\.text) == ["better one", "fine now"])
        #expect(state.comments.map(\.target) == [lost, .query])
        #expect(state.comments.map(\.time.microseconds) == [2, 3])
    }

    @Test func `every reviewer has words of their own`() {
        let state = fold(
            ("zh", .comment(.query, text: "odd")), ("ada", .comment(.query, text: "good")),
            ("ada", .comment(.query, text: "")))

        #expect(state.comments.map(\.reviewer) == ["zh"])
    }

    @Test(arguments: ["", " \n\t"])
    func `empty text takes a comment back, and undoing that brings it back`(text: String) {
        let removed = [("zh", Decision.Action.comment(.whole, text: "odd")), ("zh", .comment(.whole, text: text))]

        #expect(fold(removed).comments.isEmpty)
        #expect(fold(removed + [("zh", .undo(2))]).comments.map(\.text) == ["odd"])
    }

    @Test func `say nothing about the status`() {
        #expect(fold(("zh", .accept), ("zh", .comment(.whole, text: "nice"))).status == .accepted)
    }

    private func fold(_ rows: (String, Decision.Action)...) -> ReviewState { fold(rows) }

    private func fold(_ rows: [(String, Decision.Action)]) -> ReviewState {
        let sample = SampleID(run: RunID(ContentHash(of: "run")), index: 1)
        return ReviewState(
            rows.enumerated().map { index, row in
                Decision(
                    sequence: index + 1, time: Timestamp(microseconds: Int64(index + 1)), reviewer: row.0,
                    sample: sample, action: row.1)
            })
    }
}
