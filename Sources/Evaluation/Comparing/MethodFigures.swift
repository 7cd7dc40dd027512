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

    /// What judges made of the answers that they were asked about.
    package struct Judged: Hashable, Sendable {
        package let solved: Int
        package let unsure: Int
        package let unsolved: Int

        package var count: Int { solved + unsure + unsolved }
        /// StableToolBench's SoPR: solved counts 1 and unsure a half; nil of nothing.
        package var rate: Double? {
            count > 0 ? (Double(solved) + 0.5 * Double(unsure)) / Double(count) : nil
        }
    }

    /// A quantity for each sample, and for each that passed.
    package struct Quantity: Hashable, Sendable {
        /// The mean over all samples of which it is known.
        package let perSample: Mean?
        /// What those samples took together, for each of them that passed: the failed ones are paid for too.
        package let perPassed: Mean?
        /// Samples of which it is known.
        package let known: Int

        /// Whether there are samples to draw from, and draws in which nothing passed.
        package var lacksIntervalOfPassed: Bool { known > 1 && perPassed.map { $0.interval == nil } ?? false }
    }

    package struct Mean: Hashable, Sendable {
        package let value: Double
        /// By resampling the samples, 95 %; nil below two of them, and where a resample has no such figure.
        package let interval: ClosedRange<Double>?
    }

    package let passed: Share
    /// Nil where no judge was asked.
    package let judged: Judged?
    package let quantities: [ComparedQuantity: Quantity]

    package var samples: Int { passed.whole }

    /// The same samples and seed give the same intervals.
    package init(_ samples: [ComparedSample], seed: UInt64, resamples: Int = Bootstrap.usualResamples) {
        passed = Share(samples.count(where: \.hasPassed), of: samples.count)
        judged = Judged(samples.compactMap(\.verdict))
        quantities = Dictionary(
            uniqueKeysWithValues: ComparedQuantity.allCases.enumerated().map { number, quantity in
                (quantity, Quantity(quantity, of: samples, seed: seed, number: number, resamples: resamples))
            })
    }
}

extension MethodFigures.Judged {
    fileprivate init?(_ verdicts: [SolvedVerdict]) {
        guard !verdicts.isEmpty else { return nil }
        func count(_ verdict: SolvedVerdict) -> Int { verdicts.count { $0 == verdict } }
        self.init(solved: count(.solved), unsure: count(.unsure), unsolved: count(.unsolved))
    }
}

extension MethodFigures.Quantity {
    /// A sample whose value is known, and whether it passed.
    fileprivate typealias Entry = (value: Double, hasPassed: Bool)

    fileprivate init(
        _ quantity: ComparedQuantity, of samples: [ComparedSample], seed: UInt64, number: Int, resamples: Int
    ) {
        let entries = samples.compactMap { sample in
            quantity.value(of: sample).map { (value: $0, hasPassed: sample.hasPassed) }
        }
        known = entries.count
        let draws = Self.draws(
            of: entries, SeededGenerator(for: .resampling, seed: seed, sample: 0, iteration: number), resamples)
        perSample = Self.mean(of: entries, draws, over: entries.count) { $0.sum / Double(entries.count) }
        perPassed = Self.mean(of: entries, draws, over: entries.count(where: \.hasPassed)) { draw in
            draw.passed > 0 ? draw.sum / Double(draw.passed) : nil
        }
    }

    /// What a resample has together.
    fileprivate struct Draw {
        var sum = 0.0
        var passed = 0

        mutating func add(_ entry: Entry) {
            sum += entry.value
            if entry.hasPassed { passed += 1 }
        }
    }

    private static func mean(
        of entries: [Entry], _ draws: [Draw], over count: Int, _ figure: (Draw) -> Double?
    ) -> MethodFigures.Mean? {
        let whole = entries.reduce(into: Draw()) { $0.add($1) }
        guard count > 0, let value = figure(whole) else { return nil }
        // A resample in which nothing passed has no figure for each that passed: an interval without it would be narrower
        // than what is known.
        let figures = draws.compactMap(figure).sorted()
        let isWhole = !figures.isEmpty && figures.count == draws.count
        let interval = isWhole ? figures.quantile(0.025)...figures.quantile(0.975) : nil
        return MethodFigures.Mean(value: value, interval: interval)
    }

    /// As many entries as there are, each drawn from all of them; again and again.
    ///
    /// Of many samples fewer resamples do, since each takes longer.
    private static func draws(of entries: [Entry], _ random: SeededGenerator, _ resamples: Int) -> [Draw] {
        guard entries.count > 1 else { return [] }
        var random = random
        let count = UInt64(entries.count)
        return (0..<min(resamples, max(500, 2_000_000 / entries.count))).map { _ in
            var draw = Draw()
            for _ in entries { draw.add(entries[Int(random.next().multipliedFullWidth(by: count).high)]) }
            return draw
        }
    }
}
