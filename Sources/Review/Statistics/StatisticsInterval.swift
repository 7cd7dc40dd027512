import Engine

/// Of which decisions the figures are.
package enum StatisticsInterval: Hashable, Sendable {
    case all
    /// Since midnight.
    case today
    /// Today and the six days before it.
    case week
    case since(Timestamp)

    /// Those that need no date, in the order in which the screen goes through them.
    package static let named: [StatisticsInterval] = [.all, .today, .week]

    /// Reads `all`, `today`, `week`, or a day or a moment as ``Engine/Timestamp/init(reading:offset:)`` does.
    ///
    /// Days are those of a clock that is so far ahead of UTC.
    package init?(reading text: String, offset: Duration) {
        if let named = Self.named.first(where: { $0.name == text.lowercased() }) {
            self = named
        } else if let moment = Timestamp(reading: text, offset: offset) {
            self = .since(moment)
        } else {
            return nil
        }
    }

    /// What can be read, for those who wrote something else.
    package static let advice = "Write all, today, week, or a day such as 2026-11-01."

    /// As options and machines call it.
    package var name: String {
        switch self {
        case .all: "all"
        case .today: "today"
        case .week: "week"
        case .since: "since"
        }
    }

    /// For people: `all`, `today`, `last 7 days`, `since 2026-11-01 00:00` on a clock that is so far ahead of UTC.
    package func title(offset: Duration) -> String {
        switch self {
        case .all, .today: name
        case .week: "last 7 days"
        case .since(let moment): "since \(moment.dayAndTime(offset: offset))"
        }
    }

    /// Says why nothing can have been decided in it yet.
    ///
    /// - Parameters:
    ///   - now: The moment at which it is asked; nil where it is not known, and nothing is refused.
    ///   - offset: How far the reader's clock is ahead of UTC.
    /// - Returns: A sentence; nil where something can have been decided.
    package func obstacle(at now: Timestamp?, offset: Duration) -> String? {
        guard case .since(let moment) = self, let now, moment > now else { return nil }
        return "Nothing was decided since \(moment.dayAndTime(offset: offset)): that is yet to come, as it is "
            + "\(now.dayAndTime(offset: offset)) now."
    }

    /// The one that the screen shows after it.
    package var next: StatisticsInterval {
        let place = Self.named.firstIndex(of: self) ?? -1
        return Self.named[(place + 1) % Self.named.count]
    }

    /// Lets through what a filter does of what was decided in the interval.
    package func narrowing(_ filter: Filter, dayBegan: Timestamp) -> Filter {
        beginning(dayBegan: dayBegan).map { filter.and(.condition(.since($0))) } ?? filter
    }

    /// The first moment that belongs to it; nil where it has no beginning.
    package func beginning(dayBegan: Timestamp) -> Timestamp? {
        switch self {
        case .all: nil
        case .today: dayBegan
        case .week: Timestamp(microseconds: dayBegan.microseconds - 6 * Timestamp.day)
        case .since(let moment): moment
        }
    }
}
