import Evaluation
import Testing

@Suite("The paired t-test")
struct PairedTTestTests {
    private func expectComputed(
        _ test: PairedTTest, t: Double, degreesOfFreedom: Int, p: Double, within tolerance: Double
    ) {
        guard case .computed(let foundT, let freedom, let foundP) = test else {
            Issue.record("It is not computed: \(test)")
            return
        }
        #expect(abs(foundT - t) < tolerance)
        #expect(freedom == degreesOfFreedom)
        #expect(abs(foundP - p) < tolerance)
    }

    /// Student, "The probable error of a mean", Biometrika 6 (1908): additional hours of sleep with two drugs.
    ///
    /// R's `t.test(sleep$extra[1:10], sleep$extra[11:20], paired = TRUE)` prints t = -4.0621, df = 9, p-value = 0.002833.
    @Test func `gives what was published for the hours of sleep`() {
        let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
        let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

        let test = PairedTTest(zip(first, second).map { $0 - $1 })

        expectComputed(test, t: -4.0621, degreesOfFreedom: 9, p: 0.002833, within: 5e-5)
        expectComputed(
            test, t: -4.062_127_683_382_037, degreesOfFreedom: 9, p: 0.002_832_890_197_384_273, within: 1e-12)
    }

    /// Darwin's heights of maize, crossed and self-fertilised, in inches, as Fisher tests them in "The Design of
    /// Experiments" (1935), section 17: t = 2.148 with 14 degrees of freedom.
    @Test func `gives what was published for the heights of maize`() {
        let crossed = [
            23.5, 12, 21, 22, 19.125, 21.5, 22.125, 20.375, 18.25, 21.625, 23.25, 21, 22.125, 23, 12,
        ]
        let selfed = [
            17.375, 20.375, 20, 20, 18.375, 18.625, 18.625, 15.25, 16.5, 18, 16.25, 18, 12.75, 15.5, 18,
        ]

        let test = PairedTTest(zip(crossed, selfed).map { $0 - $1 })

        expectComputed(test, t: 2.148, degreesOfFreedom: 14, p: 0.0497, within: 5e-5)
    }

    @Test func `has no verdict where there is no variance`() {
        #expect(PairedTTest([]) == .tooFew(pairs: 0))
        #expect(PairedTTest([0.5]) == .tooFew(pairs: 1))
        #expect(PairedTTest([0, 0, 0]) == .noDifference(pairs: 3))
        #expect(PairedTTest([0.25, 0.25]) == .constantDifference(0.25, pairs: 2))
        #expect(PairedTTest([0, 0, 0]).p == 1)
        #expect(PairedTTest([0.25, 0.25]).p == nil)
        #expect(PairedTTest([0.5]).p == nil)
    }

    @Test func `does not take rounding for variance`() {
        let differences = [0.3 - 0.2, 0.4 - 0.3, 0.9 - 0.8, 0.1]

        #expect(Set(differences).count > 1)
        guard case .constantDifference(let difference, pairs: 4) = PairedTTest(differences) else {
            Issue.record("It takes rounding for variance.")
            return
        }
        #expect(abs(difference - 0.1) < 1e-12)
    }

    /// SciPy 1.17: `2 * stats.t.sf(t, df)`.
    @Test(
        "agrees with another program on the distribution",
        arguments: [
            (12.706, 1, 0.050_000_802_358_133_19), (2, 1, 0.295_167_235_300_866_5), (1, 2, 0.422_649_730_810_374_2),
            (2.776, 4, 0.050_022_778_319_976_42), (-2.228, 10, 0.050_011_771_817_111_32),
            (0.1, 5, 0.924_230_141_154_660_4), (30, 3, 8.135_280_427_163_958e-5),
            (5, 200, 1.250_198_127_771_540_7e-6), (0, 7, 1), (40, 60, 5.755_480_486_627_385e-45),
        ] as [(Double, Int, Double)])
    func agreesOnTheDistribution(t: Double, degreesOfFreedom: Int, p: Double) {
        #expect(abs(StudentT.twoSided(t, degreesOfFreedom: degreesOfFreedom) / p - 1) < 1e-11)
    }

    /// Many degrees of freedom: SciPy has 0.04999606758526985.
    @Test func `comes near the normal distribution`() {
        #expect(abs(StudentT.twoSided(1.96, degreesOfFreedom: 1_000_000) - 0.049_996_067_585_27) < 1e-9)
    }

    /// SciPy 1.17: `special.betainc(a, b, x)`; I_0.2(2, 3) is 0.1808 by hand, as 1 − 0.8^4 − 4·0.2·0.8^3.
    @Test(
        "rests on a right incomplete beta function",
        arguments: [
            (0.5, 0.5, 0.5, 0.5), (0.2, 2, 3, 0.1808), (0.9, 10, 0.5, 0.151_640_909_634_709_94), (0.99, 50, 50, 1),
            (0.5, 5, 0.5, 0.010_119_559_735_433_718), (0.3, 300, 700, 0.503_671_182_860_768_1),
            (0.001, 0.5, 2, 0.047_418_353_514_224_84), (0, 2, 3, 0), (1, 2, 3, 1),
        ] as [(Double, Double, Double, Double)])
    func restsOnARightIncompleteBeta(x: Double, a: Double, b: Double, expected: Double) {
        #expect(abs(IncompleteBeta.regularised(x, a, b) - expected) < 1e-11)
    }
}
