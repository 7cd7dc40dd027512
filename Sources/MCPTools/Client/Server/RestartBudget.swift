/// How often a server that dies may be started anew, and how soon.
package struct RestartBudget: Hashable, Sendable {
    private let most: Int
    private let period: Duration
    private let delay: Duration
    private var restarts: [Duration] = []

    /// At most so many new starts within the period; the first waits for the delay, each further one twice as long.
    package init(_ most: Int, within period: Duration, delay: Duration) {
        self.most = most
        self.period = period
        self.delay = delay
    }

    /// Asks for a new start at a time, and counts it.
    ///
    /// Gives how long to wait before it; nil when there were too many.
    package mutating func restart(at now: Duration) -> Duration? {
        restarts.removeAll { now - $0 >= period }
        guard restarts.count < most else { return nil }
        restarts.append(now)
        return delay * (1 << (restarts.count - 1))
    }
}
