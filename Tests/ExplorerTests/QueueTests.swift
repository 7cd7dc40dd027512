import Engine
import Review
import Testing

@testable import Explorer

@Suite("The queue")
struct QueueTests {
    @Test func `n and p go through it and stop at its ends`() {
        var state = ExplorerState.example()

        #expect(state.press("n") == [.loadSample(ExampleSample.id(2))])
        #expect(state.press("n") == [.loadSample(ExampleSample.id(3))])
        #expect(state.queue.index == 2)
        _ = state.press("n n")
        #expect(state.queue.index == 2)
        _ = state.press("p p p p")
        #expect(state.queue.index == 0)
    }

    @Test func `N goes to the next undecided sample, P to the one before`() {
        var state = ExplorerState.example()
        let rows: [QueueRow] = [.example(1), .example(2, .accepted), .example(3, .draft), .example(4, .skipped)]
        _ = state.update(.queueLoaded(.example(rows)))

        #expect(state.press("N") == [.loadSample(ExampleSample.id(3))])
        state.load(ExampleSample.reviewed(index: 3))
        _ = state.press("N")
        #expect(state.notice?.text == "No undecided sample after this one.")
        _ = state.press("P")

        #expect(state.queue.selection == ExampleSample.id(1))
    }

    @Test func `a place outside the rows at hand is read, then gone to`() {
        var queue = Queue()
        _ = queue.take(page(0..<200, of: 1000))

        let effects = queue.go(to: 700)
        #expect(effects == [.loadQueue(.standard, offset: 600, limit: 200)])
        #expect(queue.selection == ExampleSample.id(1))
        _ = queue.take(page(600..<800, of: 1000))

        #expect(queue.selection == ExampleSample.id(701))
        #expect(queue.index == 700)
    }

    @Test func `a page that was looked for selects what was found`() {
        var state = ExplorerState.example()
        let found = QueuePage(
            offset: 600, rows: (600..<800).map { .example($0 + 1) }, total: 1000, counts: [:],
            selection: ExampleSample.id(640))

        let effects = state.update(.queueLoaded(found))

        #expect(effects == [.loadSample(ExampleSample.id(640))])
    }

    @Test func `the cursor stays on its sample when the queue is read again`() {
        var state = ExplorerState.example()
        _ = state.press("n")
        state.load(ExampleSample.reviewed(index: 2))

        let effects = state.update(.queueLoaded(.example([.example(9), .example(2), .example(3)])))

        #expect(effects.isEmpty)
        #expect(state.queue.selection == ExampleSample.id(2))
    }

    @Test func `an outside change reads queue and sample again`() {
        var state = ExplorerState.example()

        let effects = state.update(.changedOutside)

        #expect(effects == [.loadQueue(.standard, offset: 0, limit: 200), .loadSample(ExampleSample.id(1))])
    }

    @Test func `rows tell status, reason and flag`() {
        var state = ExplorerState.example()
        let rows: [QueueRow] = [
            .example(1, .accepted), .example(2, .rejected, reason: .leaksTools), .example(3, .skipped, isFlagged: true),
            .example(4, progress: .failed), .example(5, progress: .interrupted),
        ]
        _ = state.update(.queueLoaded(.example(rows)))
        let frame = state.frame(in: .wide, glyphs: .utf8)

        let shown = (2...6).map { frame.text(row: $0).prefix(20) }
        #expect(
            shown == [
                "│ >  1 ✓   2c4s Wher", "│    2 ✗2  2c4s Wher", "│    3 » ⚑ 2c4s Wher", "│    4 ·   failed Wh",
                "│    5 ·   stopped W",
            ])
    }

    @Test func `in the queue pane j goes to the next sample, and enter to its chains`() {
        var state = ExplorerState.example()
        _ = state.press("g q")

        #expect(state.press("j") == [.loadSample(ExampleSample.id(2))])
        state.load(ExampleSample.reviewed(index: 2))
        _ = state.press("enter")

        #expect(state.focusedPane == .chains)
    }

    @Test func `a sample outside the rows at hand is found`() {
        var state = ExplorerState.example()
        let undo = Decision(
            sequence: 2, time: .at(12, 0), reviewer: "zh", sample: ExampleSample.id(77), action: .undo(1))

        let effects = state.update(.decided(undo, row: .example(77), undoDepth: 0))

        #expect(effects == [.loadSample(ExampleSample.id(77)), .find(ExampleSample.id(77), .standard, limit: 200)])
    }

    @Test func `looking in vain says so`() {
        var state = ExplorerState.example()
        let page = QueuePage(rows: [.example(1)], total: 900, counts: [.pending: 1, .accepted: 899])
        _ = state.update(.queueLoaded(page))

        let effects = state.press("N")
        _ = state.update(.soughtInVain(.undecided))

        #expect(effects == [.seek(.undecided, .forward, from: ExampleSample.id(1), .standard, limit: 200)])
        #expect(state.notice?.text == "No undecided sample that way.")
    }

    private func page(_ places: Range<Int>, of total: Int) -> QueuePage {
        QueuePage(offset: places.lowerBound, rows: places.map { .example($0 + 1) }, total: total, counts: [:])
    }
}
