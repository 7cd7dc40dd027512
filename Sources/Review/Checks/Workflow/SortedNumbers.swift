/// Numbers that are looked up by value and tolerance.
struct SortedNumbers {
    private var values: [Double] = []

    mutating func add(_ value: Double) {
        if value.isFinite { values.append(value) }
    }

    /// Has to be called after the last one was added.
    mutating func sort() { values.sort() }

    func has(_ value: Double, within tolerance: Double) -> Bool {
        let slack = tolerance + abs(value) * 1e-9
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < value - slack { low = middle + 1 } else { high = middle }
        }
        return low < values.count && values[low] <= value + slack
    }
}

/// What a person works out from a few numbers: sums, means, differences, shares, products with what was asked.
struct DerivedNumbers {
    private(set) var sorted = SortedNumbers()
    /// By how many percent two values of one kind differ.
    private(set) var shares = SortedNumbers()

    /// Lists above this many numbers have their sum and mean only.
    private static let pairLimit = 24
    /// Kinds of numbers of which pairs are compared, at most.
    private static let groupLimit = 200

    init(groups: [String: [Double]], asked: [Double]) {
        var all: [Double] = []
        var pairedGroups = 0
        for (_, values) in groups.sorted(by: { $0.key < $1.key }) {
            if all.count <= Self.pairLimit * 4 { all += values.prefix(Self.pairLimit * 4) }
            guard values.count > 1 else { continue }
            let sum = values.reduce(0, +)
            let ordered = values.sorted()
            sorted.add(sum)
            sorted.add(sum / Double(values.count))
            sorted.add(ordered[ordered.count - 1] - ordered[0])
            sorted.add((ordered[values.count / 2] + ordered[(values.count - 1) / 2]) / 2)
            if values.count <= Self.pairLimit, pairedGroups < Self.groupLimit {
                pairedGroups += 1
                addPairs(of: values)
                addShares(of: values)
            }
        }
        let distinct = Array(Set(all)).sorted()
        let factors = Array(Set(asked)).sorted().prefix(12)
        if distinct.count <= Self.pairLimit { addPairs(of: distinct) }
        for value in distinct.prefix(Self.pairLimit * 4) { for factor in factors { add(value, with: factor) } }
        sorted.sort()
        shares.sort()
    }

    private mutating func addPairs(of values: [Double]) {
        for (index, left) in values.enumerated() {
            for right in values[(index + 1)...] {
                sorted.add(left + right)
                sorted.add(abs(left - right))
            }
        }
    }

    private mutating func addShares(of values: [Double]) {
        for (index, left) in values.enumerated() {
            for right in values[(index + 1)...] {
                for (part, whole) in [(left, right), (right, left)] where whole != 0 {
                    shares.add(abs(part - whole) / whole * 100)
                    shares.add(part / whole * 100)
                }
            }
        }
    }

    private mutating func add(_ value: Double, with factor: Double) {
        sorted.add(abs(value - factor))
        sorted.add(value + factor)
        if factor > 1 {
            sorted.add(value * factor)
            sorted.add(value / factor)
        }
    }
}
