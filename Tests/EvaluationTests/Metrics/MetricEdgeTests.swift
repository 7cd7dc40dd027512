import Engine
import Evaluation
import Testing

/// Where the definitions have corners: nothing expected, nothing called, the same thing twice, and values that are
/// written in other ways.
@Suite("Edges of the metrics")
struct MetricEdgeTests {
    private static let plan = Tool(
        name: "plan", description: "Plans.",
        inputSchema: [
            "type": "object", "required": ["what"],
            "properties": [
                "what": [:], "how": ["type": "object", "default": ["by": "rail", "days": 1]],
                "stops": ["type": "array", "default": []],
            ],
        ])

    private func score(
        _ wanted: [ToolCall], _ calls: [Prediction.Call], offered: [ToolName] = ["f", "g", "plan"],
        _ category: Truth.Category = .chained
    ) -> ItemScore {
        let truth = Truth(id: "t", query: "?", offered: offered, calls: wanted, response: "", category: category)
        return ItemScore(
            Prediction(id: "t", calls: calls, response: ""), against: truth, tools: [Self.plan.name: Self.plan])
    }

    private func wanted(_ names: ToolName...) -> [ToolCall] { names.map { ToolCall(tool: $0, arguments: [:]) } }

    private func called(_ names: String..., outcome: Prediction.Call.Outcome? = .worked) -> [Prediction.Call] {
        names.map { Prediction.Call(name: $0, arguments: "{}", outcome: outcome) }
    }

