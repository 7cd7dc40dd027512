import Canvas
import Engine
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("Watching a sample grow")
struct GrowingTests {
    @Test func `fills the gradient trial by trial`() {
        let state = ExplorerState.growing(ExampleSample.events.prefix(7), opening: .demo)

        expect(
            state.frame(in: .wide, glyphs: .utf8),
            shows: """
                 TOOLGRAD  trip-tools  [Review] Live  Stats  Compare   planner: offline  grown 0/40, growing 1          decided 0/1  0%
                 1 Tools are proposed and really called: what works may join a chain of steps.
                 2 The gradient: which proposal is kept, and why. It steers the next iteration.
                 3 Only then is the query written.   H hold   any other key: full speed
                ┌─ Queue 1 ──────────────────┐┌─ Iterations   [ ] step ────────────────────────────────────────────────────── growing ─┐
                │ >  1 …   2c4s              ││ ▶1 …                                                                                   │
                │                            ││  executing                                                                             │
                │                            │└────────────────────────────────────────────────────────────────────────────────────────┘
                │                            │┏━ Chains after it 1 ━━━━━━━━━━━━━━━━━━━━━━━┓┌─ Gradient it 1   3 proposals, 1 report ───┐
                │                            │┃ No step yet: nothing was selected so far. ┃│  1 city_lookup                ✓ succeeded │
                │                            │┃                                           ┃│    "Find the city called 東京."           │
                │                            │┃                                           ┃│    report: One city was found.            │
                │                            │┃                                           ┃│    calls 1                                │
                │                            │┃                                           ┃│  2 book_search          … running, call 1 │
                │                            │┃                                           ┃│    "Find a book."                         │
                │                            │┃                                           ┃│    calls 1                                │
                │                            │┃                                           ┃│  3 currency_convert            … starting │
                │                            │┃                                           ┃│    "Convert to yen."                      │
                │ · pending    ✓ accepted    │┃                                           ┃│    calls 0                                │
                │ ✎ edited     » skipped     │┃                                           ┃│ proposer: These tools go together.        │
                │ ⚑ flagged    … grows       │┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└───────────────────────────────────────────┘
                │ ✗n rejected, reason n      │┌─ Query ────────────────────────────────────────────────────────────────────────────────┐
                │ c chains     s steps       ││ No query yet: it is written once a step is kept.                                       │
                │ marked 0   space mark      ││                                                                                        │
                │ sort id   o sort  / filter ││                                                                                        │
                │                            ││                                                                                        │
                │ s-00001  parent: none      ││                                                                                        │
                │ planner offline            │└────────────────────────────────────────────────────────────────────────────────────────┘
                │ seed 123  pool 5 tools     │┌─ Response ─────────────────────────────────────────────────────────────────────────────┐
                │ iterations 1, no-op 0      ││ No response yet.                                                                       │
                │ calls 2, failed 0          ││                                                                                        │
                │ trials failed 0            ││                                                                                        │
                └─────────────────────── 1/1 ┘└────────────────────────────────────────────────────────────────────────────────────────┘
                 LINT 0 llm –  nothing found so far
                 REVIEW  s-00001 it 1/1 growing  0 decisions  by zh
                 H hold  u undo  n/p sample  [/] iteration  h/l fold  v inspect  Tab pane  Enter open  / filter  : command  more ?
                """)
    }

    @Test func `at 80x24 the gradient is beside the chains, and the query once it is final`() {
        let growing = ExplorerState.growing(ExampleSample.events.prefix(20), size: .small)
        let finished = ExplorerState.growing(ExampleSample.completed, size: .small)

        #expect(growing.frame(in: .small, glyphs: .utf8).text().contains("─ Gradient it 2   2 proposals, 1 report"))
        #expect(finished.frame(in: .small, glyphs: .utf8).text().contains("─ Query it 5 (final)"))
    }

    @Test func `the gradient keeps the running trial in sight, then the selected one`() {
        let running = ExplorerState.growing(ExampleSample.events.prefix(8), size: .small)
        let selected = ExplorerState.growing(ExampleSample.events.prefix(12), size: .small)

        #expect(running.cursor(in: .gradient) == .proposal(Proposal.ID(2)))
        #expect(selected.cursor(in: .gradient) == .proposal(Proposal.ID(1)))
    }

