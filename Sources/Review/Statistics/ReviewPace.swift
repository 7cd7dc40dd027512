import Engine

/// How fast reviewers decide: the fold over their journals, one reviewer after the other, oldest entry first.
package struct ReviewPace: Hashable, Sendable {
    /// One row of a journal.
    package struct Entry: Hashable, Sendable {
        package let reviewer: String
        /// The number of the sample's row.
        package let sample: Int64
        package let time: Timestamp
        /// Whether it accepts, rejects or skips, in whatever pass.
        package let decides: Bool
        /// Whether it is about a sample of which the statistics are.
        package let counts: Bool

        package init(reviewer: String, sample: Int64, time: Timestamp, decides: Bool, counts: Bool) {
            self.reviewer = reviewer
            self.sample = sample
            self.time = time
            self.decides = decides
            self.counts = counts
        }
    }

    /// A longer time without an entry is a pause.
    package static let longestGap = Duration.seconds(60)

    let dayBegan: Timestamp
    private(set) var today = 0
    /// The samples that were decided today, each once.
    private var decidedToday: Set<Int64> = []
    /// Decisions by the hour, counted from the beginning of today; earlier ones are below 0.
    private var hours: [Int: Int] = [:]
    /// Microseconds that decisions took.
    private var times: [Int64] = []
    private var last: Entry?
    /// The time since the last decision; nil after a pause.
    private var active: Int64?

    /// Takes the moment when today began.
    package init(dayBegan: Timestamp) {
        self.dayBegan = dayBegan
    }

    package mutating func add(_ entry: Entry) {
        advance(to: entry)
        last = entry
        guard entry.decides else { return }
        if entry.counts { count(entry) }
        // What is decided at one moment is one decision that took time, however many samples it was about.
        if let active, active > 0, entry.counts { times.append(active) }
        active = 0
    }

    private mutating func count(_ entry: Entry) {
        let hour = (entry.time.microseconds - dayBegan.microseconds).split(by: Self.hour).whole
        hours[Int(hour), default: 0] += 1
        guard entry.time >= dayBegan else { return }
        today += 1
        decidedToday.insert(entry.sample)
    }

    /// Microseconds.
    private static let hour: Int64 = 3_600_000_000

    private mutating func advance(to entry: Entry) {
        guard let last, last.reviewer == entry.reviewer else {
            active = nil
            return
        }
        let gap = entry.time.microseconds - last.time.microseconds
        let isPause = gap < 0 || .microseconds(gap) > Self.longestGap
        active = isPause ? nil : active.map { $0 + gap }
    }
}

extension ReviewPace {
    var samplesToday: Int { decidedToday.count }

    /// The decisions of each hour of today.
    var hoursOfToday: Series { Series(unit: .hour, counts: (0..<24).map { hours[$0] ?? 0 }) }

    /// The decisions of each of so many days, today the last one.
    func days(_ count: Int) -> Series {
        Series(
            unit: .day,
            counts: (1 - count...0).map { day in (day * 24..<day * 24 + 24).reduce(0) { $0 + (hours[$1] ?? 0) } })
    }

    /// How many decisions the figures are of: those between which and the one before lies no pause.
    var timed: Int { times.count }

    /// The time that so large a share of the decisions took at most, by the nearest rank; nil where none was timed.
    func quantile(_ share: Double) -> Duration? {
        guard !times.isEmpty else { return nil }
        let rank = Int((share * Double(times.count)).rounded(.up))
        return .microseconds(times.sorted()[min(max(1, rank), times.count) - 1])
    }

    /// Decisions in an hour without pauses; nil where none was timed.
    var perHour: Double? {
        let sum = times.reduce(0, +)
        return sum == 0 ? nil : Double(times.count) * 3_600_000_000 / Double(sum)
    }
}