    /// The score of one call of `plan` with one argument, written in two ways.
    private func score(_ wanted: String, as given: String) throws -> ItemScore {
        score(
            [ToolCall(tool: "plan", arguments: ["what": try JSON(parsing: wanted)])],
            [.init(name: "plan", arguments: #"{"what": \#(given)}"#)], .single)
    }

    private static let ofNames: [Metric] = [
        .toolRecall, .toolPrecision, .toolF1, .callRecall, .callPrecision, .callF1, .successRate,
    ]

    @Test func `where nothing is expected there is nothing to find, whatever is called`() {
        for score in [score([], [], .irrelevance), score([], called("f", "f"), .irrelevance)] {
            for metric in Self.ofNames + [.callExactMatch, .argumentAccuracy, .astAccuracy, .chainOrder] {
                #expect(score.figures[metric] == nil, "\(metric)")
                #expect(score.omissions[metric] == .irrelevant, "\(metric)")
                #expect(score.tallies[metric] == nil, "\(metric)")
            }
        }
    }

    @Test func `where nothing is called all shares are 0, precision too, and calls are rated nowhere`() {
        let score = score(wanted("f", "g"), [])

        for metric in Self.ofNames + [.callExactMatch, .astAccuracy, .chainOrder, .relevance] {
            #expect(score.figures[metric] == 0, "\(metric)")
        }
        #expect(score.omissions[.schemaValid] == .noCalls)
        #expect(score.omissions[.hallucinatedCalls] == .noCalls)
        #expect(score.omissions[.argumentAccuracy] == .nothingAligned)
        #expect(score.tallies[.callRecall] == Tally(0, of: 2))
        #expect(score.tallies[.callPrecision] == nil, "Nothing of nothing adds nothing to a sum.")
    }

    /// Of f f g and f g g g one f and one g are partners: 2 of 3, 2 of 4, and 2*2/(3+4).
    @Test func `a set of names has each once, a multiset as often as it is called`() {
        let score = score(wanted("f", "f", "g"), called("f", "g", "g", "g"))

        #expect(score.figures[.toolRecall] == 1)
        #expect(score.figures[.toolPrecision] == 1)
        #expect(score.figures[.toolF1] == 1)
        #expect(score.figures[.callRecall] == 2.0 / 3)
        #expect(score.figures[.callPrecision] == 2.0 / 4)
        #expect(score.figures[.callF1] == 4.0 / 7)
        #expect(score.tallies[.callRecall] == Tally(2, of: 3))
        #expect(score.tallies[.callPrecision] == Tally(2, of: 4))
        #expect(score.tallies[.chainOrder] == Tally(2, of: 3), "f g of f f g")
    }

    /// Two made-up names and one right: of three names one, of four calls one.
    @Test func `a made-up name lowers precision, and recall never`() {
        let score = score(wanted("f"), called("x", "f", "y", "y"))

        #expect(score.figures[.toolRecall] == 1)
        #expect(score.figures[.toolPrecision] == 1.0 / 3)
        #expect(score.figures[.callRecall] == 1)
        #expect(score.figures[.callPrecision] == 1.0 / 4)
        #expect(score.tallies[.hallucinatedCalls] == Tally(3, of: 4))
        #expect(score.tallies[.chainOrder] == Tally(1, of: 1))
    }

    /// The bytes decide: é in two spellings, the Kelvin sign for K, capital letters, a space.
    @Test(arguments: [
        ("caf\u{E9}", "cafe\u{301}"), ("\u{212A}", "K"), ("Find", "find"), ("find ", "find"), ("find", ""),
    ])
    func `names that only look alike are other names`(wanted: String, called: String) {
        let name = ToolName(wanted)
        let score = score(self.wanted(name), self.called(called), offered: [name])

        #expect(score.figures[.toolRecall] == 0)
        #expect(score.figures[.callPrecision] == 0)
        #expect(score.figures[.hallucinatedCalls] == 1)
        #expect(self.score(self.wanted(name), self.called(wanted), offered: [name]).isRight)
    }

    @Test(arguments: [
        ("1", "1.0", 1.0), ("1", "1e0", 1), ("100", "1E+2", 1), ("0.1", "0.10", 1), ("-0.5", "-5e-1", 1),
        ("0", "-0.0", 1),
        ("1", "\"1\"", 0), ("1", "true", 0), ("1", "1.0000000000000000001", 0), ("0.3", "0.30000000000000004", 0),
        ("12345678901234567890", "12345678901234567891", 0), ("null", "false", 0), ("null", "null", 1),
        (#""\u00e9""#, #""é""#, 1), (#""a""#, #""A""#, 0), (#""a b""#, #""ab""#, 0), (#""1/2""#, #""1\/2""#, 1),
    ])
    func `a value is the same however it is written, and another where it is another`(
        wanted: String, given: String, expected: Double
    ) throws {
        let score = try score(wanted, as: given)

        #expect(score.figures[.callExactMatch] == expected)
        #expect(score.figures[.argumentAccuracy] == expected)
        #expect(score.isRight == (expected == 1))
    }

    @Test(arguments: [
        (#"{"x": 1, "y": [1, {"z": 2}]}"#, #"{"y": [1.0, {"z": 2e0}], "x": 1}"#, 1.0, "order of members, numbers"),
        ("[1, 2]", "[2, 1]", 0, "order of elements"), ("[]", "{}", 0, "an empty list is no empty object"),
        (#"{"x": 1}"#, #"{"x": 1, "y": null}"#, 0, "null is not absent"), (#"{"x": {}}"#, "{}", 0, "nor is empty"),
        ("[[[[1]]]]", "[[[[1.0]]]]", 1, "deep"), (#"{"x": 1}"#, #"{"x": 1, "x": 2}"#, 0, "a key twice, inside"),
    ])
    func `what is inside of a value counts as exactly`(
        wanted: String, given: String, expected: Double, why: String
    ) throws {
        let score = try score(wanted, as: given)

        #expect(score.figures[.callExactMatch] == expected, "\(why)")
        #expect(score.figures[.argumentAccuracy] == expected, "\(why)")
    }

    /// The default of `how` is an object, that of `stops` a list: only the leaderboard's comparison knows them.
    @Test(arguments: [
        (#"{"what": 1, "how": {"by": "rail", "days": 1}}"#, #"{"what": 1}"#, 1.0, "1/2"),
        (#"{"what": 1}"#, #"{"what": 1, "how": {"days": 1.0, "by": "Rail"}}"#, 1, "1/1"),
        (#"{"what": 1, "stops": []}"#, #"{"what": 1}"#, 1, "1/2"),
        (#"{"what": 1, "stops": ["a"]}"#, #"{"what": 1}"#, 0, "1/2"),
        (#"{"what": 1}"#, #"{"what": 1, "how": {"by": "rail"}}"#, 0, "1/1"),
        (#"{"what": 1}"#, #"{"what": 1, "stops": null}"#, 0, "1/1"),
    ])
    func `a default that is left out or given is another call to all but the leaderboard's comparison`(
        wanted: String, given: String, syntax: Double, arguments: String
    ) throws {
        let score = score(
            [ToolCall(tool: "plan", arguments: try JSON(parsing: wanted))], [.init(name: "plan", arguments: given)])

        let counted = Fraction(arguments)
        #expect(score.figures[.astAccuracy] == syntax)
        #expect(score.tallies[.argumentAccuracy] == Tally(counted.part, of: counted.whole))
        #expect(score.figures[.callExactMatch] == 0)
        #expect(!score.isRight)
    }

    @Test func `a required argument that is missing breaks the schema, and the rest still counts`() {
        let score = score(
            [ToolCall(tool: "plan", arguments: ["what": 1, "stops": ["a"]])],
            [.init(name: "plan", arguments: #"{"stops": ["a"]}"#)])

        #expect(score.figures[.schemaValid] == 0)
        #expect(score.figures[.astAccuracy] == 0)
        #expect(score.tallies[.argumentAccuracy] == Tally(1, of: 2))
    }

    @Test func `a call without arguments has none to compare, whatever it is given`() {
        let score = score(wanted("f"), [.init(name: "f", arguments: #"{"x": 1}"#)])

        #expect(score.omissions[.argumentAccuracy] == .nothingAligned)
        #expect(score.figures[.callExactMatch] == 0)
        #expect(score.figures[.callRecall] == 1)
    }

    @Test func `a tool succeeds where one of its calls worked`() {
        let score = score(
            wanted("f", "g"), called("f", outcome: .failed("busy")) + called("f") + called("g", outcome: nil))

        #expect(score.figures[.successRate] == 1.0 / 2)
    }

    @Test func `a name that was refused is no tool's, though a tool is called so`() {
        let refused = Prediction.Call.Outcome.notOffered("There are money_convert.")
        let calls = called("money.convert", outcome: refused) + called("money.convert")

        let both = score(wanted("money.convert"), calls, offered: ["money.convert"])
        let vain = score([], Array(calls.prefix(1)), offered: ["money.convert"], .irrelevance)

        #expect(both.figures[.toolRecall] == 1)
        #expect(both.figures[.toolPrecision] == 1.0 / 2, "The name that was refused is another one.")
        #expect(both.figures[.callPrecision] == 1.0 / 2)
        #expect(both.figures[.hallucinatedCalls] == 1.0 / 2)
        #expect(both.figures[.successRate] == 1)
        #expect(both.tallies[.chainOrder] == Tally(1, of: 1))
        #expect(both.mistakes.map(\.title) == ["hallucinated name", "failed call"])
        #expect(vain.mistakes.map(\.title) == ["hallucinated name", "failed call"])
    }

    @Test func `calls in another order are none where one of them was refused`() {
        let calls = called("g") + called("f", outcome: .notOffered("There is f_1."))

        let titles = score(wanted("f", "g"), calls).mistakes.map(\.title)

        #expect(titles == ["hallucinated name", "failed call", "missing call"])
    }

    @Test func `a refused name lies apart from the call of the truth that is called so`() {
        let truth = Truth(
            id: "t", query: "?", offered: ["a.b"], calls: wanted("a.b"), response: "", category: .single)
        let prediction = Prediction(id: "t", calls: called("a.b", outcome: .notOffered("")), response: "")
        let score = ItemScore(prediction, against: truth, tools: [:])

        let aligned = EvaluatedItem(truth: truth, prediction: prediction, score: score).alignedCalls

        #expect(aligned.map(\.expectedNumber) == [1, nil])
        #expect(aligned.map(\.foundNumber) == [nil, 1])
        #expect(score.mistakes.map(\.title) == ["hallucinated name", "missing call"], "Nobody said more of it.")
    }
}
