import Canvas
import Engine
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("The screen Live")
struct LiveScreenTests {
    private func screen(of state: ExplorerState) -> String { state.frame(in: state.size, glyphs: .utf8).text() }

    @Test func `shows the run, the workers, a sample and the events`() {
        let picture = screen(of: .live(.running))

        #expect(picture.contains("[Live]"))
        #expect(picture.contains("12 / 40   30%"))
        #expect(picture.contains("execute 1/3"))
        #expect(picture.contains("Following"))
        #expect(picture.contains("warn s-00019 it 3 no-op: every trial failed"))
    }

    @Test func `says how to begin where nothing grows`() {
        let picture = screen(of: .live(workers: nil, run: .idle))

        #expect(picture.contains("Nothing is growing."))
        #expect(picture.contains("toolgrad generate"))
        #expect(picture.contains("toolgrad resume"))
    }

    @Test func `what another process grows is paused there, also before anything of it is seen`() {
        var waiting = ExplorerState.live(workers: nil, run: .idle)
        var growing = ExplorerState.live(.running, workers: nil, run: .idle)

        #expect(waiting.press("S").isEmpty)
        #expect(
            waiting.notice?.text == "No run grows in this process; what another one grows can be paused only there.")
        #expect(growing.press("S").isEmpty)
        #expect(growing.notice?.text == "Another process grows these samples; they can be paused only there.")
    }

    @Test func `going to Live and watching leaves the queue where it was`() {
        var state = ExplorerState.watching(.running)
        let before = (state.queue.selection, state.open?.id)

        _ = state.press("g l j j enter tab j tab G tab F e")
        var later = LiveFeed()
        later.add(ExampleSample.completed, of: 30, until: .at(12, 19))
        for event in later.inOrder { _ = state.update(.recorded(event)) }

        #expect(state.queue.selection == before.0)
        #expect(state.open?.id == before.1)
        #expect(state.screen == .live)
    }

    @Test func `what is new to review is counted until one goes back`() {
        var state = ExplorerState.live(.running)
        var later = LiveFeed()
        for index in 30...32 { later.add(ExampleSample.completed, of: index, until: .at(12, 19, index)) }
        for event in later.inOrder { _ = state.update(.recorded(event)) }

        let watching = screen(of: state)
        let reviewing = state.pressing("g r g l")

        #expect(watching.contains("new to review since you left: 3 "))
        #expect(screen(of: reviewing).contains("new to review since you left: 0 "))
    }

    @Test func `following the newest on Review does not move Review while Live is shown`() {
        var state = ExplorerState.watching(.running)
        _ = state.press("F")
        let open = state.queue.selection
        state.load(ExampleSample.reviewed(Array(ExampleSample.events.prefix(4)), index: 13), lastEvent: 4)
        _ = state.press("g l")
        var later = LiveFeed()
        later.add(
            [.finished(.completed(ExampleSample.finalDraft))], of: ExampleSample.id(13), until: .at(12, 19), after: 4)

        let effects = later.inOrder.flatMap { state.update(.recorded($0)) }

        #expect(open == ExampleSample.id(13))
        #expect(state.queue.selection == open)
        #expect(!effects.contains { if case .loadSample = $0 { true } else { false } })
    }
}

extension LiveScreenTests {
    @Test func `more and fewer workers are asked for, and shown once they are set`() {
        var state = ExplorerState.live(.running)

        #expect(state.press("+") == [.setWorkers(9)])
        _ = state.update(.workersSet(9))
        #expect(screen(of: state).contains("Workers 9"))
        #expect(state.press("_") == [.setWorkers(8)])
    }

    @Test func `one worker is the least, and sixty-four are the most`() {
        var one = ExplorerState.live(.running, workers: 1)
        var many = ExplorerState.live(.running, workers: 64)

        #expect(one.press("_").isEmpty)
        #expect(one.notice?.text == "One worker is the least; S pauses the run.")
        #expect(many.press("+").isEmpty)
        #expect(many.notice != nil)
    }

