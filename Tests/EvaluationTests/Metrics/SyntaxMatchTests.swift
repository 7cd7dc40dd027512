import Engine
import Evaluation
import Testing

@Suite("Comparing calls as the leaderboard does")
struct SyntaxMatchTests {
    private let tool = Tool(
        name: "plan", description: "Plans.",
        inputSchema: [
            "type": "object", "required": ["what"],
            "properties": [
                "what": ["type": "string"], "days": ["type": "integer"], "price": ["type": "number"],
                "loud": ["type": "boolean", "default": false], "stops": ["type": "array"], "by": ["type": "object"],
            ],
        ])

    /// The expectations follow the rules of `ast_checker.py`, as far as both sides are JSON.
    @Test(
        "passes what differs only in ways that do not count, and nothing else",
        arguments: [
            (#"{"what": "Oslo"}"#, #"{"what": "OSLO"}"#, 1.0, "case"),
            (#"{"what": "a, b"}"#, #"{"what": "ab"}"#, 1, "comma and space"),
            (#"{"what": "a.b/c-d_e*f^g"}"#, #"{"what": "abcdefg"}"#, 1, "the other signs"),
            (#"{"what": "a:b"}"#, #"{"what": "ab"}"#, 0, "a colon counts"),
            (#"{"what": "x", "price": 3.0}"#, #"{"what": "x", "price": 3}"#, 1, "an integer passes for a number"),
            (#"{"what": "x", "days": 3}"#, #"{"what": "x", "days": "3"}"#, 0, "a text is no integer"),
            (#"{"what": "x", "days": 3}"#, #"{"what": "x", "days": 4}"#, 0, "another value"),
            (#"{"what": "x", "days": 3}"#, #"{"what": "x"}"#, 0, "left out, and there is no default"),
            (#"{"what": "x"}"#, #"{"what": "x", "days": 3}"#, 0, "an unexpected parameter"),
            (#"{"what": "x"}"#, #"{"what": "x", "loud": false}"#, 1, "the default"),
            (#"{"what": "x"}"#, #"{"what": "x", "loud": true}"#, 0, "not the default"),
            (#"{"what": "x"}"#, #"{"what": "x", "loud": 0}"#, 0, "0 is not false"),
            (#"{"what": "x", "loud": false}"#, #"{"what": "x"}"#, 1, "the default may be left out"),
            (#"{"what": "x"}"#, #"{"what": "x", "tone": "low"}"#, 0, "a parameter that the tool does not have"),
            (#"{"what": "x"}"#, #"{}"#, 0, "a required argument"),
            (#"{"what": "x"}"#, #"{"what": null}"#, 0, "nothing is no text"),
            (#"{"what": "x", "stops": ["A b", 1]}"#, #"{"what": "x", "stops": ["ab", 1.0]}"#, 1, "elements one by one"),
            (#"{"what": "x", "stops": ["a", "b"]}"#, #"{"what": "x", "stops": ["b", "a"]}"#, 0, "order of elements"),
            (#"{"what": "x", "stops": ["a"]}"#, #"{"what": "x", "stops": ["a", "a"]}"#, 0, "number of elements"),
            (#"{"what": "x", "by": {"a": "B", "c": 1}}"#, #"{"what": "x", "by": {"c": 1, "a": "b"}}"#, 1, "members"),
            (#"{"what": "x", "by": {"a": 1}}"#, #"{"what": "x", "by": {"a": 1, "b": 2}}"#, 0, "a member too many"),
            (#"{"what": "x"}"#, #"{"what": "x", "what": "x"}"#, 0, "a key twice"),
        ])
    func passesWhatDoesNotCount(wanted: String, given: String, expected: Double, why: String) throws {
        let truth = Truth(
            id: "t", query: "?", offered: ["plan"],
            calls: [ToolCall(tool: "plan", arguments: try JSON(parsing: wanted))], response: "", category: .single)
        let prediction = Prediction(id: "t", calls: [.init(name: "plan", arguments: given)], response: "")

        let score = ItemScore(prediction, against: truth, tools: ["plan": tool])

        #expect(score.figures[.astAccuracy] == expected, "\(why)")
    }

    @Test func `takes another partner where the first call was of no use`() throws {
        let calls = ["A", "b", "a"].map { Prediction.Call(name: "plan", arguments: #"{"what": "\#($0)"}"#) }
        let truth = Truth(
            id: "t", query: "?", offered: ["plan"],
            calls: ["b", "a", "a"].map { ToolCall(tool: "plan", arguments: ["what": .string($0)]) }, response: "",
            category: .parallel)

        let score = ItemScore(
            Prediction(id: "t", calls: calls, response: ""), against: truth, tools: ["plan": tool])

        #expect(score.figures[.astAccuracy] == 1)
        #expect(score.figures[.callExactMatch] == 2.0 / 3.0, "A is not a, exactly.")
    }
}
