import Engine
import Evaluation
import Testing

@Suite("Two models on the same items")
struct PairedComparisonTests {
    private func scores(_ values: [String: Double?]) -> [ItemScore] {
        values.map { id, value in
            ItemScore(
                id: id, category: .single, figures: value.map { [.toolRecall: $0] } ?? [:],
                mistakes: value == 1 ? [] : [.missing("f", number: 1)])
        }
    }

    /// Differences of a, b, c, d: 1/2, 0, 1/2, 1: mean 1/2, variance (0 + 1/4 + 0 + 1/4)/3 = 1/6, so that t is
    /// (1/2)/√(1/24) = √6 with 3 degrees of freedom.
    @Test func `are compared pair by pair`() throws {
        let left = scores(["a": 1, "b": 0.5, "c": 1, "d": 1])
        let right = scores(["a": 0.5, "b": 0.5, "c": 0.5, "d": 0])

        let comparison = PairedComparison(left, right, metric: .toolRecall, seed: 7)

        #expect(comparison.n == 4)
        #expect(comparison.leftOut == 0)
        #expect(comparison.meanDifference == 0.5)
        #expect(comparison.means?.left == 0.875)
        guard case .computed(let t, degreesOfFreedom: 3, let p) = comparison.tTest else {
            Issue.record("\(comparison.tTest)")
            return
        }
        #expect(abs(t - 6.0.squareRoot()) < 1e-12)
        #expect(abs(p - StudentT.twoSided(6.0.squareRoot(), degreesOfFreedom: 3)) < 1e-12)
        // Each draw adds 0, 1/2, 1/2 or 1, so that the mean is a binomial of 8 over 8: 0 in 1 of 256 resamples, 1/8 or
        // less in 9 (3.5 %). So 2.5 % lies at 1/8, and 97.5 % at 7/8.
        #expect(comparison.interval.map { [$0.lower, $0.upper] } == [0.125, 0.875])
        #expect(comparison.interval?.method == .bootstrap)
        #expect(comparison.rightOnlyLeft == ["a", "c", "d"])
        #expect(comparison.rightOnlyRight.isEmpty)
    }

    @Test func `what only one has is named or counted`() {
        let left = scores(["a": 1, "b": nil, "c": 0, "x": 1])
        let right = scores(["a": 1, "b": 1, "c": 1, "y": 1])

        let comparison = PairedComparison(left, right, metric: .toolRecall, seed: 7)

        #expect(comparison.n == 2)
        #expect(comparison.leftOut == 1)
        #expect(comparison.unpaired == ["x", "y"])
        #expect(comparison.meanDifference == -0.5)
        #expect(comparison.rightOnlyRight == ["b", "c"])
    }

    @Test func `what is left out has its reasons, that of the first for what both lack`() {
        func scores(_ reasons: [String: Omission?]) -> [ItemScore] {
            reasons.map { id, reason in
                ItemScore(
                    id: id, category: .single, figures: reason == nil ? [.solved: 1] : [:],
                    omissions: reason.map { [.solved: $0] } ?? [:])
            }
        }
        let left = scores(["a": nil, "b": .noVerdict, "c": .noVerdict, "d": nil])
        let right = scores(["a": nil, "b": nil, "c": .otherJudge, "d": .notJudged])

        let comparison = PairedComparison(left, right, metric: .solved, seed: 7)

        #expect(comparison.n == 1 && comparison.leftOut == 3)
        #expect(comparison.omissions == [.noVerdict: 2, .notJudged: 1])
    }

    @Test func `nothing in common is no difference of zero`() {
        let comparison = PairedComparison(
            scores(["a": 1]), scores(["b": 1]), metric: .toolRecall, seed: 7)

        #expect(comparison.meanDifference == nil)
        #expect(comparison.tTest == .tooFew(pairs: 0))
        #expect(comparison.interval == nil)
        #expect(comparison.unpaired == ["a", "b"])
    }

    @Test func `a model does not differ from itself`() throws {
        let comparison = PairedComparison(ScoredItems.scores, ScoredItems.scores.reversed(), metric: .callF1, seed: 7)

        #expect(comparison.n == 39)
        #expect(comparison.leftOut == 5)
        #expect(comparison.tTest == .noDifference(pairs: 39))
        #expect(comparison.interval.map { [$0.lower, $0.upper] } == [0, 0])
        #expect(try JSON(encoding: comparison).decoded(as: PairedComparison.self) == comparison)
    }
}
