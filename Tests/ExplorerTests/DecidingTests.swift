import Engine
import Review
import Testing

@testable import Explorer

@Suite("Deciding about a sample")
struct DecidingTests {
    private let first = ExampleSample.id(1)

    @Test func `accepting goes on to the next sample`() {
        var state = ExplorerState.example()

        let effects = state.press("a")

        #expect(effects == [.decide(first, .accept), .loadSample(ExampleSample.id(2))])
        #expect(state.queue.selection == ExampleSample.id(2))
    }

    @Test(
        arguments: [
            ("zh", "It is accepted already."),
            ("root", "Accepted already, by root. To count agreement: review --pass 2, or a file of your own."),
        ])
    func `what is accepted is not accepted again, and another reviewer is named`(reviewer: String, words: String) {
        var state = ExplorerState.example()
        let accepted = Decision(
            sequence: 1, time: .at(12, 0), reviewer: reviewer, sample: first, action: .accept)
        state.load(ExampleSample.reviewed(decisions: [accepted]), decisions: [accepted])

        #expect(state.press("a").isEmpty)
        #expect(state.notice?.text == words)
    }

    @Test func `skipping goes on to the next sample`() {
        var state = ExplorerState.example()

        #expect(state.press("s") == [.decide(first, .skip), .loadSample(ExampleSample.id(2))])
    }

    @Test func `going on leaves out samples that are decided`() {
        var state = ExplorerState.example()
        _ = state.update(.queueLoaded(.example([.example(1), .example(2, .accepted), .example(3)])))

        #expect(state.press("a") == [.decide(first, .accept), .loadSample(ExampleSample.id(3))])
    }

    @Test func `a finished sample comes before one that grows`() {
        var state = ExplorerState.example()
        _ = state.update(.queueLoaded(.example([.example(1), .example(2, progress: .growing), .example(3)])))

        #expect(state.press("a").last == .loadSample(ExampleSample.id(3)))
    }

    @Test func `the last decision stays where it is and says so`() {
        var state = ExplorerState.example()
        _ = state.update(.queueLoaded(.example([.example(1), .example(2, .accepted)])))

        let effects = state.press("a")

        #expect(effects == [.decide(first, .accept)])
        #expect(state.notice?.text == "Every sample is decided.")
    }

