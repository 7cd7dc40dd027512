import Canvas
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Explorer

@Suite("An answer tree on the screen")
struct AnswerTreeScreenTests {
    private let study = StudyExample.second

    @Test func `draws the tree with its branches, its kinds and its marks`() {
        let open = OpenBaseline(BaselineExample.samples(of: study)[0], of: study)
        var frame = Frame(size: Size(columns: 64, rows: 12))
        let rows = AnswerTreeRows(open: open, pen: Pen(.utf8)).rows(0..<12, width: 64)
        for (row, line) in rows.enumerated() {
            frame.draw(line, at: Position(row: row, column: 0), columns: 64, pen: Pen(.utf8))
        }

        expect(
            frame,
            shows: """
                 > query   I am in Lisbon (葡萄牙) this weekend: when does the …
                 … thought First I need the place of Lisbon.
                 → action  city_lookup
                ▼← input   {"name":"Lisbon"}                            ✓ worked
                ├─  → action  weather_daily                             ∅ pruned
                │   ← input   {"lat":"north"}                        ✗ bad input
                │   → action  Finish
                │   ← input   {"return_type":"g… ∅ gave up  ▸ terminal  ∅ pruned
                └─  → action  sun_times
                    ← input   {"lat":38.7,"lon":-9.1,"day"… ✓ worked  ✓ finished
                    → action  Finish
                    ← input   {"return_type"… ✓ answered  ✓ finished  ▸ terminal
                """)
    }

    @Test func `enter goes into the tree, escape out of it, then to Review`() {
        var state = ExplorerState.onBaselines()

        _ = state.press("enter")
        #expect(state.baselines.pane == .tree)
        _ = state.press("esc")
        #expect(state.baselines.pane == .items && state.screen == .baselines)
        _ = state.press("esc")
        #expect(state.screen == .review)
    }

    @Test func `folds and unfolds below a node`() {
        var state = ExplorerState.onBaselines(pressing: "tab j j j j h")

        #expect(picture(of: state).contains("+3"))
        #expect(!picture(of: state).contains("north"))
        _ = state.press("l")
        #expect(picture(of: state).contains("north"))
        _ = state.press("g g h h")
        #expect(state.baselines.pane == .items, "A folded root leads out of the tree.")
        _ = state.press("h l")
        #expect(state.baselines.pane == .tree)
    }

    @Test func `shows a node's text below the tree, all of it on request`() {
        var state = ExplorerState.onBaselines(pressing: "tab j j j")

        let shown = picture(of: state)
        #expect(shown.contains("Node 3   input   depth 3"))
        #expect(shown.contains(#"arguments {"name":"Lisbon"}"#))
        #expect(shown.contains("status ✓ 0 worked"))
        #expect(shown.contains(#"observation {"id":2267057"#))
        _ = state.press("enter")
        #expect(titles(of: state).prefix(3) == ["node 3: observation", "node 3: arguments", "item 1: query"])
    }

    @Test(arguments: [
        ("", "item 1: query"), ("tab j", "node 1: thought"), ("tab j j", "node 2: action"), ("tab", "item 1: query"),
    ]) func `v reads what the cursor is on`(script: String, title: String) {
        let state = ExplorerState.onBaselines(pressing: script + " v")

        #expect(titles(of: state).first == title)
        #expect(titles(of: state).contains("item 1: answer"))
        #expect(titles(of: state).contains("item 1 step 2 sun_times: arguments"))
        #expect(titles(of: state).last == "item 1: conversation")
    }

    @Test func `what failed says why`() {
        let state = ExplorerState.onBaselines(pressing: "j j j j v")

        #expect(titles(of: state).prefix(2) == ["item 5: query", "item 5: why it failed"])
    }

    @Test func `goes from end to end of the tree`() {
        var state = ExplorerState.onBaselines(pressing: "}")

        #expect(state.baselines.pane == .tree && state.baselines.shown?.node.number == 7)
        _ = state.press("} }")
        #expect(state.baselines.shown?.node.number == 11)
        #expect(state.notice?.text == "No way ends beyond this node.")
        _ = state.press("{")
        #expect(state.baselines.shown?.node.number == 7)
    }

    @Test(arguments: [Size.wide, .small])
    func `a way through the tree: in, folded, on to the next item, to its end, read in full, and out`(size: Size) {
        var state = ExplorerState.onBaselines(size: size, pressing: "enter j j j j h")
        #expect(picture(of: state).contains("+3") && !picture(of: state).contains("north"))
        #expect(picture(of: state).contains("[Tree]") == (size == .small), "Where there is no room it is under tabs.")

        state = state.reading("n }")
        #expect(state.baselines.shown?.sample.index == 2 && state.baselines.shown?.node.number == 7)
        #expect(state.baselines.shown?.folded.isEmpty == true, "What was folded is of the other item.")
        #expect(picture(of: state).contains("north"))
        state = state.reading("v")
        #expect(titles(of: state).first == "node 7: observation")
        state = state.reading("esc esc")
        #expect(state.overlay == nil && state.baselines.pane == .items)
        #expect(picture(of: state).contains("[Items]") == (size == .small))
        #expect(state.reading("esc").screen == .review)
    }

    @Test(arguments: [Size.wide, .small])
    func `an item without a search has its root alone`(size: Size) {
        let state = ExplorerState.onBaselines(size: size, pressing: "j j j j tab")

        #expect(state.baselines.shown?.outline.nodes.count == 1)
        #expect(picture(of: state).contains("Item 5   dfs   failed"))
        expectHarmless(state.reading("j l h h"))
        #expect(state.reading("}").notice?.text == "No way ends beyond this node.")
    }

    @Test func `a question is a question to the model, and the item's own text is its query`() {
        let shown = picture(of: .onBaselines())

        #expect(shown.contains("questions 14") && !shown.contains("queries"))
    }
}
