import Engine
import Review

/// One metric over many items.
package struct MetricFigure: Hashable, Codable, Sendable {
    /// The mean over the items that have the metric; nil where none has, never 0 for that.
    package let mean: Double?
    /// How many items have it.
    package let n: Int
    /// How many items lack it, by the reason.
    package let omissions: [Omission: Int]
    /// The 95 % interval of the mean; nil below two items.
    package let interval: MeanInterval?
    /// All items' calls or arguments together, where the metric is a share of them.
    package let pooled: Tally?

    /// How many items lack it.
    package var leftOut: Int { omissions.values.reduce(0, +) }
}

/// How sure a mean is.
package struct MeanInterval: Hashable, Codable, Sendable {
    package enum Method: String, Hashable, Codable, Sendable {
        /// Wilson's score interval, for a share of items.
        case wilson
        /// Percentiles of the means of resamples.
        case bootstrap
    }

    package let lower: Double
    package let upper: Double
    package let method: Method

    package init(_ bounds: ClosedRange<Double>, by method: Method) {
        lower = bounds.lowerBound
        upper = bounds.upperBound
        self.method = method
    }
}

/// What an evaluation comes to: each metric over all items and over those of each category.
package struct EvaluationFigures: Hashable, Codable, Sendable {
    package let items: Int
    /// Items in which nothing is wrong.
    package let right: Int
    /// Items without a whole prediction; they count as wrong.
    package let withoutPrediction: Int
    package let overall: [Metric: MetricFigure]
    /// Of the categories that have items.
    package let byCategory: [Truth.Category: [Metric: MetricFigure]]

    /// Averages; the same seed gives the same intervals, whatever the order of the scores.
    ///
    /// A metric whose every value is 0 or 1 is a share of items and gets Wilson's interval; any other gets the
    /// percentiles of `resamples` resampled means, or of fewer where items are many (``Bootstrap/resamples(of:)``).
    package init(_ scores: [ItemScore], seed: UInt64, resamples: Int = Bootstrap.usualResamples) {
        let scores = scores.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        items = scores.count
        right = scores.count(where: \.isRight)
        withoutPrediction = scores.count { !$0.hasPrediction }
        let bootstrap = Bootstrap(resamples: resamples, seed: seed)
        overall = Self.figures(of: scores, bootstrap)
        byCategory = Dictionary(grouping: scores, by: \.category).mapValues { Self.figures(of: $0, bootstrap) }
    }

    private static func figures(of scores: [ItemScore], _ bootstrap: Bootstrap) -> [Metric: MetricFigure] {
        var figures: [Metric: MetricFigure] = [:]
        for (number, metric) in Metric.allCases.enumerated() {
            figures[metric] = MetricFigure(metric, of: scores, bootstrap.stream(number))
        }
        return figures
    }
}

extension MetricFigure {
    fileprivate init(_ metric: Metric, of scores: [ItemScore], _ bootstrap: Bootstrap) {
        let values = scores.compactMap { $0.figures[metric] }
        let absent = scores.filter { $0.figures[metric] == nil }.map { $0.omissions[metric] ?? .notMeasured }
        let tallies = scores.compactMap { $0.tallies[metric] }
        mean = values.isEmpty ? nil : values.mean
        n = values.count
        omissions = Dictionary(absent.map { ($0, 1) }, uniquingKeysWith: +)
        interval = MeanInterval(of: values, bootstrap)
        pooled =
            tallies.isEmpty
            ? nil
            : tallies.reduce(into: Tally(0, of: 0)) { sum, tally in
                sum.part += tally.part
                sum.whole += tally.whole
            }
    }
}

extension MeanInterval {
    fileprivate init?(of values: [Double], _ bootstrap: Bootstrap) {
        guard values.count > 1 else { return nil }
        if values.allSatisfy({ $0 == 0 || $0 == 1 }) {
            guard let bounds = WilsonInterval.of(values.count { $0 == 1 }, of: values.count) else { return nil }
            self.init(bounds, by: .wilson)
        } else {
            guard let bounds = bootstrap.interval(of: values) else { return nil }
            self.init(bounds, by: .bootstrap)
        }
    }
}
