import Engine
import Review

/// What the screen Stats knows.
struct StatsState: Hashable, Sendable {
    /// Which samples the page is about.
    var filter = Filter.everything
    /// Of which decisions on them.
    var interval = StatisticsInterval.all
    /// Nil until it was read.
    var page: StatisticsPage?
    /// How far first and second readings agree; nil where nothing was read twice.
    var agreement: AgreementSummary?
    /// When a page was asked for last.
    var askedAt: Timestamp?
    /// When the page was read.
    var readAt: Timestamp?
    /// Whether an answer is awaited.
    var isReading = false
    /// Whether something was decided or found since.
    var isOutdated = false
    /// The filter that the queue was given from here: coming back shows the page that it was given on.
    var given: Filter?
    var pane = StatsPane.decisions
    private var rows: [StatsPane: Int] = [:]

    /// Goes over to another interval; figures of the one before are no longer shown.
    mutating func choose(_ interval: StatisticsInterval) {
        if interval != self.interval { (self.interval, page) = (interval, nil) }
    }

    /// The figure that the cursor of a pane is on, counted from 0.
    subscript(pane: StatsPane) -> Int {
        get { rows[pane] ?? 0 }
        set { rows[pane] = newValue }
    }
}

/// A part of the screen Stats.
enum StatsPane: Hashable, Sendable, CaseIterable {
    case decisions, rejections, lengths, coverage, pace, noOps, agreement

    /// The figures that it shows; nil for the agreement of reviewers.
    var section: StatisticsSection? {
        switch self {
        case .decisions: .decisions
        case .rejections: .rejections
        case .lengths: .lengths
        case .coverage: .coverage
        case .pace: .pace
        case .noOps: .noOps
        case .agreement: nil
        }
    }

    var title: String { section?.title ?? "Second pass and agreement" }

    /// One word for a tab.
    var tab: String {
        switch self {
        case .decisions: "Decisions"
        case .rejections: "Reasons"
        case .lengths: "Length"
        case .coverage: "Tools"
        case .pace: "Pace"
        case .noOps: "No-ops"
        case .agreement: "Agreement"
        }
    }

    /// The one so many places further, round and round.
    func moved(by distance: Int) -> StatsPane {
        let all = Self.allCases
        let place = all.firstIndex(of: self) ?? 0
        return all[(place + distance + all.count) % all.count]
    }
}
