import Engine
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("What Live learns from events")
struct LiveStateTests {
    private static let tools = InlineToolSource(
        (1...6).map { Tool.named(ToolName("tool_\($0)"), takes: "name") }
    ) { call in
        call.tool == "tool_3"
            ? .failed(RecordedOutput(["error": "out of order"]))
            : .returned(RecordedOutput(["about": call.arguments["name"] ?? .null]))
    }

    /// The events of a run that really grew with a made-up model, three samples at once.
    private func grown(_ count: Int) async throws -> [RecordedEvent] {
        let recorder = MemoryRecorder()
        let control = RunControl(concurrency: 3)
        let generator = try await Generator.testing(
            .model(.testing(MockPlanner(declinedInTen: 2), .lean)), on: Self.tools, plan: .testing(iterations: 6),
            control: control)
        try await Run(generator, control: control, recorder: recorder).grow(1...count)
        return await recorder.all
    }

    @Test func `counts what the samples' own folds count`() async throws {
        let events = try await grown(8)
        let live = LiveState.after(events, workers: 3)
        let states = Dictionary(grouping: events, by: \.sample).values.map { RunState($0.map(\.event)) }

        let usage = states.map(\.usage).reduce(Usage(), +)
        #expect(live.tally.completed + live.tally.failed == 8)
        #expect(live.tally.iterations == states.map(\.iterations.count).reduce(0, +))
        #expect(live.tally.usage.toolCalls == usage.toolCalls)
        #expect(live.tally.usage.failedCalls == usage.failedCalls)
        #expect(live.tally.usage.failedTrials == usage.failedTrials)
        #expect(live.tally.usage.modelCalls == usage.modelCalls)
        #expect(live.tally.usage.tokens == usage.tokens)
        #expect(usage.failedCalls > 0, "A run without failures proves little.")
        #expect(live.tally.noOps > 0)
    }

    @Test func `tells of each growing sample what its own fold tells, after every event`() async throws {
        var live = LiveState()
        var states: [SampleID: RunState] = [:]

        for event in try await grown(6) {
            live.take(event)
            states[event.sample, default: RunState()].apply(event.event)
            let state = try #require(states[event.sample])
            let shown = try #require(live.sample(event.sample))
            #expect(shown.chains == state.workflow.chains.map(\.steps.count))
            #expect(shown.iteration == state.iterations.last?.number ?? 0)
            #expect(shown.phase.isOver == (state.outcome != nil))
        }
        #expect(states.count == 6)
    }

    @Test func `keeps no more than the samples at work, however many have ended`() async throws {
        let events = try await grown(30)
        let live = LiveState.after(events, workers: 3)

        #expect(live.places.count <= 3)
        #expect(live.places.count { $0.state != nil } <= 1, "Only the followed one keeps what it was.")
        #expect(live.tally.ended == 30)
    }

    @Test func `a worker keeps its place, and the next sample takes one that is free`() {
        var feed = LiveFeed()
        feed.add(ExampleSample.completed, of: 1, until: .at(12, 1))
        feed.add(ExampleSample.events.prefix(5), of: 2, until: .at(12, 0, 30))
        feed.add(ExampleSample.events.prefix(3), of: 3, until: .at(12, 2))

        let live = LiveState.after(feed.inOrder)

        #expect(live.places.map(\.id.index).sorted() == [2, 3])
        #expect(live.growing == 2)
    }

    @Test(arguments: [
        (1, "begin"), (2, "sample"), (3, "propose"), (4, "execute 0/3"), (6, "execute 1/3"), (11, "select"),
        (12, "select"), (13, "synthesise"), (14, "next"), (37, "no-op"),
    ]) func `says what a sample is doing`(count: Int, word: String) {
        var feed = LiveFeed()
        feed.add(ExampleSample.events.prefix(count), of: 1, until: .at(12, 0))

        #expect(LiveState.after(feed.inOrder).sample(ExampleSample.id())?.phase.word == word)
    }

    @Test func `measures phases and calls by the times of the events`() throws {
        var feed = LiveFeed()
        feed.add(ExampleSample.events.prefix(14), of: 1, until: .at(12, 0))

        let live = LiveState.after(feed.inOrder)

        #expect(live.tally.phases[.propose]?.mean == .milliseconds(700))
        #expect(live.tally.phases[.execute]?.mean == .milliseconds(700 * 7))
        #expect(live.tally.phases[.select]?.mean == .milliseconds(700))
        #expect(live.tally.phases[.synthesise]?.mean == .milliseconds(700))
    }

