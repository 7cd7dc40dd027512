import Engine

/// What the samples that ended cost, each for itself.
struct SampleCosts: Hashable, Sendable {
    /// Samples whose costs are compared.
    static let window = 60
    private static let leastSamples = 5

    private(set) var count = 0
    private var sum = Money.zero
    private var latest: [Int64] = []

    mutating func add(_ cost: Money) {
        count += 1
        sum = sum + cost
        latest.append(cost.nanodollars)
        if latest.count > Self.window { latest.removeFirst() }
    }

    /// What these and so many more cost together, if half of those cost what the middle half of these did.
    func projection(for left: Int) -> (low: Money, high: Money)? {
        guard count >= Self.leastSamples else { return nil }
        let costs = latest.sorted()
        guard let low = whole(costs[(costs.count - 1) / 4], for: left),
            let high = whole(costs[costs.count - 1 - (costs.count - 1) / 4], for: left)
        else { return nil }
        return (low, high)
    }

    private func whole(_ cost: Int64, for left: Int) -> Money? {
        let (rest, overflows) = cost.multipliedReportingOverflow(by: Int64(left))
        return overflows ? nil : sum + Money(nanodollars: rest)
    }
}