    @Test func `beyond the rows at hand it looks further`() {
        var state = ExplorerState.example()
        _ = state.update(.queueLoaded(QueuePage(rows: [.example(1)], total: 900, counts: [.pending: 900])))

        #expect(
            state.press("a") == [
                .decide(first, .accept),
                .seek(.undecided, .forward, from: ExampleSample.id(1), .standard, limit: Queue.pageLimit),
            ])
    }

    @Test func `keys wait for the sample that they are meant for`() {
        var state = ExplorerState.example()

        let early = state.press("n r 2 a")
        let effects = state.update(
            .sampleLoaded(OpenSample(ExampleSample.reviewed(index: 2), decisions: [], lastEvent: 100)))

        let second = ExampleSample.id(2)
        #expect(early == [.loadSample(second)])
        guard case .decide(second, .reject(let reasons, _))? = effects.first else {
            Issue.record("The first decision is \(effects).")
            return
        }
        #expect(reasons.map(\.reason) == [.leaksTools])
        #expect(Set(effects.dropFirst()) == [.loadSample(ExampleSample.id(3))], "The a is for the third sample.")
        #expect(
            state.update(.sampleLoaded(OpenSample(ExampleSample.reviewed(index: 3), decisions: [], lastEvent: 100)))
                .first
                == .decide(ExampleSample.id(3), .accept))
    }

    @Test func `a sample that cannot be read keeps no key waiting`() {
        var state = ExplorerState.example()
        _ = state.press("n a")

        let effects = state.update(.sampleFailed(ExampleSample.id(2), "It is damaged."))

        #expect(effects.isEmpty)
        #expect(state.typedAhead.isEmpty)
        #expect(state.press("p") == [])
        #expect(state.queue.selection == ExampleSample.id(1))
    }

    @Test func `nothing is decided while no sample fits the filter`() {
        var state = ExplorerState.example()
        _ = state.press("/")
        _ = state.type("flag")
        _ = state.press("enter")
        let view = QueueView(filter: .condition(.flagged))
        _ = state.update(.queueLoaded(QueuePage(rows: [], total: 0, counts: [.pending: 3], view: view)))

        #expect(state.press("a").isEmpty)
        #expect(state.notice?.text.hasPrefix("No sample fits the filter") == true)
    }

    @Test(arguments: ["a", "r", "s", "-", "e"]) func `a growing sample is not decided`(key: String) {
        var state = ExplorerState.growing(ExampleSample.events)

        let effects = state.press(key)

        #expect(effects.isEmpty)
        #expect(state.overlay == nil)
        #expect(state.notice?.text.hasPrefix("It is still growing") == true)
    }

    @Test func `a sample without a query cannot be accepted`() {
        var state = ExplorerState.empty()
        _ = state.update(.queueLoaded(.example([.example(1)])))
        let barren: [RunEvent] = [.began(planner: "offline", plan: .demo(seed: 1)), .finished(.nothingGrown)]
        state.load(ExampleSample.reviewed(barren))

        #expect(state.press("a").isEmpty)
        #expect(state.notice?.text == "There is no query to accept; r rejects the sample.")
    }

    @Test func `the flag goes on and off`() {
        var state = ExplorerState.example()
        let flag = Decision(sequence: 1, time: .at(12, 0), reviewer: "zh", sample: first, action: .flag)

        let on = state.press("f")
        _ = state.update(.decided(flag, row: .example(1, isFlagged: true), undoDepth: 1))
        let off = state.press("f")

        #expect(on == [.decide(first, .flag)])
        #expect(off == [.decide(first, .unflag)])
    }

    @Test func `a decision counts once it is stored`() {
        var state = ExplorerState.example()
        let accept = Decision(sequence: 7, time: .at(12, 41, 7), reviewer: "zh", sample: first, action: .accept)
        #expect(state.queue.decided == 0)

        _ = state.update(.decided(accept, row: .example(1, .accepted), undoDepth: 38))

        #expect(state.queue.decided == 1)
        #expect(state.queue.counts[.pending] == 2)
        #expect(state.open?.review.status == .accepted)
        expectRow(34, of: state, contains: "saved 12:41:07  1 decision")
        expectRow(34, of: state, contains: "undo 38")
    }

    @Test func `undoing asks for it, and goes back to the sample when it is stored`() {
        var state = ExplorerState.example()
        _ = state.press("n")
        let undo = Decision(sequence: 2, time: .at(12, 0), reviewer: "zh", sample: first, action: .undo(1))

        _ = state.update(.sampleLoaded(OpenSample(ExampleSample.reviewed(index: 2), decisions: [], lastEvent: 100)))
        let asked = state.press("u")
        let effects = state.update(.decided(undo, row: .example(1), undoDepth: 0))

        #expect(asked == [.undo])
        #expect(effects == [.loadSample(first)])
        #expect(state.notice?.text == "s-00001 is pending again.")
        #expect(state.session.decisions == 0)
    }

    @Test func `undoing what makes no status says what it was`() {
        var state = ExplorerState.example()
        let undo = Decision(sequence: 2, time: .at(12, 0), reviewer: "zh", sample: first, action: .undo(1))
        let redo = Decision(sequence: 3, time: .at(12, 0), reviewer: "zh", sample: first, action: .undo(2))
        let noun = Decision.Action.prefer(over: ExampleSample.id(2)).noun(about: "s-00002")

        _ = state.update(.decided([undo], rows: [.example(1)], undoDepth: 0, leftOut: 0, undoing: noun))
        #expect(state.notice?.text == "s-00001: the preference over s-00002 is taken back.")
        _ = state.update(.decided([redo], rows: [.example(1)], undoDepth: 1, leftOut: 0, undoing: noun))

        #expect(state.notice?.text == "s-00001: the preference over s-00002 counts again.")
    }

    @Test(arguments: ["U", "ctrl-r"]) func `redo has two keys`(key: String) {
        var state = ExplorerState.example()

        #expect(state.press(key) == [.redo])
    }

    @Test func `an edited text becomes a decision, and is compared with the original`() {
        var state = ExplorerState.example(size: .wide)
        let text = ExampleSample.finalDraft.query.replacing("suit me", with: "would you take")

        let asked = state.press("E")
        let effects = state.update(.edited(first, .query, text: text))
        let edit = Decision(
            sequence: 1, time: .at(12, 0), reviewer: "zh", sample: first, action: .edit(.query(text)))
        _ = state.update(.decided(edit, row: .example(1, .draft), undoDepth: 1))

        #expect(asked == [.edit(first, .query, text: ExampleSample.finalDraft.query)])
        #expect(effects == [.decide(first, .edit(.query(text)))])
        let picture = state.frame(in: .wide, glyphs: .utf8).text()
        #expect(picture.contains("Query (edited)   diff vs the original"))
        #expect(picture.contains("[-suit me?-] {+would you take?+}"))
        #expect(picture.contains("✎ draft"))
    }

    @Test func `the response is edited where it has the focus`() {
        var state = ExplorerState.example()

        let effects = state.press("tab tab tab E")

        #expect(effects == [.edit(first, .response, text: ExampleSample.finalDraft.response)])
    }

    @Test func `an emptied text changes nothing, and comes back with the reason`() {
        var state = ExplorerState.example()

        #expect(state.update(.edited(first, .query, text: " \n")).isEmpty)
        guard case .editing(let sheet) = state.overlay else {
            Issue.record("The text is not shown again.")
            return
        }
        #expect(sheet.area.text == " \n")
        #expect(sheet.problem == "The query cannot be empty; reject the sample instead.")
    }

    @Test func `backspace, delete and enter never decide`() {
        var state = ExplorerState.example()

        let effects = state.press("backspace delete enter esc")

        #expect(effects.isEmpty)
    }

    private func expectRow(
        _ row: Int, of state: ExplorerState, contains text: String, at location: SourceLocation = #_sourceLocation
    ) {
        let shown = state.frame(in: .wide, glyphs: .utf8).text(row: row)
        #expect(shown.contains(text), "\(shown)", sourceLocation: location)
    }
}
