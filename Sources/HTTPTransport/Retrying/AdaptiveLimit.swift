/// How many requests may be under way at once: halves when the endpoint says that we are too fast, then creeps up.
///
/// Times are readings of one ``Timekeeper``.
package struct AdaptiveLimit: Hashable, Sendable {
    /// What it begins with and never exceeds.
    package let most: Int
    /// At least 1.
    package private(set) var current: Int
    private let window: Duration
    private let successesToGrow: Int
    private var successes = 0
    private var lastCut: Duration?

    /// Cuts at most once in a `window`, and grows by one after `successesToGrow` successes.
    package init(most: Int, window: Duration = .seconds(5), successesToGrow: Int = 10) {
        self.most = max(most, 1)
        current = self.most
        self.window = window
        self.successesToGrow = max(successesToGrow, 1)
    }

    /// Takes a request that the endpoint answered.
    package mutating func recordSuccess() {
        guard current < most else { return }
        successes += 1
        guard successes >= successesToGrow else { return }
        successes = 0
        current += 1
    }

    /// Takes a request that was refused for coming too fast.
    package mutating func recordRefusal(at now: Duration) {
        successes = 0
        // What was sent before the cut is refused as well, and says nothing about the new limit.
        if let lastCut, now < lastCut + window { return }
        lastCut = now
        current = max(current / 2, 1)
    }
}
