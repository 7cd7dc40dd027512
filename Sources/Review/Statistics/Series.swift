/// So many in each of some equal times, one after the other.
package struct Series: Hashable, Sendable {
    package enum Unit: String, Hashable, Sendable {
        case hour, day
    }

    package let unit: Unit
    package let counts: [Int]

    /// Takes the counts, the oldest first.
    package init(unit: Unit, counts: [Int]) {
        self.unit = unit
        self.counts = counts
    }

    /// The highest of ``levels``.
    package static let highestLevel = 4

    package var sum: Int { counts.reduce(0, +) }

    /// Each as a height from 0, which is nothing at all, to ``highestLevel``, which is the most there is.
    package var levels: [Int] {
        guard let most = counts.max(), most > 0 else { return counts.map { _ in 0 } }
        return counts.map { ($0 * Self.highestLevel + most - 1) / most }
    }
}
