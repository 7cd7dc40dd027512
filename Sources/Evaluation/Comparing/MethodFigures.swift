import Engine
import Review

/// What one method came to.
package struct MethodFigures: Hashable, Sendable {
    /// A share of samples, with Wilson's 95 % interval.
    package struct Share: Hashable, Sendable {
        package let part: Int
        package let whole: Int

        package init(_ part: Int, of whole: Int) {
            self.part = part
            self.whole = whole
        }

        /// Nil of nothing.
        package var value: Double? { whole > 0 ? Double(part) / Double(whole) : nil }
        package var interval: ClosedRange<Double>? { WilsonInterval.of(part, of: whole) }
    }

    /// A quantity for each sample, and for each that passed.
    package struct Quantity: Hashable, Sendable {
        /// The mean over all samples of which it is known.
        package let perSample: Mean?
        /// What those samples took together, for each of them that passed: the failed ones are paid for too.
        package let perPassed: Mean?
        /// Samples of which it is known.
        package let known: Int

        /// Whether there are samples to draw from, and too many draws in which nothing passed.
        package var lacksIntervalOfPassed: Bool { known > 1 && perPassed.map { $0.interval == nil } ?? false }
    }

    package struct Mean: Hashable, Sendable {
        package let value: Double
        /// Of the samples, drawn again and again.
        package let resampling: Bootstrap.Resampling

        /// 95 %; nil below two samples, and where nothing passed in more than 2.5 % of the resamples.
        package var interval: ClosedRange<Double>? { resampling.interval }
    }

    package let passed: Share
    /// For each judge that was asked; empty where none was.
    package let judged: [JudgedFigures]
    package let quantities: [ComparedQuantity: Quantity]

    package var samples: Int { passed.whole }

    /// The same samples and seed give the same intervals.
    package init(_ samples: [ComparedSample], seed: UInt64, resamples: Int = Bootstrap.usualResamples) {
        passed = Share(samples.count(where: \.hasPassed), of: samples.count)
        judged = JudgedFigures.each(of: samples.compactMap(\.judged))
        let bootstrap = Bootstrap(resamples: resamples, seed: seed)
        quantities = Dictionary(
            uniqueKeysWithValues: ComparedQuantity.allCases.enumerated().map { number, quantity in
                (quantity, Quantity(quantity, of: samples, bootstrap.stream(number)))
            })
    }
}

extension MethodFigures.Quantity {
    fileprivate init(_ quantity: ComparedQuantity, of samples: [ComparedSample], _ bootstrap: Bootstrap) {
        let entries = samples.compactMap { sample in
            quantity.value(of: sample).map { (value: $0, hasPassed: sample.hasPassed) }
        }
        known = entries.count
        perSample = MethodFigures.Mean(of: entries.map { Bootstrap.Entry($0.value) }, bootstrap)
        perPassed = MethodFigures.Mean(
            of: entries.map { Bootstrap.Entry($0.value, weight: $0.hasPassed ? 1 : 0) }, bootstrap)
    }
}

extension MethodFigures.Mean {
    /// Nil where nothing counts.
    fileprivate init?(of entries: [Bootstrap.Entry], _ bootstrap: Bootstrap) {
        guard let value = entries.ratio else { return nil }
        self.value = value
        resampling = bootstrap.resampling(of: entries)
    }
}