    @Test func `waiting for the curator is no time of a phase`() {
        var feed = LiveFeed()
        feed.add(ExampleSample.events.prefix(14), of: 1, until: .at(12, 0))
        var state = ExplorerState.watching()
        for event in feed.inOrder.prefix(11) { _ = state.update(.recorded(event)) }

        _ = state.update(.runPaused)
        _ = state.update(.runResumed)
        for event in feed.inOrder.dropFirst(11) { _ = state.update(.recorded(event)) }

        #expect(state.live.tally.phases[.execute]?.count == 1)
        #expect(state.live.tally.phases[.select] == nil)
    }

    @Test func `only the own run is counted, and other samples are shown all the same`() {
        var feed = LiveFeed()
        feed.add(ExampleSample.completed, of: 1, until: .at(12, 0))
        let other = SampleID(run: RunID(ContentHash(of: "another run")), index: 1)
        feed.add(ExampleSample.events.prefix(20), of: other, until: .at(12, 0))

        let live = LiveState.after(feed.inOrder, run: ExampleSample.run)

        #expect(live.tally.completed == 1)
        #expect(live.tally.iterations == 5)
        #expect(live.sample(other)?.iteration == 2)
    }

    @Test func `a branch is at work, and none of the samples that were asked for`() {
        var feed = LiveFeed()
        let branch = SampleID(run: ExampleSample.run, index: 1, branch: [1])
        let parent = RunState(ExampleSample.events).cut(after: 2)
        feed.add(
            [
                .branched(
                    from: ExampleSample.id(), iteration: 3, steering: Steering(note: "no books"), inherited: parent)
            ],
            of: branch, until: .at(12, 0))
        var live = LiveState.after(feed.inOrder, run: ExampleSample.run)

        #expect(live.sample(branch)?.chains == [2])
        live.take(
            RecordedEvent(
                sample: branch, number: 2, time: .at(12, 1), event: .finished(.completed(ExampleSample.finalDraft))))
        #expect(live.tally.ended == 0)
    }

    @Test func `a sample that is taken up in the middle is not told to have fewer chains than it has`() {
        var feed = LiveFeed()
        feed.add(ExampleSample.events.dropFirst(38), of: ExampleSample.id(), until: .at(12, 0), after: 38)

        let live = LiveState.after(feed.inOrder)

        #expect(live.sample(ExampleSample.id())?.isWhole == false)
        #expect(live.sample(ExampleSample.id())?.chainsText(width: 20) == "-")
        #expect(live.tally.hasPast)
    }
}

extension LiveStateTests {
    @Test func `the newest sample is followed until another one is asked for`() {
        var live = LiveState.after(LiveFeed.running.inOrder)
        let first = live.followed

        live.follow(ExampleSample.id(15))

        #expect(first != nil)
        #expect(live.followed == ExampleSample.id(15))
        #expect(!live.followsNewest)
    }

    @Test func `a followed sample can be looked at after its end, also when its place is given away`() {
        var feed = LiveFeed()
        feed.add(ExampleSample.completed, of: 1, until: .at(12, 1))
        var live = LiveState.after(Array(feed.inOrder.prefix(3)))
        live.follow(ExampleSample.id(1))
        for event in feed.inOrder.dropFirst(3) { live.take(event) }
        var next = LiveFeed()
        next.add(ExampleSample.events.prefix(3), of: 2, until: .at(12, 2))
        for event in next.inOrder { live.take(event) }

        #expect(live.places.map(\.id) == [ExampleSample.id(2)])
        #expect(live.followedSample?.id == ExampleSample.id(1))
        #expect(live.followedSample?.state?.outcome != nil)
    }

    @Test func `what is followed goes on to the newest sample at its end`() {
        var feed = LiveFeed()
        feed.add(ExampleSample.completed, of: 1, until: .at(12, 1))
        feed.add(ExampleSample.events.prefix(4), of: 2, until: .at(12, 0, 50))
        let live = LiveState.after(feed.inOrder)

        #expect(live.followed == ExampleSample.id(2))
    }

