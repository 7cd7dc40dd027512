/// How long to wait before a further try: a random time from a range that doubles with each failure.
package struct Backoff: Hashable, Sendable {
    /// The range after the first failure.
    package var base: Duration
    /// The widest range.
    package var most: Duration

    package init(base: Duration = .milliseconds(500), most: Duration = .seconds(30)) {
        self.base = base
        self.most = most
    }

    /// The range to draw from after so many failures, from 1.
    package func range(afterFailures failures: Int) -> Duration {
        let doublings = min(max(failures - 1, 0), 40)
        return min(most, base * (1 << doublings))
    }

    /// A wait that is drawn from the range, and counts from the end of `retryAfter` where the endpoint named one.
    ///
    /// So it is never over before the endpoint wants to hear from us, and callers do not all return at once.
    package func delay(
        afterFailures failures: Int, retryAfter: Duration? = nil, using random: inout some RandomNumberGenerator
    ) -> Duration {
        let drawn = range(afterFailures: failures) * Double.random(in: 0..<1, using: &random)
        return max(retryAfter ?? .zero, .zero) + drawn
    }
}
