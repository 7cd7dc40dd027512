import Canvas
import Engine
import TestSupport
import Testing

@testable import Explorer

@Suite("A run that was begun before it is watched")
struct LiveStandingTests {
    private func record(_ count: Int, of index: Int, _ run: RunID = ExampleSample.run) -> [RecordedEvent] {
        let sample = SampleID(run: run, index: index)
        return ExampleSample.events.prefix(count).enumerated().map { place, event in
            RecordedEvent(sample: sample, number: place + 1, time: .at(9, 0, place), event: event)
        }
    }

    /// Of forty samples twelve had ended, and some were open: those under way, those that a limit had stopped, and those
    /// that are too many to be followed.
    private func standing(
        _ underWay: [[RecordedEvent]], interrupted: Set<Int> = [], unfollowed: Int = 0,
        of run: RunID = ExampleSample.run
    ) -> RunStanding {
        var figures = RunStanding.Figures()
        (figures.completed, figures.failed, figures.iterations, figures.noOps) = (11, 1, 90, 9)
        figures.begun = 12 + underWay.count + interrupted.count + unfollowed
        figures.usage = Usage(modelCalls: 0, toolCalls: 200, failedCalls: 20)
        return RunStanding(
            of: run, plan: .demo(seed: 123), requested: 40, figures: figures,
            lastEvents: Dictionary(
                underWay.compactMap(\.last).map { ($0.sample, $0.number) }, uniquingKeysWith: { first, _ in first }),
            underWay: underWay, interrupted: interrupted)
    }

    private func screen(of state: ExplorerState) -> String { state.frame(in: state.size, glyphs: .utf8).text() }

    /// The own run goes on, paused, with as many samples as it had.
    private func resumed(_ underWay: [[RecordedEvent]], workers: Int = 4) -> ExplorerState {
        ExplorerState.watching(workers: workers, before: 12)
            .learning(.runStands(standing(underWay)), .runPaused).pressing("g l")
    }

    @Test func `lists what is unfinished where it was, as paused, and steers it`() {
        // The first waits between two iterations, the second for its selection, the third was in the middle of calls.
        var state = resumed([record(14, of: 13), record(11, of: 15), record(6, of: 19)])
        let wish = WaitingSteering(Steering(note: "more of music"), at: .proposing)
        _ = state.update(.waiting(ExampleSample.id(13), WaitingSteerings([wish])))

        let picture = screen(of: state)
        let phases = state.live.places.map { state.phaseWord(of: $0) }

        #expect(state.live.places.map(\.id.index) == [13, 15, 19])
        #expect(phases == ["paused", "paused", "execute 1/3"])
        #expect(state.live.places.map(\.iteration) == [1, 1, 1])
        #expect(state.live.followed == ExampleSample.id(13))
        #expect(picture.contains("waiting: note \"more"), "\(picture)")
        #expect(state.press(".") == [.hold(ExampleSample.id(13)), .step(ExampleSample.id(13))])
        _ = state.press("j")
        #expect(state.press("H") == [.hold(ExampleSample.id(15))])
        #expect(state.obstacleToSteering == nil)
        #expect(state.growing == [13, 15, 19].map { ExampleSample.id($0) })
    }

    @Test func `goes on from there: nothing counts twice, and the chains are whole`() {
        var feed = LiveFeed()
        feed.add(ExampleSample.events.prefix(30).dropFirst(14), of: ExampleSample.id(13), until: .at(12, 0), after: 14)
        feed.add(
            [.finished(.completed(ExampleSample.finalDraft))], of: ExampleSample.id(13), until: .at(12, 1), after: 30)
        let before = resumed([record(14, of: 13)])

        var state = before
        for event in record(14, of: 13) + feed.inOrder { _ = state.update(.recorded(event)) }

        let whole = RunState(ExampleSample.events.prefix(30))
        #expect(RunOutlook(before).ended == 12)
        #expect(RunOutlook(state).ended == 13)
        #expect(RunOutlook(state).waiting == 27)
        #expect(state.live.tally.begun == 0)
        #expect(!state.live.tally.hasPast)
        #expect(state.live.sample(ExampleSample.id(13))?.chains == whole.workflow.chains.map(\.steps.count))
    }

