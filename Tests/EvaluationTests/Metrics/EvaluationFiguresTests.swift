import Engine
import Evaluation
import Testing

@Suite("Figures of an evaluation")
struct EvaluationFiguresTests {
    private static let figures = EvaluationFigures(ScoredItems.scores, seed: 7, resamples: 1_000)

    /// The columns of the fixture's table added up; then the same numbers unreduced, where calls or arguments count.
    @Test(
        "are means over the items that have the metric",
        arguments: [
            (Metric.toolRecall, "203/6", 39, nil), (.toolPrecision, "34", 39, nil), (.toolF1, "101/3", 39, nil),
            (.callRecall, "100/3", 39, "48/56"), (.callPrecision, "97/3", 39, "48/55"),
            (.callF1, "193/6", 39, nil), (.successRate, "161/6", 37, nil),
            (.callExactMatch, "58/3", 39, "33/56"), (.argumentAccuracy, "76/3", 34, "52/65"),
            (.astAccuracy, "18", 39, nil), (.chainOrder, "329/12", 33, "35/44"),
            (.schemaValid, "63/2", 38, "50/57"), (.hallucinatedCalls, "5/2", 38, "3/57"),
            (.relevance, "36", 39, nil), (.irrelevance, "1", 5, nil), (.right, "15", 44, nil),
        ] as [(Metric, String, Int, String?)])
    func areMeans(metric: Metric, sum: String, n: Int, pooled: String?) throws {
        let figure = try #require(Self.figures.overall[metric])
        let mean = try #require(figure.mean)

        #expect(abs(mean - Fraction(sum).value / Double(n)) < 1e-12)
        #expect(figure.n == n)
        #expect(figure.leftOut == 44 - n)
        #expect(figure.pooled == pooled.map(Fraction.init).map { Tally($0.part, of: $0.whole) })
    }

    @Test func `say which items were left out, and why`() {
        let overall = Self.figures.overall

        #expect(overall[.toolRecall]?.omissions == [.irrelevant: 5])
        #expect(overall[.successRate]?.omissions == [.irrelevant: 5, .notMade: 2])
        #expect(overall[.argumentAccuracy]?.omissions == [.irrelevant: 5, .nothingAligned: 5])
        #expect(overall[.chainOrder]?.omissions == [.irrelevant: 5, .independent: 6])
        #expect(overall[.schemaValid]?.omissions == [.noCalls: 6])
        #expect(overall[.irrelevance]?.omissions == [.relevant: 39])
        #expect(overall[.quality]?.omissions == [.irrelevant: 5, .notJudged: 39])
    }

    @Test func `undefined is never zero`() throws {
        let quality = try #require(Self.figures.overall[.quality])
        let chains = try #require(Self.figures.byCategory[.irrelevance]?[.chainOrder])
        let nothing = try #require(EvaluationFigures([], seed: 1).overall[.toolRecall])

        for figure in [quality, chains, nothing] {
            #expect(figure.mean == nil)
            #expect(figure.n == 0)
            #expect(figure.interval == nil)
        }
    }

    @Test func `count items, those that are right, and those without a prediction`() {
        #expect(Self.figures.items == 44)
        #expect(Self.figures.right == 15)
        #expect(Self.figures.withoutPrediction == 4)
    }

    /// From the table's rows of a category: chained recall is (5 + 1/3)/6, parallel success (1 + 1 + 1/2 * 3)/5.
    @Test func `come for each category, too`() throws {
        let categories = Self.figures.byCategory

        #expect(Set(categories.keys) == Set(Truth.Category.allCases))
        let recall = try #require(categories[.chained]?[.toolRecall]?.mean)
        #expect(abs(recall - 16.0 / 18) < 1e-12)
        let success = try #require(categories[.parallel]?[.successRate])
        #expect(abs((success.mean ?? 0) - 3.5 / 5) < 1e-12)
        #expect(success.omissions == [.notMade: 1])
        #expect(categories[.single]?[.right]?.mean == 6.0 / 27)
        #expect(categories[.irrelevance]?[.hallucinatedCalls]?.mean == 0.5)
    }

    /// Wilson's interval of 1 in 5, by its formula: 0.036224 to 0.624465.
    @Test func `a share of items has Wilson's interval`() throws {
        let interval = try #require(Self.figures.overall[.irrelevance]?.interval)

        #expect(interval.method == .wilson)
        #expect(abs(interval.lower - 0.036_22) < 1e-5)
        #expect(abs(interval.upper - 0.624_47) < 1e-5)
    }

    @Test func `another mean has a resampled interval around it`() throws {
        let figure = try #require(Self.figures.overall[.argumentAccuracy])
        let (interval, mean) = (try #require(figure.interval), try #require(figure.mean))

        #expect(interval.method == .bootstrap)
        #expect(interval.lower < mean && mean < interval.upper)
        #expect(interval.lower > 0.5 && interval.upper < 0.95)
    }

    /// A score that was stored before a metric came up says neither its figure nor why there is none.
    @Test func `of a score of an older version say that it was not measured`() throws {
        let old = try JSON(
            parsing: #"""
                {"id":"a","category":"single","figures":{"right":1,"callF1":0.5},"omissions":{"quality":"notJudged"},
                "tallies":{},"mistakes":[]}
                """#
        ).decoded(as: ItemScore.self)
        let overall = EvaluationFigures([old], seed: 1).overall

        #expect(overall[.callF1]?.mean == 0.5)
        #expect(overall[.callRecall]?.mean == nil)
        #expect(overall[.callRecall]?.omissions == [.notMeasured: 1])
        #expect(overall[.quality]?.omissions == [.notJudged: 1])
    }

    @Test func `one item has a mean and no interval`() throws {
        let score = ItemScore(id: "a", category: .single, figures: [.quality: 60])
        let figure = try #require(EvaluationFigures([score], seed: 1).overall[.quality])

        #expect(figure.mean == 60)
        #expect(figure.interval == nil)
    }

    @Test func `do not depend on the order of the items, and are stored whole`() throws {
        let reversed = EvaluationFigures(ScoredItems.scores.reversed(), seed: 7, resamples: 1_000)
        let other = EvaluationFigures(ScoredItems.scores, seed: 8, resamples: 1_000)

        #expect(reversed == Self.figures)
        #expect(other != Self.figures, "Another seed draws other resamples.")
        #expect(try JSON(encoding: Self.figures).decoded(as: EvaluationFigures.self) == Self.figures)
    }
}