    @Test func `warnings are kept however much good news there is`() throws {
        var log = LiveLog()
        log.add(.warning, "the tool failed", of: ExampleSample.id(), at: .at(12, 0))
        for number in 1...5_000 { log.add(.info, "step \(number)", of: ExampleSample.id(), at: .at(12, 1)) }

        #expect(log.entries(.warnings).map(\.text) == ["the tool failed"])
        #expect(log.entries(.all).count == LiveLog.limit)
        #expect(log.entries(.all).last?.text == "step 5000")
        #expect(log.entries(.all).first?.text == "step 4501")
    }

    @Test func `the log says what failed, where, and what came of it`() {
        var feed = LiveFeed()
        feed.add(ExampleSample.events.prefix(38), of: 1, until: .at(12, 0))
        let warnings = LiveState.after(feed.inOrder).log.entries(.warnings).map(\.text)

        #expect(warnings.contains("it 3 hotel_search failed: city_id is missing"))
        #expect(warnings.contains("it 3 no-op: every trial failed"))
        #expect(!warnings.contains { $0.contains("completed") })
    }

    @Test func `a tool that fails too often is spoken of, one that was not called is not to blame`() {
        var live = LiveState()
        let call = ToolCall(tool: "flaky", arguments: [:])
        func attempt(_ outcome: ToolOutcome) -> RunEvent {
            .attempted(Proposal.ID(1), Trial.Attempt(call: call, result: ToolResult(outcome, origin: .live)))
        }
        let failed = ToolOutcome.failed(RecordedOutput(["error": "no"]))
        let outcomes =
            Array(repeating: ToolOutcome.rejected(reason: "no such argument"), count: 30)
            + (0..<20).map { $0 < 12 ? failed : .returned(RecordedOutput("{}")) }
        for (index, outcome) in outcomes.enumerated() {
            live.take(
                RecordedEvent(
                    sample: ExampleSample.id(), number: index + 1, time: .at(12, 0), event: attempt(outcome)))
        }

        #expect(live.tally.tools["flaky"] == LiveTally.ToolCalls(calls: 20, failures: 12))
        #expect(live.tally.worstTool(besides: []) == "flaky")
        #expect(live.tally.worstTool(besides: ["flaky"]) == nil)
        #expect(live.log.entries(.warnings).last?.text == "tool flaky: 60% of 20 calls failed")
        #expect(live.tally.usage.failedCalls == 42)
    }

    @Test func `an imported sample does not grow`() {
        var feed = LiveFeed()
        feed.add(
            [.imported(from: "openai", Workflow()), .finished(.nothingGrown)], of: 1, until: .at(12, 0))

        #expect(LiveState.after(feed.inOrder).places.isEmpty)
    }

    @Test func `an event that is told twice counts once, also after its sample has ended`() async throws {
        let events = try await grown(6)
        let once = LiveState.after(events, workers: 3)
        var twice = LiveState(workers: 3)

        let answers = events.flatMap { [twice.take($0), twice.take($0)] }
        let late = events.map { twice.take($0) }

        #expect(answers == events.flatMap { _ in [true, false] })
        #expect(late.allSatisfy { !$0 })
        #expect(twice.tally == once.tally)
        #expect(twice.places == once.places)
        #expect(twice.log == once.log)
        #expect(once.tally.ended == 6)
    }

    @Test func `what happened to a sample before it could be read counts once`() {
        let sample = SampleBuilder(query: "q", response: "r").step("tool", ["a": "b"], gives: "1")
        let events = sample.events.enumerated().map { index, event in
            RecordedEvent(sample: sample.id, number: index + 1, time: .at(12, 0, index), event: event)
        }
        var state = ExplorerState(
            dataset: "trip-tools", reviewer: "zh", planner: "offline", size: .wide, run: .growing(requested: 2))
        for event in events { _ = state.update(.recorded(event)) }
        let before = state.live

        _ = state.update(
            .sampleLoaded(
                OpenSample(
                    ReviewedSample(
                        id: sample.id, seed: 1, state: RunState(sample.events.prefix(2)), review: ReviewState([]),
                        library: []), decisions: [], lastEvent: 2)))

        #expect(before.tally.ended == 1)
        #expect(state.live == before)
        #expect(state.open?.state.outcome != nil, "The sample on the screen has the events that it waited for.")
    }