    @Test func `a sample is stopped only after y`() {
        var state = ExplorerState.live(.running)
        let sample = state.live.places[1].id

        _ = state.press("j D")
        hear(&state)
        #expect(screen(of: state).contains("Stop \(sample) where it is?"))
        #expect(state.press("y") == [.stop(sample)])

        _ = state.press("D")
        hear(&state)
        #expect(state.press("n").isEmpty)
        #expect(state.notice?.text == "\(sample) goes on.")
    }

    @Test func `keys that were meant for the screen do not answer the question`() {
        var state = ExplorerState.live(.running)

        #expect(state.press("D y").allSatisfy { if case .wake = $0 { true } else { false } })
        #expect(state.overlay != nil)
    }

    @Test func `the sample that is asked about is stopped, whatever grows at its place by then`() {
        var state = ExplorerState.live(.running)
        let sample = state.live.places[0].id
        _ = state.press("enter D")
        hear(&state)
        var later = LiveFeed()
        later.add(
            [.finished(.completed(ExampleSample.finalDraft))], of: sample, until: .at(12, 19), after: 60)
        later.add(ExampleSample.events.prefix(4), of: 31, until: .at(12, 19, 30))
        for event in later.inOrder { _ = state.update(.recorded(event)) }

        #expect(state.live.places[0].id == ExampleSample.id(31))
        #expect(state.press("y").isEmpty)
        #expect(state.notice?.text == "\(sample) ended meanwhile.")
    }

    /// Of three samples the first has ended, and the third is held.
    private func mixed() -> ExplorerState {
        var feed = LiveFeed()
        let ended = ExampleSample.events + [.finished(.completed(ExampleSample.finalDraft))]
        feed.add(ended, of: 1, until: .at(12, 18, 40))
        feed.add(ExampleSample.events.prefix(4), of: 2, until: .at(12, 18, 30))
        feed.add(ExampleSample.events.prefix(6), of: 3, until: .at(12, 18, 35))
        return .watching(feed, workers: 4).learning(.held(ExampleSample.id(3)))
    }

    @Test func `where all that grow are held it says so, and promises no end`() {
        let some = mixed().pressing("g l")
        let all = some.learning(.held(ExampleSample.id(2)))

        #expect(RunOutlook(some).activity == "running" && RunOutlook(some).outlook != nil)
        #expect(RunOutlook(all).activity == "2 held" && RunOutlook(all).outlook == nil)
        #expect(!screen(of: all).contains("ETA") && !screen(of: all).contains("stalled"))
        #expect(screen(of: all).contains("2 held"))
        #expect(RunOutlook(all.learning(.released(ExampleSample.id(2)))).activity == "running")
    }

    @Test func `what is held comes first, then what grows, then what ended, then what is free`() {
        var state = mixed()

        let order = state.placesInOrder.map {
            state.live.places.indices.contains($0) ? state.live.places[$0].id.index : 0
        }
        _ = state.press("g l")
        let first = state.live.sampleAtCursor?.id.index
        _ = state.press("j")
        let second = state.live.sampleAtCursor?.id.index
        _ = state.press("k k")

        #expect(order == [3, 2, 1, 0])
        #expect([first, second, state.live.sampleAtCursor?.id.index] == [3, 2, 3])
    }

    @Test func `the header counts what was asked for and has ended: no branch, and none that was stopped`() {
        var feed = LiveFeed()
        let branch = SampleID(run: ExampleSample.run, index: 1, branch: [1])
        let begun = RunEvent.branch(
            from: ExampleSample.id(1), in: RunState(ExampleSample.completed), at: 2, steering: Steering(note: "n"))
        feed.add([begun, .finished(.nothingGrown)], of: branch, until: .at(12, 18, 41))

        let state = mixed().learning(.stopped(ExampleSample.id(2)))
        let more = feed.inOrder.reduce(state) { $0.learning(.recorded($1)) }

        #expect(more.frame(in: .wide, glyphs: .utf8).text().contains("grown 1/40, 1 held"))
    }

