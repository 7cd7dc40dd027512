import Engine
import Foundation

extension Figure {
    /// The value for people: `247`, `38 s`, `$0.0042`, `–` where it is not known.
    package var valueText: String { value.text }

    /// The share in percent with one decimal; nil for what is no share.
    package var percentText: String? { share.map(Self.percent) }

    /// The interval in percent; nil where there is none.
    package var intervalText: String? {
        interval.map { "95% CI \(Self.number($0.lowerBound * 100))-\(Self.number($0.upperBound * 100))" }
    }

    /// Whether the share says more than the number: `67.1%`, and then of what.
    package var isRate: Bool {
        switch term {
        case .acceptRate, .lintPrecision, .worstTool, .worstPlanner: true
        case .samples, .accepted, .acceptedAsIs, .acceptedAfterEdit, .rejected, .skipped, .undecided, .flagged,
            .reason, .primaryReason, .lintAgreed, .target, .steps, .chains, .lengthAccepted, .lengthRejected,
            .toolsUsed, .toolsNeverUsed, .toolGap, .topTool, .entropy, .pairs, .family, .median, .ninetieth, .perHour,
            .today, .activity, .cost, .costPerCompleted, .costPerAccepted, .promptTokens, .completionTokens, .edited,
            .edit,
            .noOpSamples, .noOpIterations, .cause:
            false
        }
    }

    /// What is worth a few words more: whose it is, of what a rate is, how sure it is, and the parts; empty for nothing.
    package var note: String {
        var words = term == .worstTool || term == .worstPlanner ? [item.map { $0 + ":" }].compactMap(\.self) : []
        if case .share(let part, let whole) = value, isRate || term.isOfOtherThings {
            words.append(isRate ? "\(part.withCommas) of \(whole.withCommas)" : "of \(whole.withCommas)")
        }
        if case .bits(_, let most) = value { words.append("of \(Self.number(most)) bits") }
        if let intervalText { words.append("(\(intervalText))") }
        return (words + parts.map { "\($0.title) \($0.valueText)" }).joined(separator: " ")
    }

    static func percent(_ share: Double) -> String { number(share * 100) + "%" }

    fileprivate static func number(_ number: Double) -> String { String(format: "%.1f", number) }
}

extension StatisticsTerm {
    /// Whether its whole is not the samples of the page, nor a part of them that is shown beside it.
    fileprivate var isOfOtherThings: Bool {
        [.toolsUsed, .pairs, .noOpSamples, .noOpIterations].contains(self)
    }
}

extension Figure.Value {
    /// The value for people, `–` where it is not known.
    package var text: String {
        switch self {
        case .count(let count), .share(let count, _): count.withCommas
        case .bits(let bits, _): String(format: "%.1f", bits)
        case .money(let money): money.rounded
        case .atLeast(let money): "at least \(money.rounded)"
        case .time(let time): time.words
        case .perHour(let rate): String(format: "%.0f", rate)
        case .series(let series): series.sum.withCommas
        case .unknown: "–"
        }
    }
}

extension Money {
    /// At most four decimals, more only for less than that.
    fileprivate var rounded: String {
        guard nanodollars.magnitude >= 100_000 else { return description }
        return Money(nanodollars: (nanodollars + 50_000) / 100_000 * 100_000).description
    }
}

extension Duration {
    /// `0.8 s`, `38 s`, `2 min 5 s`.
    fileprivate var words: String {
        let seconds = Double(components.seconds) + Double(components.attoseconds) / 1e18
        if seconds < 9.95 { return String(format: "%.1f s", seconds) }
        let whole = Int(seconds.rounded())
        return whole < 120 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }
}
