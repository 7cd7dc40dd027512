import Canvas
import Engine
import Explorer

/// How long a key waits for its frame while samples grow, without a terminal and a file.
struct KeysAmongEvents {
    let run: DemoRun
    let grown: GrownSamples
    let samples: Int
    let keys: Int

    private static let size = Size(columns: 120, rows: 36)
    private static let lanes = 32
    private static let eventGap = Duration.milliseconds(1)
    /// No multiple of the time between two events, so that keys come before, among and after them.
    private static let keyGap = Duration.microseconds(30_700)

    func table() async throws -> FigureTable {
        var session = GrowingSession(
            state: ExplorerState(
                dataset: "benchmark", reviewer: "ada", planner: "offline", size: Self.size,
                run: .growing(requested: samples + 1000)),
            desk: GrowingDesk(run: run, grown: grown, finished: samples, lanes: Self.lanes), size: Self.size)
        var waits: [Double] = []
        let took = try await Measurement.of { waits = try await press(in: &session) }.took
        return table(session, waits, took)
    }

    /// Follows the samples that grow, and moves the cursor up and down in the newest one.
    private func press(in session: inout GrowingSession) async throws -> [Double] {
        session.begin()
        var waits: [Double] = []
        let clock = ContinuousClock()
        let start = clock.now
        var (event, key) = (start, start + Self.keyGap)
        var pressed = 0
        while pressed < keys {
            try await Task.sleep(until: min(event, key), clock: clock)
            let now = clock.now
            var due: [ContinuousClock.Instant] = []
            while min(event, key) <= now {
                if event <= key {
                    session.happen()
                    event += Self.eventGap
                } else {
                    session.press(.character(pressed == 0 ? "F" : pressed.isMultiple(of: 2) ? "j" : "k"))
                    due.append(key)
                    pressed += 1
                    key += Self.keyGap
                }
            }
            session.show()
            let shown = clock.now
            waits += due.map { $0.duration(to: shown).seconds * 1000 }
            session.hear()
        }
        return waits
    }

    private func table(_ session: GrowingSession, _ waits: [Double], _ took: Measurement) -> FigureTable {
        FigureTable(
            title: "Keys among events, \(samples.grouped) samples, in memory",
            method:
                "At 120x36, \(Self.lanes) samples grow, the newest is followed. Every event goes through "
                + "`ExplorerState.update`, every burst of what has arrived ends in a frame and its differences from the "
                + "one before, as in the program; a key waits from when it is due until then. "
                + "\(waits.count) keys.",
            figures: [
                Figure(name: "events", value: Double(session.events) / took.seconds, unit: "/s", goal: .atLeast(990)),
                Figure(name: "key to frame, median", value: waits.median, unit: "ms"),
                Figure(
                    name: "key to frame, 99th percentile", value: waits.percentile(0.99), unit: "ms",
                    goal: .atMost(16)),
                Figure(name: "frames", value: Double(session.frames) / took.seconds, unit: "/s"),
                Figure(name: "of one processor", value: took.cpuSeconds / took.seconds * 100, unit: "%"),
            ])
    }
}
