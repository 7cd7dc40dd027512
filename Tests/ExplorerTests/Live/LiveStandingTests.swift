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

    /// Twenty of forty samples had begun, and twelve had ended.
    private func standing(_ underWay: [[RecordedEvent]], of run: RunID = ExampleSample.run) -> RunStanding {
        var figures = RunStanding.Figures()
        (figures.begun, figures.completed, figures.failed, figures.iterations, figures.noOps) = (20, 11, 1, 90, 9)
        figures.usage = Usage(modelCalls: 0, toolCalls: 200, failedCalls: 20)
        return RunStanding(
            of: run, plan: .demo(seed: 123), requested: 40, figures: figures,
            lastEvents: Dictionary(
                underWay.compactMap(\.last).map { ($0.sample, $0.number) }, uniquingKeysWith: { first, _ in first }),
            underWay: underWay)
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
        #expect(RunOutlook(state).waiting == 20)
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
        #expect(waiting == 21, "Twenty that have not begun, and one that was begun.")
        #expect(state.live.sample(ExampleSample.id(15))?.isWhole == true)
        #expect(RunOutlook(state).waiting == 20)
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
        #expect(picture.contains("waiting 20"))
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
