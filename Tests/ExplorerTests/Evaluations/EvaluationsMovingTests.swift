import Canvas
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Explorer

@Suite("Moving about on the screen Evaluations")
struct EvaluationsMovingTests {
    @Test func `w shows only wrong ones, c one category after the other that has items`() {
        var state = ExplorerState.onEvaluations(pressing: "w")
        #expect(picture(of: state).contains("Items 3 of 6   wrong only"))

        state = state.reading("w c")
        #expect(picture(of: state).contains("Items 5 of 6   chained"), "Nothing is single or parallel.")
        state = state.reading("c")
        #expect(picture(of: state).contains("Items 1 of 6   irrelevance"))
        #expect(state.evaluations.shown?.id == "s-00005/irrelevance")
        #expect(picture(of: state.reading("c")).contains("Items 6"))
    }

    @Test func `c turns only to categories of which something wrong is left`() {
        let state = ExplorerState.onEvaluations(pressing: "w c")
        #expect(picture(of: state).contains("Items 3 of 6   wrong only   chained"))

        #expect(state.reading("c").evaluations.category == nil, "The irrelevance item is right.")
        #expect(ExplorerState.onEvaluations(pressing: "c c w c").evaluations.list.entries.count == 3)
    }

    @Test func `the cursor stays on its item when the list changes`() {
        let state = ExplorerState.onEvaluations(pressing: "j j w")

        #expect(state.evaluations.shown?.id == "s-00006" && state.evaluations.row == 2)
        #expect(state.reading("w").evaluations.shown?.id == "s-00006")
    }

    @Test func `enter on an item opens its sample on Review`() {
        var state = ExplorerState.onEvaluations()

        #expect(state.press("enter") == [.findLabel("s-00002")])
        #expect(state.screen == .evaluations, "It is not found yet.")
        let effects = state.update(.found(ExampleSample.id(2)))
        #expect(state.screen == .review && effects.contains(.loadSample(ExampleSample.id(2))))
    }

    @Test func `what was made of a sample leads to that sample`() {
        var state = ExplorerState.onEvaluations(pressing: "c c")

        #expect(state.press("enter") == [.findLabel("s-00005")])
    }

    @Test func `a sample that is not in the dataset leaves the screen as it is`() {
        var state = ExplorerState.onEvaluations()
        _ = state.press("enter")

        _ = state.update(.failed("There is no sample s-00002."))

        #expect(state.screen == .evaluations && state.notice?.text == "There is no sample s-00002.")
    }

    @Test func `the detail scrolls, and enter reads it in full`() {
        var state = ExplorerState.onEvaluations(size: .small, pressing: "tab G")

        #expect(state.evaluations.scroll > 0)
        #expect(picture(of: state).contains("[Detail]"))
        _ = state.press("j")
        let last = state.evaluations.scroll
        _ = state.press("j g g")
        #expect(state.evaluations.scroll == 0 && last > 0)
        _ = state.press("enter")
        #expect(titles(of: state).first == "s-00002: query")
        #expect(titles(of: state).contains("s-00002: model, arguments of call 3 weather_daily"))
        #expect(titles(of: state).last == "s-00002: figures")
    }

    @Test func `escape goes from the detail to the items, then to Review`() {
        var state = ExplorerState.onEvaluations(pressing: "tab esc")

        #expect(state.evaluations.pane == .items)
        _ = state.press("esc")
        #expect(state.screen == .review)
    }

    @Test func `n and p turn the items from wherever one is, and begin at their top`() {
        var state = ExplorerState.onEvaluations(size: .small, pressing: "tab G n")

        #expect(state.evaluations.shown?.id == "s-00003" && state.evaluations.scroll == 0)
        state = state.reading("p p")
        #expect(state.evaluations.shown?.id == "s-00002" && state.evaluations.pane == .detail)
    }

    @Test func `it opens on the newest evaluation that has items, and on an empty one where all are`() {
        let refused = RunID(ContentHash(of: "refused"))
        let empty = ListedEvaluation(
            ListedStudy(id: refused, name: "refused", facts: [], began: .at(13, 0), items: 0), right: nil)
        var state = ExplorerState.example()
        _ = state.press("g e")

        let listing = state.update(.studyRead(.evaluations(EvaluationExample.studies + [empty])))
        #expect(listing == [.read(.indices(EvaluationExample.large))] && state.evaluations.studyRow == 1)
        var lone = ExplorerState.example()
        _ = lone.press("g e")
        #expect(lone.update(.studyRead(.evaluations([empty]))) == [.read(.indices(refused))])
    }

    @Test func `another evaluation is opened by enter, or by brackets`() {
        let opened = ExplorerState.onEvaluations(pressing: "shift-tab k enter")
        #expect(opened.evaluations.study?.study.name == "small" && opened.evaluations.pane == .items)

        let turned = ExplorerState.onEvaluations(pressing: "]")
        #expect(turned.evaluations.study?.study.name == "small")
        #expect(turned.reading("[").evaluations.study?.study.name == "large")
    }
}