    @Test func `takes its first new event as no measure of how long that took`() {
        var feed = LiveFeed()
        feed.add(ExampleSample.events.prefix(12).dropFirst(11), of: ExampleSample.id(13), until: .at(12, 0), after: 11)
        var state = resumed([record(11, of: 13)])

        for event in feed.inOrder { _ = state.update(.recorded(event)) }

        #expect(state.live.tally.phases.isEmpty)
    }

    @Test func `gives no more samples a place than grow at once, and the others when their turn comes`() {
        var feed = LiveFeed()
        feed.add(ExampleSample.events.prefix(15).dropFirst(14), of: ExampleSample.id(15), until: .at(12, 0), after: 14)
        var state = resumed([record(14, of: 13), record(14, of: 15)], workers: 1)
        let first = state.live.places.map(\.id.index)
        let waiting = RunOutlook(state).waiting

        for event in feed.inOrder { _ = state.update(.recorded(event)) }

        #expect(first == [13])
        #expect(waiting == 27, "Those that have not begun, and one that was begun.")
        #expect(state.live.sample(ExampleSample.id(15))?.isWhole == true)
        #expect(RunOutlook(state).waiting == 26)
    }

    @Test func `counts all that was done before`() {
        let state = resumed([record(14, of: 13)])
        let picture = screen(of: state)

        #expect(picture.contains("12 / 40   30%"), "\(picture)")
        #expect(
            picture.contains("completed 11  failed 1  no-op iterations 9 (10.0%)  calls 200  call failures 20 (10.0%)"))
        #expect(!picture.contains("without what was spent before"))
    }

    @Test func `of another process is counted from its beginning, and its samples are at work`() {
        let run = RunID(ContentHash(of: "another run"))
        let waiting = ExplorerState.watching(workers: nil, run: .idle).pressing("g l")
        let state = waiting.learning(.runStands(standing([record(11, of: 13, run)], of: run)))
        let picture = screen(of: state)

        #expect(screen(of: waiting).contains("Nothing is growing."))
        #expect(picture.contains("Run \(run)   in another process"), "\(picture)")
        #expect(picture.contains("12 / 40   30%"))
        #expect(picture.contains("waiting 27"))
        #expect(picture.contains("s-00013"))
        #expect(state.growthOnLive(of: state.live.places[0]) == .elsewhere)
    }

    @Test func `of another process that is gone grows no more, until somebody goes on with it`() {
        let run = RunID(ContentHash(of: "another run"))
        var feed = LiveFeed()
        feed.add(
            ExampleSample.events.prefix(12).dropFirst(11), of: SampleID(run: run, index: 13), until: .at(12, 0),
            after: 11)
        let shown = ExplorerState.watching(workers: nil, run: .idle)
            .learning(.runStands(standing([record(11, of: 13, run)], of: run))).pressing("g l")

        let left = shown.learning(.runLeft(run))
        var other = LiveFeed()
        other.add(ExampleSample.events.prefix(2), of: SampleID(run: run, index: 14), until: .at(12, 0))
        // Another sample has its place by then.
        let again = (other.inOrder + feed.inOrder).reduce(left) { $0.learning(.recorded($1)) }

        #expect(left.live.places.map(\.phase) == [.ended(.stopped)])
        #expect(left.growing.isEmpty)
        #expect(screen(of: left).contains("Run \(run)   unfinished, nobody grows it now"))
        #expect(screen(of: shown).contains("ETA after a few samples"))
        #expect(!screen(of: left).contains("ETA"))
        #expect(again.live.growing == 2)
        #expect(again.live.sample(SampleID(run: run, index: 13))?.isWhole == true)
    }

    @Test func `has those that a limit stopped among the waiting, each until somebody goes on with it`() {
        let before = ExplorerState.watching(workers: 4, before: 12)
            .learning(.runStands(standing([record(14, of: 13)], interrupted: [14, 16])), .runPaused)
        var feed = LiveFeed()
        feed.add(ExampleSample.events.prefix(9).dropFirst(5), of: ExampleSample.id(14), until: .at(12, 0), after: 6)
        let taken = feed.inOrder.reduce(before) { $0.learning(.recorded($1)) }
        let ended = taken.learning(
            .recorded(
                RecordedEvent(
                    sample: ExampleSample.id(14), number: 11, time: .at(12, 1),
                    event: .finished(.completed(ExampleSample.finalDraft)))))

        let outlooks = [before, taken, ended].map(RunOutlook.init)
        #expect(outlooks.map(\.interrupted) == [0, 0, 0])
        #expect(outlooks.map(\.waiting) == [27, 26, 26], "Twenty-five that have not begun, and those that go on.")
        #expect(outlooks.map(\.left) == [28, 28, 27])
        #expect(outlooks.map(\.ended) == [12, 12, 13])
        #expect(taken.live.tally.begun == 0)
        #expect(!taken.live.tally.hasPast, "What was done of it before is counted.")
    }

    @Test func `that meets its limit again counts a sample once among the interrupted`() {
        let before = ExplorerState.watching(workers: 4, before: 12)
            .learning(.runStands(standing([], interrupted: [14, 16])))
        let stopped = before.learning(
            .recorded(
                RecordedEvent(
                    sample: ExampleSample.id(14), number: 7, time: .at(12, 0), event: .interrupted(.toolCalls))))

        #expect(RunOutlook(stopped).interrupted == 1)
        #expect(RunOutlook(stopped).waiting == 27)
        #expect(RunOutlook(stopped.learning(.runEnded)).interrupted == 2)
    }

    @Test func `has those among the waiting that are too many to be followed`() {
        let before = resumed([record(14, of: 13)]).learning(.runStands(standing([record(14, of: 13)], unfollowed: 3)))
        var feed = LiveFeed()
        feed.add(ExampleSample.events.prefix(9).dropFirst(5), of: ExampleSample.id(30), until: .at(12, 0), after: 5)
        let taken = feed.inOrder.reduce(before) { $0.learning(.recorded($1)) }

        #expect(RunOutlook(before).left == 28)
        #expect(RunOutlook(before).waiting == 27)
        #expect(RunOutlook(taken).waiting == 26)
        #expect(RunOutlook(taken).left == 28)
    }

    @Test func `of another process that another one goes on with is counted anew, and nothing of it twice`() {
        let run = RunID(ContentHash(of: "another run"))
        func event(_ number: Int, of index: Int, _ event: RunEvent) -> ExplorerEvent {
            let sample = SampleID(run: run, index: index)
            return .recorded(RecordedEvent(sample: sample, number: number, time: .at(12, 0, number), event: event))
        }
        let done = RunEvent.finished(.completed(ExampleSample.finalDraft))
        let shown = ExplorerState.watching(workers: nil, run: .idle)
            .learning(.runStands(standing([record(11, of: 13, run), record(11, of: 15, run)], of: run)))
            .learning(event(12, of: 13, done), event(12, of: 15, .interrupted(.time)), .runLeft(run))

        // The one that ended is among its figures by now.
        let again = shown.learning(.runStands(standing([], interrupted: [15], of: run)))
        let goingOn = again.learning(event(13, of: 15, ExampleSample.events[11]))

        #expect(RunOutlook(shown).ended == 13)
        #expect(RunOutlook(shown).interrupted == 1)
        #expect(again.live.tally.ended == 0)
        #expect(RunOutlook(again).ended == 12)
        #expect(RunOutlook(again).interrupted == 1)
        #expect(RunOutlook(goingOn).interrupted == 0)
        #expect(RunOutlook(goingOn).left == 28)
        #expect(goingOn.live.tally.begun == 0)
    }

    @Test func `and is gone on with is shown as its record has it, whatever was not told meanwhile`() {
        let run = RunID(ContentHash(of: "another run"))
        let left = ExplorerState.watching(workers: nil, run: .idle)
            .learning(
                .runStands(standing([record(5, of: 13, run), record(11, of: 15, run)], of: run)), .runLeft(run))

        let again = left.learning(.runStands(standing([record(14, of: 13, run)], of: run)))

        #expect(again.live.sample(SampleID(run: run, index: 13))?.iteration == 1)
        #expect(again.live.sample(SampleID(run: run, index: 13))?.phase == .between)
        #expect(again.live.sample(SampleID(run: run, index: 15))?.phase == .ended(.stopped), "It ended unseen.")
        #expect(again.growing == [SampleID(run: run, index: 13)])
        #expect(again.live.growing == 1)
    }

    @Test(arguments: [13, 15])
    func `and is gone on with has none that ended unseen among the waiting, followed or not`(ended: Int) {
        let run = RunID(ContentHash(of: "another run"))
        let other = ended == 13 ? 15 : 13
        var feed = LiveFeed()
        feed.add(ExampleSample.events.prefix(2), of: SampleID(run: run, index: 16), until: .at(12, 0))
        let again = ExplorerState.watching(workers: nil, run: .idle)
            .learning(
                .runStands(standing([record(5, of: 13, run), record(11, of: 15, run)], of: run)), .runLeft(run),
                .runStands(standing([record(14, of: other, run)], of: run)))

        // The new one takes the place of the one that ended.
        let taken = feed.inOrder.reduce(again) { $0.learning(.recorded($1)) }

        #expect(again.live.followed == SampleID(run: run, index: 13))
        #expect(RunOutlook(again).waiting == 27)
        #expect(taken.live.growing == 2)
        #expect(taken.live.places.count == 2)
        #expect(RunOutlook(taken).waiting == 26)
        #expect(RunOutlook(taken).left == 28)
    }

    @Test func `that this process grew is counted anew where another one goes on with it`() {
        var feed = LiveFeed()
        feed.add(ExampleSample.completed, of: 1, until: .at(12, 0))
        let ended = ExplorerState.watching(feed).learning(.runEnded)

        let again = ended.learning(.runStands(standing([record(14, of: 13)]))).pressing("g l")

        #expect(RunOutlook(ended).ended == 1)
        #expect(RunOutlook(again).ended == 12)
        #expect(RunOutlook(again).waiting == 27)
        #expect(screen(of: again).contains("in another process"))
    }

    @Test func `that this process grows meanwhile does not stop where another one let go of it`() {
        let state = ExplorerState.watching(.running)

        #expect(state.learning(.runLeft(ExampleSample.run)).live == state.live)
    }

    @Test func `of another process that is seen beside the own one leaves the own figures alone`() {
        let run = RunID(ContentHash(of: "another run"))
        let state = ExplorerState.watching(.running).learning(.runStands(standing([record(11, of: 13, run)], of: run)))

        #expect(state.live.tally.run == ExampleSample.run)
        #expect(RunOutlook(state).ended == 12)
        #expect(state.live.places.contains { $0.id.run == run })
    }

    @Test func `tells a limit with what was spent before`() {
        var budgeted = standing([])
        var plan = Plan.demo(seed: 123)
        plan.budget = Budget(toolCalls: 400)
        budgeted = RunStanding(of: budgeted.run, plan: plan, requested: 40, figures: budgeted.figures)
        let state = ExplorerState.watching(before: 12).learning(.runStands(budgeted)).pressing("g l")

        #expect(screen(of: state).contains("200 / 400 tool calls   50%"))
    }
}

@Suite("A part of a hundred")
struct PercentTests {
    @Test(arguments: [
        (0, 7, 0), (7, 7, 100), (19, 25, 76), (2, 3, 67), (1, 3, 33), (1, 1000, 1), (999, 1000, 99), (9, 7, 100),
        (0, 0, 100),
        (-1, 7, 0),
    ]) func `is rounded, and is nothing or all only of nothing and all`(part: Int, all: Int, percent: Int) {
        #expect(part.percent(of: all) == percent)
    }

    @Test(arguments: [(12, 40, 10), (1, 1000, 1), (39, 40, 31), (40, 40, 32), (0, 40, 0)])
    func `fills a bar in the same way`(part: Int, all: Int, columns: Int) {
        #expect(part.portion(of: all, in: 32) == columns)
    }

    @Test func `is what the header says of the decided samples`() {
        var state = ExplorerState.empty(size: .wide)
        let rows = (1...3).map { QueueRow.example($0, $0 < 3 ? .accepted : .pending) }
        _ = state.update(.queueLoaded(.example(rows)))

        #expect(state.frame(in: .wide, glyphs: .utf8).text(row: 0).contains("decided 2/3  67%"))
    }
}
