import Engine
import Evaluation
import Testing

@Suite("Mistakes")
struct MistakeTests {
    private func mistakes(_ id: String) throws -> [Mistake] {
        try #require(ScoredItems.scores.first { $0.id == id }).mistakes
    }

    private func path(_ text: String) throws -> JSONPath { try #require(JSONPath(text)) }

    @Test(
        "there are none where the calls are the truth's",
        arguments: [
            "single/exact", "single/respelled", "single/number-respelled", "single/no-arguments",
            "single/conversation", "parallel/swapped", "parallel/none-made", "chained/exact", "chained/nested-order",
            "irrelevance/none",
        ])
    func thereAreNone(id: String) throws {
        #expect(try mistakes(id).isEmpty)
    }

    @Test func `an argument is wrong at its place, with what was expected and found`() throws {
        #expect(
            try mistakes("single/other-value") == [
                .wrongArgument(call: 1, name: "weather", at: path("city"), expected: "Oslo", found: "Bergen")
            ])
        #expect(
            try mistakes("single/argument-missing") == [
                .wrongArgument(call: 1, name: "weather", at: path("unit"), expected: "f", found: nil)
            ])
        #expect(
            try mistakes("single/argument-too-many") == [
                .wrongArgument(call: 1, name: "weather", at: path("unit"), expected: nil, found: "f")
            ])
        #expect(
            try mistakes("chained/nested") == [
                .wrongArgument(call: 2, name: "book", at: path("guests[1]"), expected: "Bo", found: "Bea"),
                .wrongArgument(call: 2, name: "book", at: path("at.hour"), expected: 9, found: 10),
            ])
    }

    @Test func `text in another Unicode spelling is another value`() throws {
        let found = try mistakes("single/unicode")

        #expect(found.count == 1)
        #expect(found.first?.title == "wrong argument")
    }

    @Test func `a call that breaks its schema says how`() throws {
        #expect(
            try mistakes("single/wrong-type") == [
                .invalid(call: 1, name: "search", reason: #"limit must be of type integer, but is "5"."#),
                .wrongArgument(call: 1, name: "search", at: path("limit"), expected: 5, found: "5"),
                .failed(call: 1, name: "search", reason: "limit must be an integer"),
            ])
        #expect(
            try mistakes("single/no-object") == [
                .invalid(call: 1, name: "weather", reason: "The arguments are of type array, not an object.")
            ])
        #expect(
            try mistakes("single/broken-json") == [
                .invalid(call: 1, name: "weather", reason: "The arguments are no JSON."),
                .failed(call: 1, name: "weather", reason: "broken arguments"),
            ])
        #expect(
            try mistakes("single/key-twice").first
                == .invalid(call: 1, name: "weather", reason: "The argument city is given twice."))
    }

    @Test func `calls are missing, too many, or to names that nobody offered`() throws {
        #expect(
            try mistakes("single/invented") == [
                .hallucinated(call: 1, name: "forecast"),
                .failed(call: 1, name: "forecast", reason: "no such tool"), .missing("weather", number: 1),
            ])
        #expect(
            try mistakes("parallel/other-tool") == [.extra(call: 2, name: "search"), .missing("clock", number: 2)])
        #expect(
            try mistakes("single/three-times") == [
                .extra(call: 2, name: "weather"), .extra(call: 3, name: "weather"),
            ])
        #expect(try mistakes("single/no-call") == [.missing("weather", number: 1)])
    }

    @Test func `a call in vain is no extra call`() throws {
        #expect(try mistakes("irrelevance/called") == [.calledInVain(call: 1, name: "weather")])
    }

    @Test func `a prediction that is missing or broke off says why`() throws {
        #expect(try mistakes("single/missing") == [.noPrediction("none was given for this item.")])
        #expect(try mistakes("irrelevance/broke-off") == [.noPrediction("The endpoint gave up.")])

        let truth = try #require(ScoredItems.truths.first)
        let half = Prediction(
            id: truth.id, calls: [.init(name: "weather", arguments: #"{"city": "Oslo"}"#, outcome: .worked)],
            response: "", problem: "The endpoint gave up.")
        let score = ItemScore(half, against: truth, tools: ScoredItems.tools)
        #expect(score.mistakes == [.noPrediction("The endpoint gave up.")])
        #expect(!score.isRight)
        #expect(!score.hasPrediction)
        #expect(score.figures[.callExactMatch] == 1, "What was called before counts.")
    }

    @Test func `another order and a tool's failure are told, and make nothing wrong`() throws {
        let reversed = try mistakes("chained/reversed")

        #expect(
            reversed == [
                .wrongOrder(expected: ["search", "convert", "clock"], found: ["clock", "convert", "search"])
            ])
        #expect(reversed.map(\.isFault) == [false])
        #expect(
            try mistakes("single/tool-failed") == [.failed(call: 1, name: "weather", reason: "out of order")])
        #expect(ScoredItems.scores.first { $0.id == "chained/reversed" }?.isRight == true)
    }

    @Test func `each is a sentence`() throws {
        let sentences: [(Mistake, String)] = [
            (.noPrediction("The endpoint gave up."), "There is no whole prediction: The endpoint gave up."),
            (.missing("clock", number: 2), "Call 2 of the truth, to clock, is missing."),
            (.extra(call: 3, name: "ping"), "Call 3, to ping, is not in the truth."),
            (.hallucinated(call: 1, name: "poem"), "Call 1 names poem, which was not offered."),
            (.calledInVain(call: 1, name: "ping"), "Call 1, to ping, was made though no tool can help."),
            (
                .wrongArgument(call: 1, name: "book", at: try path("at.hour"), expected: 9, found: nil),
                "Call 1, to book: at.hour is absent, expected 9."
            ),
            (
                .wrongArgument(call: 1, name: "book", at: .root, expected: [:], found: []),
                "Call 1, to book: the arguments are [], expected {}."
            ),
            (
                .invalid(call: 1, name: "book", reason: "The arguments are no JSON."),
                "Call 1, to book, breaks its schema: The arguments are no JSON."
            ),
            (.failed(call: 2, name: "book", reason: "full"), "Call 2, to book, failed: full"),
            (
                .wrongOrder(expected: ["a", "b"], found: ["b", "a"]),
                "The calls stand in another order: b, a; expected a, b."
            ),
        ]

        for (mistake, sentence) in sentences { #expect(mistake.sentence == sentence) }
        #expect(Set(sentences.map(\.0.title)).count == 9)
    }
}
