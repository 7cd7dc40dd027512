import Engine

/// Intervals of means by drawing from the values again and again.
///
/// The percentile method of Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), section 13.3.
package struct Bootstrap: Sendable {
    package let resamples: Int
    private let seed: UInt64
    private let number: Int

    /// How many resamples a figure usually gets.
    package static let usualResamples = 10_000

    package init(resamples: Int = usualResamples, seed: UInt64) {
        self.init(resamples: resamples, seed: seed, number: 0)
    }

    private init(resamples: Int, seed: UInt64, number: Int) {
        self.resamples = max(1, resamples)
        self.seed = seed
        self.number = number
    }

    /// The same with draws of its own, for one of several figures.
    package func stream(_ number: Int) -> Bootstrap {
        Bootstrap(resamples: resamples, seed: seed, number: number)
    }

    /// The interval of the mean; nil below two values, one point where all are equal.
    ///
    /// For pairs, take their differences.
    package func interval(of values: [Double], level: Double = 0.95) -> ClosedRange<Double>? {
        guard values.count > 1 else { return nil }
        return middle(of: means { $0.mean(ofResampled: values) }, level)
    }

    /// The interval of the difference of two means, the first less the second, of values that are no pairs; nil where
    /// one has less than two.
    package func interval(
        ofDifference left: [Double], _ right: [Double], level: Double = 0.95
    ) -> ClosedRange<Double>? {
        guard left.count > 1, right.count > 1 else { return nil }
        let differences = means { $0.mean(ofResampled: left) - $0.mean(ofResampled: right) }
        return middle(of: differences, level)
    }

    private func means(_ draw: (inout SeededGenerator) -> Double) -> [Double] {
        var random = SeededGenerator(for: .resampling, seed: seed, sample: 0, iteration: number)
        return (0..<resamples).map { _ in draw(&random) }.sorted()
    }

    private func middle(of sorted: [Double], _ level: Double) -> ClosedRange<Double> {
        let tail = (1 - level) / 2
        return sorted.quantile(tail)...sorted.quantile(1 - tail)
    }
}

extension SeededGenerator {
    /// The mean of as many values as there are, each drawn from all of them.
    fileprivate mutating func mean(ofResampled values: [Double]) -> Double {
        let count = UInt64(values.count)
        // Summed as differences from the first, so that equal values have just their own mean.
        let first = values[0]
        var sum = 0.0
        for _ in 0..<count {
            // The upper half of the product is even enough: the count is tiny beside 2^64.
            sum += values[Int(next().multipliedFullWidth(by: count).high)] - first
        }
        return first + sum / Double(count)
    }
}

extension Array where Element == Double {
    /// Of values in rising order, the one below which this share lies, interpolated between neighbours.
    ///
    /// Type 7 of Hyndman and Fan (The American Statistician, 1996), as R and NumPy have it by default.
    package func quantile(_ share: Double) -> Double {
        let place = share * Double(count - 1)
        let below = Swift.min(Swift.max(0, Int(place)), count - 1)
        let above = Swift.min(below + 1, count - 1)
        return self[below] + (place - Double(below)) * (self[above] - self[below])
    }

    /// Not for an empty array.
    var mean: Double {
        let first = self[0]
        return first + reduce(0) { $0 + ($1 - first) } / Double(count)
    }
}
