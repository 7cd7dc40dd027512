import Canvas
import DisplaySafety
import Engine
import Review
import Testing

@testable import Explorer

@Suite("Parts of the Review screen")
struct ReviewPartsTests {
    private static let path = JSONPath([.key("lat")])

    @Test(
        arguments: [
            (ArgumentSource.query(from: 9, to: 15), "Q:9-15", "Q:9-15", Role.provQuery),
            (.output(step: 1, path: path), "←1", "←1.lat", .provOutput),
            (.output(step: 2, path: JSONPath([.key("id")])), "←2.id", "←2.id", .provOutput),
            (.schemaDefault, "def", "def", .provDefault),
            (.documentation, "doc", "doc", .provDefault),
            (.open, "open", "open", .textDim),
            (.unknown, "-", "-", .textDim),
            (.none, "??", "?? not inferable", .provMissing),
        ] as [(ArgumentSource, String, String, Role)])
    func `every source of a value has its sign`(source: ArgumentSource, short: String, long: String, role: Role) {
        let mark = ProvenanceMark(ArgumentTrace(path: Self.path, value: 1, source: source), pen: Pen(.utf8))

        #expect(mark.short.text.plain == short)
        #expect(mark.long.text.plain == long)
        #expect(mark.long.spans.first?.ink.role == role)
    }

    @Test(
        arguments: [
            (1, "SELECTED, new c1"), (2, "not selected"), (3, "failed"),
        ])
    func `tells what became of each proposal`(number: Int, words: String) throws {
        let iteration = try #require(RunState(ExampleSample.completed).iterations.first)
        let trial = try #require(iteration.trials.first { $0.id == Proposal.ID(number) })

        #expect(TrialState(trial, in: iteration).words == words)
    }

    @Test(arguments: [
        (4, 1, "starting"), (5, 1, "running, call 1"), (6, 1, "succeeded"), (12, 1, "SELECTED, new chain"),
    ])
    func `tells how far a proposal is`(events: Int, number: Int, words: String) throws {
        let iteration = try #require(RunState(ExampleSample.events.prefix(events)).iterations.first)
        let trial = try #require(iteration.trials.first { $0.id == Proposal.ID(number) })

        #expect(TrialState(trial, in: iteration).words == words)
    }

    @Test func `the guide fits into eighty columns`() {
        let watching = ExplorerState.growing(ExampleSample.events.prefix(7), size: .small, opening: .demo)
        let judging = ExplorerState.example(size: .small, opening: .demo)

        for state in [watching, judging] {
            let frame = state.frame(in: .small, glyphs: .utf8)
            #expect((1...3).allSatisfy { !frame.text(row: $0).contains("…") })
        }
        #expect(watching.frame(in: .small, glyphs: .utf8).text(row: 3).contains("H hold"))
        #expect(judging.frame(in: .small, glyphs: .utf8).text(row: 3).contains("a accept"))
    }

    @Test(arguments: [Size.wide, .medium, .small]) func `who plans is always in sight`(size: Size) {
        let header = ExplorerState.example(size: size).frame(in: size, glyphs: .utf8).text(row: 0)

        #expect(header.contains("planner: offline"))
    }

    @Test func `of many iterations those around the one on show are visible`() {
        var events: [RunEvent] = [.began(planner: "offline", plan: .demo(seed: 1))]
        for number in 1...40 {
            events += [
                .iterationBegan(number), .iterationEnded(number, .stalled(.selectorDeclined(reason: "none fits"))),
            ]
        }
        events.append(.finished(.nothingGrown))
        var state = ExplorerState.empty()
        _ = state.update(.queueLoaded(.example([.example(1, progress: .failed)])))
        state.load(ExampleSample.reviewed(events))

        let last = state.frame(in: .wide, glyphs: .utf8).text(row: 2)
        for _ in 0..<20 { _ = state.press("[") }
        let middle = state.frame(in: .wide, glyphs: .utf8).text(row: 2)

        #expect(last.contains("▶40 ∅") && !last.contains(" 20 ∅"))
        #expect(middle.contains("▶20 ∅") && !middle.contains(" 40 ∅"))
    }