    @Test func `nothing of long ended samples is remembered for ever`() {
        var seen = SeenEvents()
        func event(of index: Int, _ number: Int) -> RecordedEvent {
            RecordedEvent(sample: ExampleSample.id(index), number: number, time: .at(12, 0), event: .iterationBegan(1))
        }

        let first = seen.take(event(of: 1, 1))
        for index in 2...(SeenEvents.limit + 1) { _ = seen.take(event(of: index, 1)) }
        let known = seen.take(event(of: 1, 1))
        for index in 2...(3 * SeenEvents.limit) { _ = seen.take(event(of: index, 2)) }

        #expect(first == .first && known == .known)
        let late = seen.take(event(of: 1, 1))
        #expect(late == .first, "It was given up.")
    }

    @Test func `nothing more is remembered of what is known without having been told`() {
        var seen = SeenEvents()

        func event(of index: Int) -> RecordedEvent {
            RecordedEvent(sample: ExampleSample.id(index), number: 3, time: .at(12, 0), event: .iterationBegan(1))
        }

        for index in 1...5 * SeenEvents.limit { seen.know(ExampleSample.id(index), to: 3) }
        let newest = seen.take(event(of: 5 * SeenEvents.limit))
        let oldest = seen.take(event(of: 1))

        #expect(newest == .known)
        #expect(oldest == .first, "It was given up.")
    }

    @Test func `branches and what others grow go on after the end of the run`() {
        let branch = SampleID(run: ExampleSample.run, index: 1, branch: [1])
        let other = SampleID(run: RunID(ContentHash(of: "another run")), index: 1)
        var feed = LiveFeed()
        feed.add(ExampleSample.events.prefix(5), of: 2, until: .at(12, 18))
        feed.add(ExampleSample.events.prefix(5), of: branch, until: .at(12, 18))
        feed.add(ExampleSample.events.prefix(5), of: other, until: .at(12, 18))
        var state = ExplorerState.watching(feed).learning(.branched(branch, from: ExampleSample.id(1)))

        _ = state.update(.runEnded)

        #expect(state.live.sample(ExampleSample.id(2))?.phase == .ended(.stopped))
        #expect(state.live.sample(branch)?.phase.isOver == false)
        #expect(state.live.sample(other)?.phase.isOver == false)
        #expect(state.growing == [branch, other])
    }

    @Test func `only samples that were asked for have begun, or wait`() {
        let branch = SampleID(run: ExampleSample.run, index: 1, branch: [1])
        let other = SampleID(run: RunID(ContentHash(of: "another run")), index: 1)
        var feed = LiveFeed()
        feed.add(ExampleSample.completed, of: 1, until: .at(12, 18))
        for sample in [ExampleSample.id(2), ExampleSample.id(3), branch, other] {
            feed.add(ExampleSample.events.prefix(5), of: sample, until: .at(12, 18))
        }
        var state = ExplorerState.watching(feed, run: .growing(requested: 10))
        #expect(RunOutlook(state).waiting == 7)
        #expect(RunOutlook(state).left == 9)

        _ = state.update(.stopped(ExampleSample.id(3)))

        #expect(RunOutlook(state).waiting == 7)
        #expect(RunOutlook(state).left == 8, "It comes to no end in this run.")
    }

    @Test func `what a run will cost is told by samples that have ended, and by how they differ`() {
        var costs = SampleCosts()
        for cost: Int64 in [10, 20, 20, 40] { costs.add(Money(nanodollars: cost)) }
        #expect(costs.projection(for: 10) == nil)

        costs.add(Money(nanodollars: 90))

        #expect(costs.projection(for: 10)?.low == Money(nanodollars: 180 + 200))
        #expect(costs.projection(for: 10)?.high == Money(nanodollars: 180 + 400))
        #expect(costs.projection(for: .max) == nil)
    }

    @Test func `what is asked for at two gates is told in one sentence`() {
        var state = ExplorerState.watching(.running)

        _ = state.update(.steered(ExampleSample.id(1), at: .selecting))
        #expect(state.notice?.text == "s-00001: your word counts at its next selection.")
        _ = state.update(.steered(ExampleSample.id(1), at: .proposing))

        #expect(
            state.notice?.text == "s-00001: your word counts at its next selection, the rest at its next proposal.")
    }

    @Test func `nothing grows after the end of the run`() {
        var state = ExplorerState.watching(.running)

        _ = state.update(.runEnded)

        #expect(state.live.growing == 0)
        #expect(state.live.places.contains { $0.phase == .ended(.stopped) })
    }
}