    @Test func `follows the newest iteration`() {
        let state = ExplorerState.growing(ExampleSample.events)

        #expect(state.open?.viewed == 5)
    }

    @Test func `walking back stops following, walking forward to the end follows again`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(24))
        #expect(state.open?.viewed == 2)
        _ = state.press("[")

        var next = 25
        for event in ExampleSample.events.dropFirst(24).prefix(20) {
            _ = state.record(event, number: next)
            next += 1
        }
        let stayed = state.open?.viewed
        _ = state.press("] ] ] ]")
        for event in ExampleSample.events.dropFirst(44) {
            _ = state.record(event, number: next)
            next += 1
        }

        #expect(stayed == 1)
        #expect(state.open?.viewed == 5)
    }

    @Test func `an event that is missing makes it read the sample again`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(7))

        #expect(state.record(.sampled([]), number: 9) == [.loadSample(ExampleSample.id())])
    }

    @Test func `an event that is known already changes nothing`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(7))
        let before = state.open

        #expect(state.record(ExampleSample.events[6], number: 7).isEmpty)
        #expect(state.open == before)
    }

    @Test func `events that come while the sample is being read are kept`() {
        var state = ExplorerState.empty()
        _ = state.update(.queueLoaded(.example([.example(1, progress: .growing)])))
        _ = state.record(ExampleSample.events[1], number: 2)

        state.load(ExampleSample.reviewed([ExampleSample.events[0]]), lastEvent: 1)

        #expect(state.open?.lastEvent == 2)
        #expect(state.open?.iterations == 1)
    }

    @Test func `a reading that is older than what arrived is asked for again`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(7))

        let effects = state.update(.sampleLoaded(OpenSample(ExampleSample.reviewed([]), decisions: [], lastEvent: 3)))

        #expect(effects == [.loadSample(ExampleSample.id())])
        #expect(state.open?.lastEvent == 7)
    }

    @Test func `the queue's row grows with it`() {
        let state = ExplorerState.growing(ExampleSample.completed)

        let row = state.queue.selected
        #expect(row?.steps == 4)
        #expect(row?.chains == 2)
        #expect(row?.progress == .finished)
        #expect(row?.query == ExampleSample.finalDraft.query)
    }

    @Test func `a new sample makes it read the queue again, one reading at a time`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(7))

        let first = state.record(ExampleSample.events[0], number: 1, of: 2)
        let second = state.record(ExampleSample.events[0], number: 1, of: 3)
        let third = state.update(.queueLoaded(.example([.example(1), .example(2)])))

        #expect(first == [.loadQueue(.standard, offset: 0, limit: Queue.pageLimit)])
        #expect(second.isEmpty)
        #expect(third == [.loadQueue(.standard, offset: 0, limit: Queue.pageLimit)])
    }

    @Test func `the space bar only ends the slow motion, and marks nothing`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(5), opening: .demo)

        #expect(state.press("space") == [.hurry])
        #expect(state.marks.isEmpty)
        #expect(state.press("space").isEmpty)
        #expect(!state.marks.isEmpty)
    }

    @Test func `the first key ends the slow motion of the demo, and still does what it does`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(30), opening: .demo)

        let first = state.press("[")
        let second = state.press("[")

        #expect(first == [.hurry])
        #expect(state.open?.viewed == 1)
        #expect(second.isEmpty)
    }

    @Test(arguments: ["H", ".", "S"]) func `keys that steer the growth keep the slow motion`(key: String) {
        var state = ExplorerState.growing(ExampleSample.events.prefix(7), opening: .demo)

        #expect(!state.press(key).contains(.hurry))
    }

    @Test func `holds, steps and releases the growing sample`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(7))
        let sample = ExampleSample.id()

        let early = state.press(".")
        let held = state.press("H")
        _ = state.update(.held(sample))
        let stepped = state.press(".")
        let released = state.press("H")

        #expect(early == [.hold(sample), .step(sample)])
        #expect(held == [.hold(sample)])
        #expect(stepped == [.step(sample)])
        #expect(released == [.release(sample)])
        #expect(state.frame(in: .wide, glyphs: .utf8).text().contains("HELD  . one step  H go on"))
    }

    @Test func `pauses and resumes the run`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(7))

        let paused = state.press("S")
        _ = state.update(.runPaused)
        let picture = state.frame(in: .wide, glyphs: .utf8).text(row: 0)
        let resumed = state.press("S")

        #expect(paused == [.pauseRun])
        #expect(picture.contains("PAUSED at 0 of 40"))
        #expect(resumed == [.resumeRun])
    }

    @Test func `following goes to the newest sample once the one on the screen is finished`() {
        var state = ExplorerState.growing(ExampleSample.events)
        _ = state.press("F")
        _ = state.record(ExampleSample.events[0], number: 1, of: 2)
        #expect(state.queue.selection == ExampleSample.id(1))

        let count = ExampleSample.completed.count
        let effects = state.record(ExampleSample.completed[count - 1], number: count)

        #expect(
            effects == [
                .loadSample(ExampleSample.id(2)), .find(ExampleSample.id(2), .standard, limit: Queue.pageLimit),
            ])
    }

    @Test func `the guide stays until ten decisions were made`() {
        var state = ExplorerState.example(opening: .demo)
        for sequence in 1...9 {
            let skip = Decision(
                sequence: sequence, time: .at(12, 0), reviewer: "zh", sample: ExampleSample.id(), action: .skip)
            _ = state.update(.decided(skip, row: .example(1, .skipped), undoDepth: sequence))
        }
        #expect(state.showsGuide)

        let tenth = Decision(sequence: 10, time: .at(12, 0), reviewer: "zh", sample: ExampleSample.id(), action: .skip)
        _ = state.update(.decided(tenth, row: .example(1, .skipped), undoDepth: 10))

        #expect(!state.showsGuide)
    }

    @Test func `a sample without an end is unfinished once nothing grows`() {
        var state = ExplorerState.growing(ExampleSample.events)

        _ = state.update(.runEnded)

        #expect(state.growth == .unfinished)
        #expect(state.queue.selected?.progress == .interrupted)
        #expect(state.press("a").isEmpty)
        #expect(state.notice?.text == "It never came to its end: toolgrad resume goes on with it, or reject it with r.")
        #expect(
            state.press("r 1").first
                == .decide(
                    ExampleSample.id(), .reject([AnchoredReason(.unnatural, at: .query)], note: "")))
    }

    @Test func `a sample that another process grows is watched, not decided`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(5), run: .idle)

        let effects = state.press("a")

        #expect(state.growth == .elsewhere)
        #expect(effects.isEmpty)
        #expect(state.frame(in: .wide, glyphs: .utf8).text().contains("growing in another process"))
        #expect(state.press("H").isEmpty)
        #expect(state.notice?.text == "Another process grows this sample; it can be held only there.")
    }

    @Test func `a sample whose budget is spent says that it can go on`() {
        let spent = ExampleSample.events.prefix(30) + [.interrupted(.toolCalls)]
        let state = ExplorerState.growing(spent)

        let picture = state.frame(in: .wide, glyphs: .utf8).text()

        #expect(picture.contains("unfinished: toolgrad resume goes on with it"))
        #expect(picture.contains("∅ nothing added: budget spent: tool calls"))
        #expect(state.queue.selected?.progress == .interrupted)
    }

    @Test func `a run that fails says why until a key is pressed`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(7))

        _ = state.update(.runFailed("The disk is full. Free some space, then resume."))
        _ = state.update(.clockTicked(.at(12, 0)))
        _ = state.update(.clockTicked(.at(13, 0)))

        let picture = state.frame(in: .wide, glyphs: .utf8).text()
        #expect(picture.contains("RUN FAILED"))
        #expect(picture.contains("The disk is full. Free some space, then resume."))
        _ = state.press("j")
        #expect(state.notice == nil)
    }
}
