import Engine

/// Two models on the same items, by one metric.
package struct PairedComparison: Hashable, Codable, Sendable {
    package let metric: Metric
    /// Items of which both have the metric.
    package let n: Int
    /// Items of which both have a score, but one lacks the metric, by the reason of the first that does.
    package let omissions: [Omission: Int]
    /// Items of which only one has a score, by id.
    package let unpaired: [String]
    /// Over the pairs; nil without any.
    package let means: Means?
    package let tTest: PairedTTest
    /// The 95 % interval of the mean difference, by resampling the differences; nil below two pairs.
    package let interval: MeanInterval?
    /// Pairs that only one got right; whatever the metric.
    package let rightOnlyLeft: [String]
    package let rightOnlyRight: [String]

    package struct Means: Hashable, Codable, Sendable {
        package let left: Double
        package let right: Double
    }

    /// How many items lack the metric in one of the two.
    package var leftOut: Int { omissions.values.reduce(0, +) }

    /// The first less the second; nil without a pair.
    package var meanDifference: Double? { means.map { $0.left - $0.right } }

    /// Compares by the items' ids; the same seed gives the same interval, whatever the order of the scores.
    ///
    /// Of several scores with one id the first counts.
    package init(
        _ left: [ItemScore], _ right: [ItemScore], metric: Metric, seed: UInt64,
        resamples: Int = Bootstrap.usualResamples
    ) {
        let lefts = Dictionary(left.map { ($0.id, $0) }) { first, _ in first }
        let rights = Dictionary(right.map { ($0.id, $0) }) { first, _ in first }
        let shared = Set(lefts.keys).intersection(rights.keys).inByteOrder
        let pairs = shared.compactMap { id in lefts[id].flatMap { left in rights[id].map { (left, $0) } } }
        let values = pairs.compactMap { left, right in
            left.figures[metric].flatMap { left in right.figures[metric].map { (left, $0) } }
        }
        let absent = pairs.compactMap { left, right in
            [left, right].first { $0.figures[metric] == nil }.map { $0.omissions[metric] ?? .notMeasured }
        }
        let differences = values.map { $0 - $1 }
        let bootstrap = Bootstrap(resamples: resamples, seed: seed)
        self.metric = metric
        n = values.count
        omissions = Dictionary(absent.map { ($0, 1) }, uniquingKeysWith: +)
        unpaired = Set(lefts.keys).symmetricDifference(rights.keys).inByteOrder
        means = values.isEmpty ? nil : Means(left: values.map(\.0).mean, right: values.map(\.1).mean)
        tTest = PairedTTest(differences)
        interval = bootstrap.interval(of: differences).map { MeanInterval($0, by: .bootstrap) }
        rightOnlyLeft = pairs.filter { $0.isRight && !$1.isRight }.map(\.0.id)
        rightOnlyRight = pairs.filter { !$0.isRight && $1.isRight }.map(\.0.id)
    }
}

extension Set<String> {
    fileprivate var inByteOrder: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