    @Test(arguments: [
        (NoOpCause.nothingProposed(reason: "The batch was empty."), "nothing proposed", "The batch was empty."),
        (.proposerFailed(reason: "The model is gone."), "proposer failed", "The model is gone."),
        (.selectorFailed(reason: "No answer."), "selector failed", "No answer."),
        (.steeringFailed(reason: "No such chain."), "steering failed", "No such chain."),
    ])
    func `an iteration that added nothing tells its cause and reason`(cause: NoOpCause, title: String, reason: String) {
        let events: [RunEvent] = [
            .began(planner: "offline", plan: .demo(seed: 1)), .iterationBegan(1), .iterationEnded(1, .stalled(cause)),
        ]
        let picture = ExplorerState.growing(events).frame(in: .wide, glyphs: .utf8).text()

        #expect(picture.contains("∅ nothing added: \(title)"))
        #expect(picture.contains(reason))
    }

    @Test func `a selector that declined says why`() {
        let declined: [RunEvent] = [
            .selected(.declined(reason: "All of them stray.")),
            .iterationEnded(1, .stalled(.selectorDeclined(reason: "All of them stray."))),
        ]
        let picture = ExplorerState.growing(ExampleSample.events.prefix(11) + declined).frame(in: .wide, glyphs: .utf8)

        #expect(picture.text().contains("∅ nothing added: selector declined"))
        #expect(picture.text().contains("why: All of them stray."))
        #expect(!picture.text().contains("SELECTED"))
    }

    @Test func `facts are a pane where the queue has no room for them`() {
        var state = ExplorerState.example(size: .small)
        _ = state.press("shift-tab shift-tab")

        let picture = state.frame(in: .small, glyphs: .utf8).text()

        #expect(picture.contains("┏━ Facts"))
        #expect(picture.contains("seed 123  pool 5 tools"))
        #expect(picture.contains("calls 17, failed 10"))
    }

    @Test func `a long response scrolls to its end and no further`() {
        let response = (1...40).map { "Sentence number \($0)." }.joined(separator: "\n")
        let draft = Synthesis(query: "Tell me everything.", response: response)
        var state = ExplorerState.empty()
        _ = state.update(.queueLoaded(.example([.example(1)])))
        state.load(ExampleSample.reviewed(ExampleSample.events + [.finished(.completed(draft))]))
        _ = state.press("tab tab tab")
        #expect(state.focusedPane == .response)

        _ = state.press("G j j")
        let bottom = state.frame(in: .wide, glyphs: .utf8).text()
        _ = state.press("g g k")
        let top = state.frame(in: .wide, glyphs: .utf8).text()

        #expect(bottom.contains("Sentence number 40.") && !bottom.contains("Sentence number 1."))
        #expect(top.contains("Sentence number 1.") && !top.contains("Sentence number 40."))
    }

    @Test func `a name of a tool in the query is a finding`() {
        let draft = Synthesis(query: "Use city_lookup for 東京.", response: "Done.")
        var state = ExplorerState.empty()
        _ = state.update(.queueLoaded(.example([.example(1)])))
        state.load(ExampleSample.reviewed(ExampleSample.events + [.finished(.completed(draft))]))

        let picture = state.frame(in: .wide, glyphs: .utf8).text()

        #expect(picture.contains("tools leaked: 1"))
        #expect(picture.contains("!! leaks_tools query: names city_loo"))
    }

    @Test func `the mode says when characters are text`() {
        var state = ExplorerState.example()
        _ = state.press("W tab")

        #expect(state.frame(in: .wide, glyphs: .utf8).text(row: 34).hasPrefix(" INSERT"))
    }
}
