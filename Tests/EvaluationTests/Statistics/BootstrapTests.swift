import Evaluation
import Testing

@Suite("Resampled intervals")
struct BootstrapTests {
    private let bootstrap = Bootstrap(seed: 7)

    /// There are 27 resamples.
    ///
    /// The mean is 0 in 1 of them (3.7 %) and 1 in another, so that both ends of the 95 % interval are there. Of the 80 % interval, 1/6 is reached at 4/27 (14.8 %) and 5/6 at 26/27.
    @Test func `are those of all resamples of three values`() throws {
        let wide = try #require(bootstrap.interval(of: [0, 0.5, 1]))
        let narrow = try #require(bootstrap.interval(of: [0, 0.5, 1], level: 0.8))

        #expect(wide == 0...1)
        #expect(abs(narrow.lowerBound - 1.0 / 6) < 1e-12)
        #expect(abs(narrow.upperBound - 5.0 / 6) < 1e-12)
    }

    /// All 256 resamples of four values, sorted: 2.5 % lies among the means of 0.1 (1.95 % to 4.30 %), 97.5 % among
    /// those of 0.8 (96.48 % to 98.05 %).
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `are those of all resamples of four values`(seed: UInt64) throws {
        let interval = try #require(Bootstrap(seed: seed).interval(of: [0, 0.2, 0.5, 1]))

        #expect(abs(interval.lowerBound - 0.1) < 1e-12)
        #expect(abs(interval.upperBound - 0.8) < 1e-12)
    }

    /// NumPy, two million resamples: 0.41667 to 0.71667; one step of these means is 1/240.
    @Test func `come near those of another program`() throws {
        let values = [0.1, 0.25, 0.3, 0.35, 0.5, 0.55, 0.6, 0.7, 0.75, 0.8, 0.9, 1.0]

        let interval = try #require(bootstrap.interval(of: values))

        #expect(abs(interval.lowerBound - 0.416_67) < 0.01)
        #expect(abs(interval.upperBound - 0.716_67) < 0.01)
    }

    /// The hours of sleep.
    ///
    /// NumPy, two million resamples of the pairs' differences: -2.38 to -0.95.
    @Test func `are of the differences where values are pairs`() throws {
        let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
        let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

        let pairs = try #require(bootstrap.interval(of: zip(first, second).map { $0 - $1 }))

        #expect(abs(pairs.lowerBound + 2.38) < 0.05)
        #expect(abs(pairs.upperBound + 0.95) < 0.05)
    }

    @Test func `are nothing below two values, and a point where all are equal`() {
        #expect(bootstrap.interval(of: []) == nil)
        #expect(bootstrap.interval(of: [0.3]) == nil)
        #expect(bootstrap.interval(of: [0.1, 0.1, 0.1]) == 0.1...0.1)
    }

    @Test func `are the same for the same seed, and others for another stream`() {
        let values = (1...40).map { Double($0) * 0.731 - Double($0 * $0 % 17) }

        #expect(bootstrap.interval(of: values) == Bootstrap(seed: 7).interval(of: values))
        #expect(bootstrap.interval(of: values) != bootstrap.stream(1).interval(of: values))
    }

    /// Two million draws in all, and no less than 500 resamples: of 200 values 10,000, of 201 two million by 201.
    @Test(arguments: [
        (0, 10_000), (1, 10_000), (200, 10_000), (201, 9_950), (1_000, 2_000), (4_000, 500), (1_000_000, 500),
    ])
    func `are fewer of many values`(count: Int, drawn: Int) {
        #expect(bootstrap.resamples(of: count) == drawn)
        #expect(Bootstrap(resamples: 300, seed: 7).resamples(of: count) == 300, "Never more than asked for.")
    }

    @Test func `draw as many as they say`() {
        let entries = (1...201).map { Bootstrap.Entry(Double($0)) }

        let drawn = bootstrap.resampling(of: entries)

        #expect(drawn.drawn == 9_950)
        #expect(drawn.empty == 0)
    }

    /// Ten values of 1, of which five count: of a resample in which k count the ratio is 10/k, and k is binomial.
    ///
    /// None counts in 1 of 1,024 resamples. Of the other 1,023, k is 1 in 10 (0.98 %) and 2 in 45 (with those before
    /// 5.4 %), so that 97.5 % lies at 10/2; it is 10 in 1, 9 in 10 (1.1 %) and 8 in 45 (5.5 %): 2.5 % lies at 10/8.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `of a ratio are of the resamples that have it, where few lack it`(seed: UInt64) {
        let entries = (0..<10).map { Bootstrap.Entry(1, weight: $0 % 2) }

        let drawn = Bootstrap(seed: seed).resampling(of: entries)

        #expect(drawn.interval == 1.25...5)
        #expect((1...40).contains(drawn.empty), "About 10 of 10,000, found \(drawn.empty)")
    }

    /// One of four counts, and none does in (3/4)^4 of the resamples, 31.6 %; of five of which two count, in 7.8 %.
    @Test(arguments: [[1, 0, 0, 0], [1, 1, 0, 0, 0], [0, 0, 0]])
    func `of a ratio are nothing where more than the tail lack it`(weights: [Int]) {
        let drawn = bootstrap.resampling(of: weights.map { Bootstrap.Entry(2, weight: $0) })

        #expect(drawn.interval == nil)
        #expect(drawn.empty > drawn.drawn / 40)
    }

    /// Five of which two count lack it in 7.8 % of the resamples: less than the 10 % beyond each end of an 80 % interval.
    @Test func `of a ratio allow for what lies beyond them`() {
        let entries = [1, 1, 0, 0, 0].map { Bootstrap.Entry(2, weight: $0) }

        #expect(bootstrap.resampling(of: entries, level: 0.8).interval != nil)
        #expect(bootstrap.resampling(of: entries, level: 0.95).interval == nil)
    }

    @Test func `of a ratio are nothing below two values`() {
        #expect(bootstrap.resampling(of: []) == bootstrap.resampling(of: [Bootstrap.Entry(3)]))
        #expect(bootstrap.resampling(of: [Bootstrap.Entry(3)]).drawn == 0)
    }

    /// NumPy's `percentile` of 1, 2, 4, 8: 25 % lies at 1.75, 90 % at 6.8.
    @Test func `lie between neighbours`() {
        #expect([1.0, 2, 4, 8].quantile(0.25) == 1.75)
        #expect(abs([1.0, 2, 4, 8].quantile(0.9) - 6.8) < 1e-12)
        #expect([1.0, 2, 4, 8].quantile(0) == 1)
        #expect([1.0, 2, 4, 8].quantile(1) == 8)
    }
}