    @Test func `a stopped sample is shown as stopped, and its place is free`() {
        var state = ExplorerState.live(.running)
        let sample = state.live.places[0].id
        _ = state.press("enter")

        _ = state.update(.stopped(sample))

        #expect(state.live.sample(sample)?.phase == .ended(.stopped))
        #expect(state.press("D").isEmpty)
        #expect(state.notice?.text == "This sample no longer grows.")
    }

    @Test func `the tool of the worker's failed call is muted, and let back in`() {
        var state = ExplorerState.live(.running)
        let tool = state.live.sampleAtCursor?.failedTool

        #expect(tool != nil)
        #expect(state.press("T") == tool.map { [.mute($0)] })
        _ = state.update(.muted(tool.map { [$0] } ?? []))
        #expect(screen(of: state).contains("muted \(tool?.text ?? "?")"))
        #expect(state.press("T") == tool.map { [.unmute($0)] })
        #expect(state.press("U") == tool.map { [.unmute($0)] })
    }

    @Test func `nothing is steered that another process grows`() {
        var state = ExplorerState.live(.running, workers: nil, run: .idle)

        for key in ["+", "_", "D", "T", "H", "S"] {
            #expect(state.press(key).isEmpty)
            #expect(state.notice != nil)
        }
        #expect(screen(of: state).contains("in another process"))
    }
}

extension LiveScreenTests {
    @Test func `hold, step and steering are about the followed sample`() {
        var state = ExplorerState.live(.running)
        _ = state.press("j j enter")
        let sample = state.live.places[2].id

        #expect(state.live.followed == sample)
        #expect(state.steeredSample == sample)
        #expect(state.press(".") == [.hold(sample), .step(sample)])
        #expect(state.press("H") == [.hold(sample)])
        _ = state.update(.held(sample))
        #expect(state.press(".") == [.step(sample)])
        #expect(state.press("H") == [.release(sample)])
        #expect(state.pressing("g r").steeredSample == ExampleSample.id(1))
    }

    @Test func `a held sample that stands at a gate says so`() {
        var state = ExplorerState.live(.running)
        // It has ended its iteration, and waits for the next one.
        let waiting = state.live.places.first { $0.phase.isAtGate }
        let sample = waiting?.id ?? ExampleSample.id(1)

        _ = state.update(.held(sample))

        #expect(waiting != nil)
        #expect(screen(of: state).contains("HELD"))
    }

    @Test func `a paused run says how to go on, and promises no end`() {
        var state = ExplorerState.live(.running)
        let running = screen(of: state)

        _ = state.update(.runPaused)

        #expect(running.contains("ETA "))
        #expect(screen(of: state).contains("PAUSED"))
        #expect(screen(of: state).contains("S goes on"))
        #expect(!screen(of: state).contains("ETA "))
        #expect(state.press("S") == [.resumeRun])
    }

    @Test func `a run in which nothing ends any more is stalled`() {
        var state = ExplorerState.live(.running)

        _ = state.update(.clockTicked(.at(12, 30)))

        #expect(screen(of: state).contains("stalled "))
    }

    @Test func `enter follows, o opens in Review`() {
        var state = ExplorerState.live(.running)
        let sample = state.live.places[1].id

        #expect(state.press("j enter").isEmpty)
        #expect(state.live.followed == sample)
        let effects = state.press("o")

        #expect(state.screen == .review)
        #expect(state.queue.selection == sample)
        #expect(effects.filter { $0 == .loadSample(sample) }.count == 1)
    }

    @Test func `enter in the followed sample opens that one`() {
        var state = ExplorerState.live(.running)
        let followed = state.live.followed

        _ = state.press("tab enter")

        #expect(state.screen == .review)
        #expect(state.queue.selection == followed)
    }

