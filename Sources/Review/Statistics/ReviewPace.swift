import Engine

/// How fast reviewers decide: the fold over their journals, one reviewer after the other, oldest entry first.
package struct ReviewPace: Hashable, Sendable {
    /// One row of a journal.
    package struct Entry: Hashable, Sendable {
        package let reviewer: String
        package let time: Timestamp
        /// Whether it accepts, rejects or skips, in whatever pass.
        package let decides: Bool
        /// Whether it is about a sample of which the statistics are.
        package let counts: Bool

        package init(reviewer: String, time: Timestamp, decides: Bool, counts: Bool) {
            self.reviewer = reviewer
            self.time = time
            self.decides = decides
            self.counts = counts
        }
    }

    /// A longer time without an entry is a pause.
    package static let longestGap = Duration.seconds(60)

    private let dayBegan: Timestamp
    private(set) var today = 0
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
        if entry.counts, entry.time >= dayBegan { today += 1 }
        // What is decided at one moment is one decision that took time, however many samples it was about.
        if let active, active > 0, entry.counts { times.append(active) }
        active = 0
    }

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
