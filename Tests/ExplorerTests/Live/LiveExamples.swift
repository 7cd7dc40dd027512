import Canvas
import Engine
import Review
import TestSupport

@testable import Explorer

/// Events of several samples with their times, to be taken in as they would arrive.
struct LiveFeed {
    private(set) var events: [RecordedEvent] = []

    /// Adds what happened to a sample, the last of it at a time.
    mutating func add(
        _ happened: some Collection<RunEvent>, of sample: SampleID, until end: Timestamp,
        every pause: Duration = .milliseconds(700), after number: Int = 0
    ) {
        for (index, event) in happened.enumerated() {
            let time = end.before(by: pause * (happened.count - 1 - index))
            events.append(RecordedEvent(sample: sample, number: number + index + 1, time: time, event: event))
        }
    }

    mutating func add(_ happened: some Collection<RunEvent>, of index: Int, until end: Timestamp) {
        add(happened, of: ExampleSample.id(index), until: end)
    }

    /// All of it, the earliest first; events of one time stay in their order.
    var inOrder: [RecordedEvent] {
        events.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    }
}

extension Timestamp {
    func before(by pause: Duration) -> Timestamp {
        let (seconds, attoseconds) = pause.components
        return Timestamp(microseconds: microseconds - seconds * 1_000_000 - attoseconds / 1_000_000_000_000)
    }
}

extension LiveState {
    /// What is known after these events.
    static func after(_ events: [RecordedEvent], run: RunID? = nil, workers: Int? = nil) -> LiveState {
        var live = LiveState(run: run, workers: workers)
        for event in events { live.take(event) }
        return live
    }
}

extension ExplorerState {
    /// An explorer whose own run grows samples with so many workers.
    static func watching(
        _ feed: LiveFeed = LiveFeed(), size: Size = .wide, glyphs: GlyphSet = .utf8, workers: Int? = 8, before: Int = 0,
        run: RunActivity = .growing(requested: 40), now: Timestamp = .at(12, 18, 42)
    ) -> ExplorerState {
        var state = ExplorerState(
            dataset: "trip-tools", reviewer: "zh", planner: "offline", size: size, run: run,
            ownRun: run.isUnderWay ? ExampleSample.run : nil, workers: workers, grownBefore: before, glyphs: glyphs)
        _ = state.update(.queueLoaded(.example((1...3).map { .example($0) })))
        state.load(ExampleSample.reviewed())
        for event in feed.inOrder { _ = state.update(.recorded(event)) }
        _ = state.update(.clockTicked(now))
        return state
    }

    /// The explorer after these events, at the same moment.
    func learning(_ events: ExplorerEvent...) -> ExplorerState {
        var state = self
        for event in events { _ = state.update(event) }
        return state
    }

    /// On the screen Live.
    static func live(
        _ feed: LiveFeed = LiveFeed(), size: Size = .wide, workers: Int? = 8,
        run: RunActivity = .growing(requested: 40), now: Timestamp = .at(12, 18, 42)
    ) -> ExplorerState {
        watching(feed, size: size, workers: workers, run: run, now: now).pressing("g l")
    }
}

extension LiveFeed {
    /// When the first of the samples at work, and each of the others, did something last.
    private static let atWork = [4, 6, 8, 11, 13, 24, 37]

    /// Twelve samples that ended, one of them in vain, and seven that are at work.
    static let running: LiveFeed = {
        var feed = LiveFeed()
        let gaps = [0, 80, 70, 110, 95, 60, 85, 120, 75, 90, 105, 65]
        var end = Timestamp.at(12, 2)
        for (index, gap) in gaps.enumerated() {
            end = end.before(by: .seconds(-gap))
            let last = RunEvent.finished(
                index == 7
                    ? .synthesisFailed(reason: "The planner had no words.") : .completed(ExampleSample.finalDraft))
            feed.add(ExampleSample.events + [last], of: index + 1, until: end)
        }
        for (index, count) in atWork.enumerated() {
            feed.add(ExampleSample.events.prefix(count), of: 13 + index, until: .at(12, 18, 35 + index))
        }
        return feed
    }()

    /// A run with a model, prices and a budget.
    static let priced: LiveFeed = {
        var feed = LiveFeed()
        for index in 1...6 {
            feed.add(
                pricedEvents(of: index) + [.finished(.completed(ExampleSample.finalDraft))], of: index,
                until: .at(12, 6 + 2 * index))
        }
        feed.add(pricedEvents(of: 7).prefix(20), of: 7, until: .at(12, 18, 40))
        feed.add(pricedEvents(of: 8).prefix(5), of: 8, until: .at(12, 18, 41))
        return feed
    }()

    /// The events of a sample whose questions cost something.
    static func pricedEvents(of index: Int) -> [RunEvent] {
        var plan = Plan.demo(seed: 123)
        plan.budget = Budget(toolCalls: 4_000, money: Money(nanodollars: 900_000_000))
        return [.began(planner: "m", plan: plan)]
            + ExampleSample.events.dropFirst().flatMap { event -> [RunEvent] in
                guard case .sampled = event else { return [event] }
                return [event, asked(of: index)]
            }
    }

    private static func asked(of index: Int) -> RunEvent {
        let slot = ExchangeSlot(sample: ExampleSample.id(index), iteration: 1, stage: .proposing)
        let request = ModelRequest(model: "m-small", messages: [.user("Propose.")], maxTokens: 10)
        let completion = Completion(
            text: "{}", usage: TokenUsage(prompt: 1200, completion: 340), model: "m-small", body: RecordedOutput("{}"))
        let recorded = RecordedExchange(.answered(completion), tries: 1, cost: Money(nanodollars: 4_100_000))
        return .asked(Exchange(Question(request, in: slot), recorded))
    }

    /// Samples whose texts are made to be obeyed by a terminal.
    static let hostile: LiveFeed = {
        var feed = LiveFeed()
        let sample = SampleBuilder(query: "\u{1B}[2Jq\u{202E}x", response: "r")
            .step("tool\u{202E}gpj\u{1B}]0;x\u{7}", ["a": "\u{1B}[31m"], gives: "\u{0}").unfinished
        feed.add(sample.events, of: sample.id, until: .at(12, 18, 40))
        feed.add(
            [.draftFailed(reason: "\u{9B}31m\u{85}\u{2028}safe\rEVIL")], of: sample.id, until: .at(12, 18, 41),
            after: sample.events.count)
        return feed
    }()
}
