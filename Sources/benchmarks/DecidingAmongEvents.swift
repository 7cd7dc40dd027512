import Canvas
import Engine
import Explorer

/// A scripted reviewer who decides while samples grow: whether every key comes to what was meant, on the sample that was
/// meant, and how long it waits for its frame.
struct DecidingAmongEvents {
    let run: DemoRun
    let grown: GrownSamples
    /// Finished samples, to be decided.
    let samples: Int
    let decisions: Int

    private static let size = Size(columns: 120, rows: 36)
    private static let lanes = 50
    private static let eventGap = Duration.milliseconds(1)
    /// No multiple of the time between two events, so that keys come before, among and after them.
    private static let keyGap = Duration.microseconds(15_300)

    func table() async throws -> FigureTable {
        let passage = try await passage()
        return FigureTable(
            title: "Decisions among events, \(samples.grouped) samples, in memory",
            method:
                "At 120x36, \(Self.lanes) samples grow while a scripted reviewer accepts, rejects with reasons and skips "
                + "finished ones, moves about, and holds and releases on Live. It knows only what is drawn; what it "
                + "meant is compared with what was asked for. A key waits from when it is due until it is drawn; the "
                + "time the reviewer takes to read the screen before it is pressed is not counted. "
                + "\(passage.waits.count) keys, \(passage.meant.count) deeds.",
            figures: passage.figures)
    }

    /// What came of the reviewer's work.
    struct Passage {
        let meant: [ScriptedReviewer.Deed]
        let done: [ScriptedReviewer.Deed]
        let waits: [Double]
        let events: Int
        let took: Measurement

        /// Deeds that came to nothing.
        var lost: Int { max(0, meant.count - done.count) }
        /// Deeds that came to something else than was meant, in their order.
        var misdirected: Int { zip(meant, done).count { $0 != $1 } + max(0, done.count - meant.count) }

        fileprivate var figures: [Figure] {
            [
                Figure(name: "events", value: Double(events) / took.seconds, unit: "/s", goal: .atLeast(990)),
                Figure(name: "keys that were lost", value: Double(lost), unit: "times", goal: .atMost(0)),
                Figure(name: "decisions misdirected", value: Double(misdirected), unit: "times", goal: .atMost(0)),
                Figure(name: "key to frame, median", value: waits.median, unit: "ms"),
                Figure(
                    name: "key to frame, 99th percentile", value: waits.percentile(0.99), unit: "ms", goal: .atMost(16)),
                Figure(name: "key to frame, most", value: waits.percentile(1), unit: "ms"),
            ]
        }
    }

    /// - Throws: ``ScriptedReviewer/Stuck`` where a key has no effect.
    func passage() async throws -> Passage {
        var session = GrowingSession(
            state: ExplorerState(
                dataset: "benchmark", reviewer: "ada", planner: "offline", size: Self.size,
                run: .growing(requested: samples + 1000), ownRun: grown.run, workers: Self.lanes),
            desk: GrowingDesk(run: run, grown: grown, finished: samples, lanes: Self.lanes), size: Self.size)
        var reviewer = ScriptedReviewer()
        var waits: [Double] = []
        let took = try await Measurement.of { waits = try await press(in: &session, as: &reviewer) }.took
        return Passage(
            meant: reviewer.deeds, done: session.desk.deeds, waits: waits, events: session.events, took: took)
    }

    /// Lets events happen and the reviewer press keys, each when it is due, until enough is decided.
    private func press(
        in session: inout GrowingSession, as reviewer: inout ScriptedReviewer
    ) async throws -> [Double] {
        session.begin()
        let clock = ContinuousClock()
        let start = clock.now
        var (event, key) = (start, start + Self.keyGap)
        var waits: [Double] = []
        while reviewer.decided < decisions {
            try await Task.sleep(until: min(event, key), clock: clock)
            let now = clock.now
            var due: [ContinuousClock.Instant] = []
            var reading = Duration.zero
            while min(event, key) <= now {
                if event <= key {
                    session.happen()
                    event += Self.eventGap
                } else {
                    // A second key of the same burst would be pressed without having seen what the first one did.
                    if due.isEmpty {
                        var pressed: Key?
                        reading += try clock.measure { pressed = try reviewer.nextKey(seeing: session.screen) }
                        if let pressed {
                            session.press(pressed)
                            due.append(key)
                        }
                    }
                    key += Self.keyGap
                }
            }
            session.show()
            let shown = clock.now
            waits += due.map { ($0.duration(to: shown) - reading).seconds * 1000 }
            session.hear()
        }
        for _ in 1...3 {
            session.show()
            session.hear()
        }
        return waits
    }
}
