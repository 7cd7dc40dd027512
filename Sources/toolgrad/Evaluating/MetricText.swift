import Engine
import Evaluation
import Foundation

extension Metric {
    /// A value of the metric for people: `87.5%`, or points for what is no share; `–` for what is not known.
    func text(_ value: Double?) -> String {
        guard let value else { return "–" }
        return scale == 1 ? Self.number(value * 100) + "%" : Self.number(value)
    }

    /// A difference of two values, with its sign.
    func difference(_ value: Double?) -> String {
        guard let value else { return "–" }
        let shown = Self.number(scale == 1 ? value * 100 : value)
        return (value >= 0 ? "+" : "") + shown
    }

    /// `79.0-92.2`, and `-37.5 to 0.0` where a minus sign would be mistaken for the dash; `–` where there is none.
    func text(_ interval: MeanInterval?) -> String {
        guard let interval else { return "–" }
        let factor = scale == 1 ? 100.0 : 1
        let bounds = [interval.lower, interval.upper].map { Self.number($0 * factor) }
        return bounds.joined(separator: bounds.contains { $0.hasPrefix("-") } ? " to " : "-")
    }

    private static func number(_ value: Double) -> String {
        let text = String(format: "%.1f", value)
        return text == "-0.0" ? "0.0" : text
    }
}

extension [Omission: Int] {
    /// Why items lack a metric, the most frequent reason first: `10 (no tool can help)`; empty where none does.
    var text: String {
        let reasons = sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        guard let first = reasons.first else { return "" }
        guard reasons.count > 1 else { return "\(first.value) (\(first.key.reason))" }
        let all = reasons.reduce(0) { $0 + $1.value }
        return "\(all) (\(reasons.map { "\($0.value) \($0.key.reason)" }.joined(separator: ", ")))"
    }

    /// For machines: the counts by reason, without those that are none.
    var json: JSON {
        .object(
            JSON.Object(
                Omission.allCases.compactMap { reason in
                    self[reason].map { JSON.Object.Member(key: reason.rawValue, value: .count($0)) }
                }))
    }
}
