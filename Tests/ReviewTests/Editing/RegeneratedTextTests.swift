import Engine
import Review
import TestSupport
import Testing

@Suite("Texts written anew")
struct RegeneratedTextTests {
    private let anew = Edit.regenerated(query: "new query", response: "new response", by: "offline")

    @Test func `by a planner count, and are not what reviewers edited`() {
        let sample = trip(anew)

        #expect(sample.query == "new query")
        #expect(sample.response == "new response")
        #expect(sample.review.status == .draft)
        #expect(sample.editedPaths == [])
        #expect(sample.review.planners == ["query": "offline", "response": "offline"])
        #expect(sample.edits == [anew])
    }

    @Test func `belong to whoever wrote them last`() {
        let mended = trip(.response("mine"), anew, .query("mine"))
        let overwritten = trip(.query("mine"), anew)

        #expect(mended.editedPaths == ["query"])
        #expect(mended.review.newQuery == EditedText(text: "mine", writer: .reviewer("ada")))
        #expect(mended.review.planners == ["response": "offline"])
        #expect(overwritten.editedPaths == [])
        #expect(overwritten.review.newQuery == EditedText(text: "new query", writer: .planner("offline")))
    }

    @Test func `give way to the earlier ones when they are undone`() {
        let sample = tripBuilder.edited([.query("mine"), anew]).reviewed(.undo(2)).sample

        #expect(sample.query == "mine")
        #expect(sample.response == "Casa do Rio.")
        #expect(sample.review.planners == [:])
    }
}
