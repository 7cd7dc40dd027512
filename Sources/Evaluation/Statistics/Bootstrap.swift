import Engine

/// Intervals of means by drawing from the values again and again.
///
/// The percentile method of Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), section 13.3.
package struct Bootstrap: Sendable {
    /// How many resamples are asked for; ``resamples(of:)`` has how many are drawn.
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

    /// How many resamples of so many values are drawn: those asked for, or what two million draws allow, but for that
    /// never less than 500.
    ///
    /// The usual 10,000 are drawn of up to 200 values, 2,000 of 1,000, and 500 of 4,000 and more.
    package func resamples(of count: Int) -> Int { min(resamples, max(500, 2_000_000 / max(1, count))) }

    /// The interval of the mean; nil below two values, one point where all are equal.
    ///
    /// For pairs, take their differences.
    package func interval(of values: [Double], level: Double = 0.95) -> ClosedRange<Double>? {
        resampling(of: values.map { Entry($0) }, level: level).interval
    }

    /// What the resamples of a ratio come to: the sum of the values by the sum of the weights.
    ///
    /// A resample without any weight has no such ratio. The interval is of the others, as long as no more lack it than
    /// lie beyond one end of the interval: 2.5 % of the resamples at the usual level.
    package func resampling(of entries: [Entry], level: Double = 0.95) -> Resampling {
        guard entries.count > 1 else { return Resampling(interval: nil, drawn: 0, empty: 0) }
        let drawn = resamples(of: entries.count)
        var random = SeededGenerator(for: .resampling, seed: seed, sample: 0, iteration: number)
        let ratios = (0..<drawn).compactMap { _ in random.resampledRatio(of: entries) }.sorted()
        let (tail, empty) = ((1 - level) / 2, drawn - ratios.count)
        let isKnown = !ratios.isEmpty && Double(empty) <= tail * Double(drawn)
        return Resampling(
            interval: isKnown ? ratios.quantile(tail)...ratios.quantile(1 - tail) : nil, drawn: drawn, empty: empty)
    }
}

extension Bootstrap {
    /// A value that is drawn, and for how many it counts.
    package struct Entry: Hashable, Sendable {
        let value: Double
        /// 1 in a mean; 0 for what is added to the sum and is none of those by whom it is divided.
        let weight: Int

        package init(_ value: Double, weight: Int = 1) {
            self.value = value
            self.weight = weight
        }
    }

    /// What resamples came to.
    package struct Resampling: Hashable, Sendable {
        /// Nil below two values, and where too many resamples lack the figure.
        package let interval: ClosedRange<Double>?
        /// How many resamples there are; 0 below two values.
        package let drawn: Int
        /// How many of them lack the figure.
        package let empty: Int
    }
}

/// Entries added up, as differences from the first, so that equal values have just their own mean.
private struct RatioSum {
    let first: Double
    var differences = 0.0
    var weight = 0
    var count = 0

    init(from first: Double) {
        self.first = first
    }

    mutating func add(_ entry: Bootstrap.Entry) {
        differences += entry.value - first
        weight += entry.weight
        count += 1
    }

    /// Nil without any weight.
    var ratio: Double? {
        guard weight > 0 else { return nil }
        return first * (Double(count) / Double(weight)) + differences / Double(weight)
    }
}

extension SeededGenerator {
    /// The ratio of as many entries as there are, each drawn from all of them.
    fileprivate mutating func resampledRatio(of entries: [Bootstrap.Entry]) -> Double? {
        let count = UInt64(entries.count)
        var sum = RatioSum(from: entries[0].value)
        for _ in 0..<count {
            // The upper half of the product is even enough: the count is tiny beside 2^64.
            sum.add(entries[Int(next().multipliedFullWidth(by: count).high)])
        }
        return sum.ratio
    }
}

extension [Bootstrap.Entry] {
    /// The sum of the values by the sum of the weights; nil without any weight.
    var ratio: Double? {
        guard let first else { return nil }
        return reduce(into: RatioSum(from: first.value)) { $0.add($1) }.ratio
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
