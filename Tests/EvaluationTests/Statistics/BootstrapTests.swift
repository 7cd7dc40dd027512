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
    /// NumPy, two million resamples: of the pairs' differences -2.38 to -0.95, and of both groups by
    /// themselves -3.15 to -0.01: who takes pairs for groups loses most of what they tell.
    @Test func `are wider for groups than for pairs`() throws {
        let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
        let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

        let pairs = try #require(bootstrap.interval(of: zip(first, second).map { $0 - $1 }))
        let groups = try #require(bootstrap.interval(ofDifference: first, second))

        #expect(abs(pairs.lowerBound + 2.38) < 0.05)
        #expect(abs(pairs.upperBound + 0.95) < 0.05)
        #expect(abs(groups.lowerBound + 3.15) < 0.1)
        #expect(abs(groups.upperBound + 0.01) < 0.1)
    }

    @Test func `are nothing below two values, and a point where all are equal`() {
        #expect(bootstrap.interval(of: []) == nil)
        #expect(bootstrap.interval(of: [0.3]) == nil)
        #expect(bootstrap.interval(ofDifference: [0.3], [0.1, 0.2]) == nil)
        #expect(bootstrap.interval(of: [0.1, 0.1, 0.1]) == 0.1...0.1)
    }

    @Test func `are the same for the same seed, and others for another stream`() {
        let values = (1...40).map { Double($0) * 0.731 - Double($0 * $0 % 17) }

        #expect(bootstrap.interval(of: values) == Bootstrap(seed: 7).interval(of: values))
        #expect(bootstrap.interval(of: values) != bootstrap.stream(1).interval(of: values))
    }

    /// NumPy's `percentile` of 1, 2, 4, 8: 25 % lies at 1.75, 90 % at 6.8.
    @Test func `lie between neighbours`() {
        #expect([1.0, 2, 4, 8].quantile(0.25) == 1.75)
        #expect(abs([1.0, 2, 4, 8].quantile(0.9) - 6.8) < 1e-12)
        #expect([1.0, 2, 4, 8].quantile(0) == 1)
        #expect([1.0, 2, 4, 8].quantile(1) == 8)
    }
}
