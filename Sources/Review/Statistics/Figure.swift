import Engine

/// One number of the statistics: what it is, and which samples it is about.
package struct Figure: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case count(Int)
        /// So many of so many.
        case share(Int, of: Int)
        /// Of so many bits that there could be.
        case bits(Double, of: Double)
        case money(Money)
        /// What is known of a cost; a part of it is not.
        case atLeast(Money)
        case time(Duration)
        case perHour(Double)
        /// One time after the other.
        case series(Series)
        case unknown
    }

    /// The samples behind it.
    package enum Samples: Hashable, Sendable {
        /// This filter lets through just these, so many.
        case shown(Filter, count: Int)
        /// No filter can show them; the sentence says why.
        case hidden(String)
    }

    package let term: StatisticsTerm
    /// Which of several figures of the same term: a reason, a tool, a length.
    package let item: String?
    /// A word or two for a row.
    package let title: String
    package let value: Value
    package let samples: Samples
    /// The 95 % interval of a share, where it is an estimate.
    package var interval: ClosedRange<Double>?
    /// Figures of its own, such as the accepted among the decided.
    package var parts: [Figure] = []

    package init(_ term: StatisticsTerm, item: String? = nil, _ title: String, _ value: Value, _ samples: Samples) {
        self.term = term
        self.item = item
        self.title = title
        self.value = value
        self.samples = samples
    }

    /// The same for ever: `decisions.accepted`, `rejections.reason.unnatural`.
    package var key: String { ([term.rawValue] + [item].compactMap(\.self)).joined(separator: ".") }

    /// What shows its samples; nil where nothing does.
    package var filter: Filter? { if case .shown(let filter, _) = samples { filter } else { nil } }

    /// Why nothing shows its samples; nil where something does.
    package var obstacle: String? { if case .hidden(let reason) = samples { reason } else { nil } }

    /// The number that a bar can show; nil for what is no count.
    package var count: Int? {
        switch value {
        case .count(let count), .share(let count, _): count
        case .bits, .money, .atLeast, .time, .perHour, .series, .unknown: nil
        }
    }

    /// Whether a bar shows it: all bars of a section count the same, on one scale.
    package var hasBar: Bool {
        let others: [StatisticsTerm] = [
            .toolsUsed, .toolsNeverUsed, .toolGap, .pairs, .noOpSamples, .noOpIterations,
        ]
        return share != nil && !isRate && !others.contains(term)
    }

    /// The part of its whole; nil for what is no share, and for a share of nothing.
    package var share: Double? {
        guard case .share(let part, let whole) = value, whole > 0 else { return nil }
        return Double(part) / Double(whole)
    }
}