    @Test func `a sample that has ended is opened in Review, not followed`() {
        var state = ExplorerState.live(.running)
        _ = state.press("j")
        var later = LiveFeed()
        later.add(
            [.finished(.completed(ExampleSample.finalDraft))], of: state.live.places[0].id, until: .at(12, 19),
            after: 60)
        for event in later.inOrder { _ = state.update(.recorded(event)) }

        _ = state.press("G k enter")

        #expect(state.live.followed == state.live.places[1].id)
        #expect(state.notice?.text.contains("has ended: o opens it in Review.") == true)
    }

    @Test func `e shows only what warns, and all again`() {
        var state = ExplorerState.live(.running)
        let all = screen(of: state)

        _ = state.press("e")

        #expect(all.contains("filter: all"))
        #expect(screen(of: state).contains("filter: warn+"))
        #expect(!screen(of: state).contains(" info "))
        #expect(screen(of: state.pressing("e")) == all)
    }

    @Test func `escape goes back pane by pane, and to Review`() {
        var state = ExplorerState.live(.running)

        _ = state.press("tab tab esc")
        #expect(state.live.pane == .workers)
        #expect(state.screen == .live)
        _ = state.press("esc")
        #expect(state.screen == .review)
    }

    @Test func `what a model says for the followed sample is shown`() {
        var state = ExplorerState.live(.running)
        let sample = state.live.followed ?? ExampleSample.id()

        _ = state.update(
            .spoken(sample, Speech(stage: .proposing, proposal: nil, tail: "First\u{1B}[31m the", isReasoning: false)))

        #expect(screen(of: state).contains("proposing says:"))
        #expect(screen(of: state).contains("First‹U+001B›[31m the"))
    }

    @Test func `samples from before the start count as ended`() {
        let state = ExplorerState.watching(.running, before: 20).pressing("g l")

        #expect(screen(of: state).contains("32 / 40"))
    }

    /// The question hears keys from now on.
    private func hear(_ state: inout ExplorerState) {
        if let wake = state.deafness { _ = state.update(.woken(wake)) }
    }
}

extension LiveScreenTests {
    @Test(arguments: [Size.wide, .small, .medium, Size(columns: 60, rows: 16), Size(columns: 84, rows: 44)])
    func `every worker can be gone to and seen, at any size`(size: Size) {
        var state = ExplorerState.live(.running, size: size)

        for place in 0..<8 {
            let name = state.live.places.indices.contains(place) ? "\(state.live.places[place].id)" : "idle"
            let frame = state.frame(in: size, glyphs: .utf8)
            let row = frame.cursor.map { frame.text(row: $0.row) }
            #expect(row?.contains(name) == true)
            _ = state.press("j")
        }
        #expect(state.live.row == 7)
    }

    @Test func `is read out line by line`() {
        let state = ExplorerState.live(.running)
        let lines = LiveScreen(state: state, pen: Pen(.utf8)).lines

        #expect(lines.first?.hasPrefix("Run ") == true)
        #expect(lines.contains { $0.hasPrefix("samples") && $0.contains("12 / 40") })
        #expect(lines.contains("Workers: 8."))
        #expect(lines.contains { $0.hasPrefix("  8 idle") })
        #expect(lines.contains("The newest events:"))
        #expect(lines.allSatisfy { !$0.unicodeScalars.contains { $0.value < 0x20 } })
    }

    @Test func `moving the cursor is told in a line`() {
        let before = ExplorerState.live(.running)
        let after = before.pressing("j")

        let told = LinearReader().lines(from: before, to: after)

        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("Worker 2: \(after.live.places[1].id), iteration ") == true)
    }

    @Test func `a question is asked in a line, and answered in one`() {
        var state = ExplorerState.live(.running)
        let before = state
        _ = state.press("D")
        hear(&state)
        let told = LinearReader().lines(from: before, to: state)
        var input = LinearInput()
        input.type("y")

        #expect(told.contains("y stops it, n lets it grow."))
        #expect(input.next(in: state) == .keys([.character("y")]))
    }
}
