import Engine
import Evaluation
import Testing

@Suite("Metrics of an item")
struct MetricTests {
    @Test func `the fixture has at least thirty predictions, and every item has its row`() {
        #expect(ScoredItems.file.problems.isEmpty)
        #expect(ScoredItems.file.rows.count == 42)
        #expect(ScoredItems.truths.count == 44)
        #expect(Set(ScoredItems.truths.map(\.id)) == Set(ScoredItems.expected.keys))
    }

    @Test("are those worked out by hand", arguments: ScoredItems.scores)
    func areThoseWorkedOutByHand(score: ItemScore) throws {
        let row = try #require(ScoredItems.expected[score.id])

        for (metric, fraction) in row {
            let (found, expected) = (score.figures[metric], fraction?.value)
            #expect((found == nil) == (expected == nil), "\(metric) of \(score.id)")
            if let found, let expected { #expect(abs(found - expected) < 1e-12, "\(metric) of \(score.id)") }
        }
    }

    @Test("count what is shared by calls or arguments", arguments: ScoredItems.scores)
    func countWhatIsSharedByCallsOrArguments(score: ItemScore) throws {
        let row = try #require(ScoredItems.expected[score.id])

        let counted: [Metric] = [
            .callRecall, .callExactMatch, .argumentAccuracy, .schemaValid, .hallucinatedCalls, .chainOrder,
        ]
        for metric in counted {
            let expected = row[metric]?.map { Tally($0.part, of: $0.whole) }
            #expect(score.tallies[metric] == expected, "\(metric) of \(score.id)")
        }
    }

    @Test("count the precision of calls by the calls, where there are any", arguments: ScoredItems.scores)
    func countThePrecisionOfCalls(score: ItemScore) throws {
        let expected = try #require(ScoredItems.expected[score.id]?[.callPrecision])
        let calls = ScoredItems.file.rows.first { $0.prediction.id == score.id }?.prediction.calls.count ?? 0

        #expect(score.tallies[.callPrecision] == (calls > 0 ? expected.map { Tally($0.part, of: $0.whole) } : nil))
        #expect(score.tallies[.callPrecision]?.whole == (calls > 0 && expected != nil ? calls : nil))
    }

    @Test("have a figure or a reason, never both", arguments: ScoredItems.scores)
    func haveAFigureOrAReason(score: ItemScore) {
        for metric in Metric.allCases {
            #expect((score.figures[metric] == nil) == (score.omissions[metric] != nil), "\(metric) of \(score.id)")
        }
        #expect(score.isRight == (score.figures[.right] == 1))
    }

    @Test func `a judge's verdict is a figure where a tool can help`() throws {
        let good = QualityVerdict([
            .init(request: "a", score: 80, reason: ""), .init(request: "b", score: 0, reason: ""),
        ])
        let truth = try #require(ScoredItems.truths.first)
        let vain = try #require(ScoredItems.truths.last)

        let score = ItemScore(nil, against: truth, tools: ScoredItems.tools, quality: good, solved: .unsure)
        let irrelevant = ItemScore(nil, against: vain, tools: ScoredItems.tools, quality: good, solved: .solved)

        #expect(score.figures[.quality] == 40)
        #expect(score.figures[.solved] == 0.5)
        #expect(irrelevant.omissions[.quality] == .irrelevant)
        #expect(irrelevant.omissions[.solved] == .irrelevant)
    }

    @Test func `a call whose schema is not known counts neither way`() throws {
        let truth = try #require(ScoredItems.truths.first)
        let prediction = Prediction(
            id: truth.id, calls: [.init(name: "weather", arguments: #"{"city": "Oslo"}"#)], response: "")

        let score = ItemScore(prediction, against: truth, tools: [:])

        #expect(score.omissions[.schemaValid] == .noSchema)
        #expect(score.figures[.hallucinatedCalls] == 0)
        #expect(score.figures[.callExactMatch] == 1)
    }

    @Test func `calls that need nothing of one another have no order to keep`() throws {
        let calls = ["Oslo", "Rome"].map { ToolCall(tool: ToolName("find_\($0)"), arguments: ["city": .string($0)]) }
        func score(_ category: Truth.Category) -> ItemScore {
            let truth = Truth(
                id: "a", query: "?", offered: calls.map(\.tool), calls: calls, response: "", category: category)
            let swapped = calls.reversed().map {
                Prediction.Call(name: $0.tool.text, arguments: $0.arguments.compactText)
            }
            return ItemScore(Prediction(id: "a", calls: swapped, response: ""), against: truth, tools: [:])
        }

        #expect(score(.parallel).isRight)
        #expect(score(.parallel).figures[.chainOrder] == nil)
        #expect(score(.parallel).omissions[.chainOrder] == .independent)
        #expect(score(.chained).figures[.chainOrder] == 0.5)
    }

    @Test func `a score survives being stored`() throws {
        for score in ScoredItems.scores {
            let stored = try JSON(encoding: score)

            #expect(try stored.decoded(as: ItemScore.self) == score)
        }
    }

    @Test func `each metric says what it is, and names are not used twice`() {
        #expect(Set(Metric.allCases.map(\.title)).count == Metric.allCases.count)
        #expect(Set(Metric.allCases.map(\.meaning)).count == Metric.allCases.count)
        #expect(Metric.allCases.filter { !$0.higherIsBetter } == [.hallucinatedCalls])
        #expect(Metric.allCases.filter { $0.scale == 100 } == [.quality])
        #expect(Set(Omission.allCases.map(\.reason)).count == Omission.allCases.count)
    }
}
