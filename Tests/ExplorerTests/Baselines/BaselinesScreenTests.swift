import Canvas
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Explorer

@Suite("The screen Baselines")
struct BaselinesScreenTests {
    private let study = StudyExample.second

    private func text(_ state: ExplorerState) -> String { state.frame(in: state.size, glyphs: .utf8).text() }

    private func titles(_ state: ExplorerState) -> [String] {
        guard case .inspector(let inspector)? = state.overlay else { return [] }
        return inspector.artefacts.map(\.title)
    }

    @Test func `asks for the baselines when it is gone to`() {
        var state = ExplorerState.example()

        #expect(state.press("g b") == [.read(.baselines)])
        #expect(text(state).contains("Reading the baselines."))
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
        #expect(text(state).contains("This dataset has no query-first baseline yet."))
        #expect(text(state).contains("toolgrad baseline --dataset FILE"))
        #expect(state.press("n").isEmpty && state.notice?.text == "There is no item yet.")
    }

    @Test func `reads the newest baseline, its items in pages, then the first item`() {
        var state = ExplorerState.example()
        _ = state.press("g b")

        let page = state.update(.studyRead(.baselines(StudyExample.baselines)))
        #expect(page == [.read(.baselineRows(study, from: 0, limit: 50))])
        let item = state.update(.studyRead(StudyExample.answer(to: .baselineRows(study, from: 0, limit: 4))))
        #expect(
            item == [.read(.baselineRows(study, from: 4, limit: 50)), .read(.baseline(study, index: 1))])
        #expect(text(state).contains("The tree is being read."))
        state.answer(item)
        #expect(state.baselines.rows.all.count == 6 && state.baselines.shown?.sample.index == 1)
    }

    @Test func `lists how each item ended, and what it took`() {
        let shown = text(.onBaselines())

        for part in [
            "Baseline 2/2   dfs on demo tools   6 items", "✓  answered", "∅  gave up", "∅  exhausted", "✗  query limit",
            "!! failed", "14q", "200q", "2s",
        ] { #expect(shown.contains(part), "\(part)") }
    }

    @Test func `tells the figures of the search above the tree`() {
        let shown = text(.onBaselines())

        #expect(shown.contains("Item 1   dfs   answered"))
        #expect(shown.contains("nodes 12  queries 14  depth 7  tool calls 2  ends 2  steps 2"))
        #expect(text(.onBaselines(pressing: "G")).contains("Item 6   dfs   answered   judged unsure"))
    }

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

        #expect(text(state).contains("+3"))
        #expect(!text(state).contains("north"))
        _ = state.press("l")
        #expect(text(state).contains("north"))
        _ = state.press("g g h h")
        #expect(state.baselines.pane == .items, "A folded root leads out of the tree.")
        _ = state.press("h l")
        #expect(state.baselines.pane == .tree)
    }

    @Test func `shows a node's text below the tree, all of it on request`() {
        var state = ExplorerState.onBaselines(pressing: "tab j j j")

        let shown = text(state)
        #expect(shown.contains("Node 3   input   depth 3"))
        #expect(shown.contains(#"arguments {"name":"Lisbon"}"#))
        #expect(shown.contains("status ✓ 0 worked"))
        #expect(shown.contains(#"observation {"id":2267057"#))
        _ = state.press("enter")
        #expect(titles(state).prefix(3) == ["node 3: observation", "node 3: arguments", "item 1: query"])
    }

    @Test(arguments: [
        ("", "item 1: query"), ("tab j", "node 1: thought"), ("tab j j", "node 2: action"), ("tab", "item 1: query"),
    ]) func `v reads what the cursor is on`(script: String, title: String) {
        let state = ExplorerState.onBaselines(pressing: script + " v")

        #expect(titles(state).first == title)
        #expect(titles(state).contains("item 1: answer"))
        #expect(titles(state).contains("item 1 step 2 sun_times: arguments"))
        #expect(titles(state).last == "item 1: conversation")
    }

    @Test func `what failed says why`() {
        let state = ExplorerState.onBaselines(pressing: "j j j j v")

        #expect(titles(state).prefix(2) == ["item 5: query", "item 5: why it failed"])
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

    @Test func `n and p turn the items, also from the tree`() {
        let state = ExplorerState.onBaselines(pressing: "tab n n p")

        #expect(state.baselines.shown?.sample.index == 2 && state.baselines.pane == .tree)
        #expect(ExplorerState.onBaselines(pressing: "p").baselines.row == 0)
        #expect(ExplorerState.onBaselines(pressing: "G n").baselines.row == 5)
    }

    @Test func `brackets turn the baselines`() {
        let state = ExplorerState.onBaselines(pressing: "tab [")

        #expect(state.baselines.study?.name == "react on demo tools" && state.baselines.pane == .items)
        #expect(text(state).contains("Item 1   react   gave up"))
        #expect(state.reading("]").baselines.study?.name == "dfs on demo tools")
        #expect(state.reading("[").baselines.study?.name == "dfs on demo tools", "Round and round.")
    }

    @Test func `asks for one item at a time, and shows the one that is selected by then`() throws {
        var state = ExplorerState.onBaselines()

        let first = state.press("j")
        let more = state.press("j j")
        #expect(first == [.read(.baseline(study, index: 2))] && more.isEmpty)
        let next = state.update(.studyRead(StudyExample.answer(to: .baseline(study, index: 2))))
        #expect(next == [.read(.baseline(study, index: 4))])
        #expect(state.baselines.shown == nil, "What is not selected any more is not shown.")
        state.answer(next)
        #expect(state.baselines.shown?.sample.index == 4)
    }

    @Test func `an item that cannot be read says so, and is asked for again only on request`() {
        var state = ExplorerState.onBaselines()
        _ = state.press("j")

        let effects = state.update(.studyFailed(.baseline(study, index: 2), "The disk is gone."))

        #expect(effects.isEmpty && state.notice?.text == "The disk is gone.")
        #expect(state.press("enter").isEmpty && state.baselines.pane == .items)
        state.answer(state.press("ctrl-t"))
        #expect(state.baselines.shown?.sample.index == 2)
    }

    @Test func `an item that is not what was stored keeps its place in the list`() {
        var state = ExplorerState.example()
        _ = state.press("g b")
        _ = state.update(.studyRead(.baselines(StudyExample.baselines)))
        let rows: [BaselineRow] = [
            .unreadable(index: 1, "Item 1 of a study is not what was stored."), .unreadable(index: 2, "?"),
        ]

        let effects = state.update(.studyRead(.baselineRows(study, StudyPage(offset: 0, rows: rows, total: 2))))

        #expect(effects.isEmpty)
        #expect(text(state).contains("1 !! Item 1 of a study is not what was store…"))
        #expect(state.press("enter").isEmpty && state.baselines.pane == .items)
    }

    @Test func `a list that cannot be read is told`() {
        var state = ExplorerState.example()
        _ = state.press("g b")

        _ = state.update(.studyFailed(.baselines, "trip.toolgrad is locked."))

        #expect(state.notice?.severity == .error)
        #expect(!text(state).contains("Reading the baselines."))
    }

    @Test func `reading again keeps the item under the cursor and its tree`() {
        let state = ExplorerState.onBaselines(pressing: "j tab j j ctrl-t")

        #expect(state.baselines.row == 1 && state.baselines.shown?.cursor == 2 && state.baselines.pane == .tree)
    }

    @Test func `ten thousand items are a hundred trees' worth of pages, and one page of rows`() {
        var state = ExplorerState.example()
        let summary = ListedBaselineItem(BaselineExample.samples(of: study)[0])
        let rows = Array(repeating: BaselineRow.item(summary), count: 10_000)
        var pages = 0
        let effects = state.press("g b")
        state.answer(effects) { request in
            guard case .baselineRows(let study, let start, let limit) = request else {
                return StudyExample.answer(to: request)
            }
            pages += 1
            return .baselineRows(study, StudyExample.page(rows, from: start, limit: limit))
        }

        #expect(pages == 200)
        #expect(text(state.pressing("G")).contains("of 10,000"))
        #expect(state.baselines.rows.all.count == 10_000)
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

@Suite("Hostile baselines")
struct HostileBaselineTests {
    private static let evil =
        "\u{1B}[2J\u{202E}gpj.\u{0}\u{9B}31m\u{200B}東京\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}\r\n\t"

    private func state(_ text: String, size: Size) -> ExplorerState {
        let tree = AnswerNode(
            .root, depth: 0, number: 0,
            children: [
                AnswerNode(.thought(text), depth: 1, number: 1),
                AnswerNode(
                    .action(text), depth: 1, number: 2,
                    children: [
                        AnswerNode(
                            .input(arguments: text, observation: text, status: .errorInMessage), depth: 2, number: 3,
                            isTerminal: true)
                    ]),
            ])
        let sample = BaselineExample.sample(1, query: text, tree: tree, ending: .failed(text), queries: 3, steps: 1)
        let study = ListedStudy(
            id: StudyExample.first, name: text, facts: [text], began: .at(12, 0), items: 2)
        var state = ExplorerState.example(size: size)
        state.answer(state.press("g b")) { request in
            switch request {
            case .baselines: .baselines([study])
            case .baselineRows(let id, _, _):
                .baselineRows(
                    id,
                    StudyPage(
                        offset: 0, rows: [.item(ListedBaselineItem(sample)), .unreadable(index: 2, text)], total: 2))
            case .baseline(let id, _): .baseline(id, sample)
            case .evaluations, .evaluationRows, .evaluation: StudyExample.answer(to: request)
            }
        }
        return state
    }

    @Test(arguments: [Size.wide, .small, Size(columns: 60, rows: 16)])
    func `nothing of them reaches a terminal raw`(size: Size) {
        for script in ["", "tab", "tab j", "tab j j", "tab j j j", "tab j j j v"] {
            let frame = state(Self.evil, size: size).pressing(script).frame(in: size, glyphs: .utf8)

            expectWhole(frame, size)
            let scalars = frame.cells.flatMap(\.text.unicodeScalars)
            #expect(scalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x9B && $0.value != 0x202E }, "\(script)")
        }
    }

    @Test func `a text of a megabyte is shown in part, and read in full`() {
        let long = String(repeating: "x", count: 1 << 20)
        let state = state(long, size: .wide)

        let started = ContinuousClock.now
        let frame = state.pressing("tab j j j").frame(in: .wide, glyphs: .utf8)
        let taken = ContinuousClock.now - started

        expectWhole(frame, .wide)
        #expect(taken < .seconds(2), "Previews are cut.")
        guard case .inspector(let inspector)? = state.pressing("tab j j j v").overlay else {
            Issue.record("Nothing was opened.")
            return
        }
        #expect(inspector.artefact.bytes.count == 1 << 20)
    }

    @Test func `ASCII is all that is drawn where the terminal has nothing else`() {
        let frame = state(Self.evil, size: .wide).pressing("tab j").frame(in: .wide, glyphs: .ascii)

        #expect(frame.cells.map(\.text).filter { !$0.utf8.allSatisfy { $0 < 0x80 } } == [])
    }
}

@Suite("Baselines line by line")
struct LinearBaselinesTests {
    @Test func `going there tells the list and the item under the cursor`() {
        var transcript = LinearTranscript()
        transcript.type("g b")

        #expect(transcript.lines.contains("Screen Baselines."))
        #expect(transcript.lines.contains("Baseline dfs on demo tools: 6 items."))
        #expect(
            transcript.lines.contains(
                "Item 5, dfs, failed, 1 query, 0 steps: " + BaselineExample.query))
        #expect(transcript.lines.contains { $0.hasPrefix("Search: nodes 12, queries 14, depth 7") })
    }

    @Test func `moving tells the item, and the node, under the cursor`() {
        var transcript = LinearTranscript()
        transcript.type("g b", "j")
        #expect(transcript.told == ["Item 2, dfs, gave up, 9 queries, 0 steps: " + BaselineExample.query])

        transcript.type("tab", "j")
        #expect(
            transcript.told == ["Node 1, thought, depth 1:", "First I need the place of Lisbon."])
    }

    @Test func `an empty line tells the whole tree, with depths`() {
        var transcript = LinearTranscript()
        transcript.type("g b", "tab", "")

        #expect(
            transcript.told.contains(
                #"Depth 5, node 5, input: {"lat":"north"}; ✗ bad input"#))
        #expect(transcript.told.contains { $0.hasPrefix("Depth 7, node 11, input:") && $0.hasSuffix("▸ terminal") })
    }

    @Test func `where there is none it says how one is made`() {
        let state = ExplorerState.example().pressing("g b").taking(.studyRead(.baselines([])))

        #expect(LinearReader().whereabouts(in: state).contains("toolgrad baseline --dataset FILE"))
    }
}
