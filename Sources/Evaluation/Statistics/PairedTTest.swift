/// Whether the mean of paired differences is other than zero, by Student's t, two-sided.
package enum PairedTTest: Hashable, Codable, Sendable {
    /// `p` is how often chance alone gives a `t` as far from zero.
    case computed(t: Double, degreesOfFreedom: Int, p: Double)
    /// All differences are zero: nothing tells the two apart.
    case noDifference(pairs: Int)
    /// All differences are the same and not zero: `t` has no bounds, and `p` is not defined.
    case constantDifference(Double, pairs: Int)
    /// Below two pairs there is no variance.
    case tooFew(pairs: Int)

    /// Tests the differences of values that belong together, the first less the second.
    package init(_ differences: [Double]) {
        let pairs = differences.count
        guard let first = differences.first, pairs > 1 else {
            self = .tooFew(pairs: pairs)
            return
        }
        guard differences.contains(where: { $0 != first }) else {
            self = first == 0 ? .noDifference(pairs: pairs) : .constantDifference(first, pairs: pairs)
            return
        }
        let mean = differences.mean
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / Double(pairs - 1) / Double(pairs)).squareRoot()
        // Differences that differ only by rounding.
        guard error > 10 * Double.ulpOfOne * abs(mean) else {
            self = .constantDifference(mean, pairs: pairs)
            return
        }
        let t = mean / error
        self = .computed(t: t, degreesOfFreedom: pairs - 1, p: StudentT.twoSided(t, degreesOfFreedom: pairs - 1))
    }

    /// 1 where nothing differs; nil where it is not defined.
    package var p: Double? {
        switch self {
        case .computed(_, _, let p): p
        case .noDifference: 1
        case .constantDifference, .tooFew: nil
        }
    }
}
