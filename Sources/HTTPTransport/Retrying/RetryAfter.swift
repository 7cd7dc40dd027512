import Foundation

/// What the header of a reply says about trying again.
package struct RetryAfter: Hashable, Sendable {
    /// How long to wait; nil where nothing that can be understood is said.
    package let delay: Duration?
    /// Whether to try at all, where the endpoint says so itself.
    package let advice: Advice?

    package enum Advice: String, Hashable, Sendable {
        case retry = "true"
        case doNotRetry = "false"
    }

    /// The longest wait that is believed: a year.
    package static let longest = Duration.seconds(366 * 86_400)

    /// Reads `retry-after-ms`, `retry-after` (seconds or a date) and `x-should-retry`.
    ///
    /// `now` is what dates are counted from; a date that has passed means no wait.
    package init(_ headers: HTTPFields, now: Date) {
        let milliseconds = headers["retry-after-ms"].flatMap { Self.duration($0, unit: .milliseconds(1)) }
        delay = milliseconds ?? headers["retry-after"].flatMap { Self.delay($0, now: now) }
        advice = headers["x-should-retry"].flatMap { Advice(rawValue: Self.trimmed($0).lowercased()) }
    }

    private static func delay(_ text: String, now: Date) -> Duration? {
        if let seconds = duration(text, unit: .seconds(1)) { return seconds }
        guard let date = HTTPDate.seconds(trimmed(text)) else { return nil }
        let left = Double(date) - now.timeIntervalSince1970
        guard left > 0 else { return .zero }
        return min(.milliseconds(Int64((left * 1_000).rounded(.up))), longest)
    }

    /// A count of units: digits, with a fraction or without; everything else is nonsense.
    private static func duration(_ text: String, unit: Duration) -> Duration? {
        let text = trimmed(text)
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let count = Double(text)
        else { return nil }
        guard count < Double(longest / unit) else { return longest }
        return unit * count
    }

    private static func trimmed(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespaces)
    }
}
