import Canvas
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Explorer

@Suite("The screen Baselines")
struct BaselinesScreenTests {
    @Test func `asks for the baselines when it is gone to`() {
        var state = ExplorerState.example()

        #expect(state.press("g b") == [.read(.baselines)])
        #expect(picture(of: state).contains("Reading the baselines."))
    }

    @Test func `can be gone to by a command`() {
        var state = ExplorerState.example()
        _ = state.press(":")
        _ = state.type("baselines")

        #expect(state.press("enter") == [.read(.baselines)])
        #expect(state.screen == .baselines)
    }

    @Test func `without a baseline it says how one is made`() {
        var state = ExplorerState.example()
        _ = state.press("g b")

        let effects = state.update(.studyRead(.baselines([])))

        #expect(effects.isEmpty)
        #expect(picture(of: state).contains("This dataset has no query-first baseline yet."))
        #expect(picture(of: state).contains("toolgrad baseline --model NAME --dataset trip-tools.toolgrad"))
        #expect(!picture(of: state).contains("j/k item") && !picture(of: state).contains("Tab pane"))
        #expect(state.press("n").isEmpty && state.notice?.text == "There is no item yet.")
    }

    @Test func `steps are not mistaken for seconds, and a narrow list leaves room for the query`() {
        let (wide, small) = (picture(of: .onBaselines()), picture(of: .onBaselines(size: .small)))

        #expect(small.contains("1 dfs   ✓  answered        14q  2st  I am in"))
        #expect(wide.contains("1 ✓  answered        14q  2st  I am in"))
    }

    @Test func `a query that is cut ends with one sign`() {
        let shown = picture(of: .onBaselines(size: .small, pressing: "tab"))

        #expect(shown.contains("when does the sun set on Saturday, an… │"), "\(shown)")
        #expect(!shown.contains("……"))
    }

    @Test func `lists how each item ended, and what it took`() {
        let shown = picture(of: .onBaselines())

        for part in [
            "Baseline 2/2   dfs on demo tools   6 items", "✓  answered", "∅  gave up", "∅  exhausted",
            "✗  question limit ",
            "!! failed", "14q", "200q", "2s",
        ] { #expect(shown.contains(part), "\(part)") }
    }

    @Test func `tells the figures of the search above the tree`() {
        let shown = picture(of: .onBaselines())

        #expect(shown.contains("Item 1   dfs   answered"))
        #expect(shown.contains("nodes 12  questions 14  tool calls 2  steps 2  cost $0.0312 "))
        #expect(picture(of: .onBaselines(pressing: "G")).contains("Item 6   dfs   answered   judged unsure"))
    }

    @Test func `n and p turn the items, also from the tree`() {
        let state = ExplorerState.onBaselines(pressing: "tab n n p")

        #expect(state.baselines.shown?.sample.index == 2 && state.baselines.pane == .tree)
        #expect(ExplorerState.onBaselines(pressing: "p").baselines.row == 0)
        #expect(ExplorerState.onBaselines(pressing: "G n").baselines.row == 5)
    }

    @Test func `brackets turn the baselines`() {
        let state = ExplorerState.onBaselines(pressing: "tab [")

        #expect(state.baselines.study?.name == "react on demo tools")
        #expect(picture(of: state).contains("Item 1   react   gave up"))
        #expect(state.reading("]").baselines.study?.name == "dfs on demo tools")
        #expect(state.reading("[").baselines.study?.name == "dfs on demo tools", "Round and round.")
    }

    @Test func `brackets keep the item and the pane where the other baseline has that item`() {
        let six = { (request: StudyRequest) -> StudyAnswer in
            switch request {
            case .indices(let study): .indices(study, Array(1...6))
            case .baselineRows(StudyExample.first, let indices):
                .baselineRows(
                    StudyExample.first, indices.map { BaselineExample.rows(of: StudyExample.second)[$0 - 1] })
            case .baseline(StudyExample.first, let index):
                .baseline(StudyExample.first, BaselineExample.samples(of: StudyExample.second)[index - 1])
            case .baselineRows, .baseline, .baselines, .evaluations, .evaluationRows, .evaluation:
                StudyExample.answer(to: request)
            }
        }
        let onTree = ExplorerState.onBaselines(pressing: "j j tab")

        let turned = onTree.reading("[", with: six)
        #expect(turned.baselines.study?.name == "react on demo tools" && turned.baselines.pane == .tree)
        #expect(turned.baselines.shown?.study == StudyExample.first && turned.baselines.shown?.sample.index == 3)
        let fewer = onTree.reading("[")
        #expect(fewer.baselines.row == 0 && fewer.baselines.pane == .items, "It has one item alone.")
    }

    @Test func `brackets that come faster than items do keep the item`() {
        var state = ExplorerState.onBaselines(pressing: "j j tab")

        _ = state.press("[")
        state.answer(state.press("]"))

        #expect(state.baselines.study?.id == StudyExample.second && state.baselines.pane == .tree)
        #expect(state.baselines.shown?.sample.index == 3)
    }

    @Test func `keys of Review do nothing to the sample behind it`() {
        var state = ExplorerState.onBaselines()

        #expect(state.press("a r s f - x X u R A").isEmpty)
        #expect(state.overlay == nil && state.screen == .baselines)
    }

    @Test func `is not shown in a blind pass`() {
        var state = ExplorerState.example()
        state.blindPass = 2

        #expect(state.press("g b").isEmpty && state.screen == .review)
    }
}
