import Engine
import Evaluation
import Testing

@Suite("Partners of calls")
struct CallAlignmentTests {
    private func score(_ truth: [ToolCall], _ calls: [Prediction.Call]) -> ItemScore {
        let truth = Truth(
            id: "t", query: "?", offered: ["f", "g"], calls: truth, response: "", category: .parallel)
        return ItemScore(Prediction(id: "t", calls: calls, response: ""), against: truth, tools: [:])
    }

    private func call(_ tool: ToolName, _ arguments: JSON) -> ToolCall { ToolCall(tool: tool, arguments: arguments) }

    private func predicted(_ name: String, _ arguments: JSON) -> Prediction.Call {
        Prediction.Call(name: name, arguments: arguments.compactText)
    }

    /// In order, f(1, 2) would be the partner of f(3, 4), with nothing right: 0 of 4.
    @Test func `equal calls find each other wherever they stand`() {
        let score = score(
            [call("f", ["a": 1, "b": 2]), call("f", ["a": 3, "b": 4])],
            [predicted("f", ["a": 3, "b": 4]), predicted("f", ["a": 1, "b": 2])])

        #expect(score.tallies[.argumentAccuracy] == Tally(4, of: 4))
        #expect(score.isRight)
    }

    /// The equal pair leaves f(a: 1, b: 2) and f(a: 1, b: 9), of which one argument is right: 2 + 1 of 4.
    @Test func `equal calls come before calls with many equal arguments`() {
        let score = score(
            [call("f", ["a": 1, "b": 2]), call("f", ["a": 1, "b": 3])],
            [predicted("f", ["a": 1, "b": 3]), predicted("f", ["a": 1, "b": 9])])

        #expect(score.tallies[.argumentAccuracy] == Tally(3, of: 4))
        #expect(score.tallies[.callExactMatch] == Tally(1, of: 2))
        #expect(score.mistakes.map(\.title) == ["wrong argument"])
    }

    /// f(a: 5, b: 4) shares b with the second call of the truth and nothing with the first, which then takes f(a: 7, b: 8).
    @Test func `more equal arguments come first, then the order of the truth and of the prediction`() {
        let score = score(
            [call("f", ["a": 1, "b": 2]), call("f", ["a": 3, "b": 4])],
            [predicted("f", ["a": 5, "b": 4]), predicted("f", ["a": 7, "b": 8])])

        let wrong = score.mistakes.compactMap { mistake -> [Int]? in
            guard case .wrongArgument(let call, _, _, let expected, let found) = mistake else { return nil }
            return [call, expected?.int ?? -1, found?.int ?? -1]
        }
        #expect(wrong == [[1, 3, 5], [2, 1, 7], [2, 2, 8]])
        #expect(score.tallies[.argumentAccuracy] == Tally(1, of: 4))
    }

    @Test func `a call of another tool is never a partner`() {
        let score = score([call("f", ["a": 1])], [predicted("g", ["a": 1])])

        #expect(score.omissions[.argumentAccuracy] == .nothingAligned)
        #expect(score.mistakes == [.extra(call: 1, name: "g"), .missing("f", number: 1)])
    }

    @Test func `names are compared byte by byte`() {
        let score = score([call("caf\u{E9}", [:])], [predicted("cafe\u{301}", [:])])

        #expect(score.figures[.toolRecall] == 0)
        #expect(score.mistakes.map(\.title) == ["hallucinated name", "missing call"])
    }

    @Test func `an argument counts once, whatever is inside`() {
        let score = score(
            [call("f", ["a": ["x": 1, "y": [1, 2, 3]], "b": 1])],
            [predicted("f", ["a": ["x": 1, "y": [1, 2, 4]], "b": 1.0])])

        #expect(score.tallies[.argumentAccuracy] == Tally(1, of: 2))
        #expect(score.mistakes.map(\.sentence) == ["Call 1, to f: a.y[2] is 4, expected 3."])
    }

    @Test func `lists of another length differ as a whole`() {
        let score = score([call("f", ["a": [1, 2]])], [predicted("f", ["a": [1]])])

        #expect(score.mistakes.map(\.sentence) == ["Call 1, to f: a is [1], expected [1,2]."])
    }
}
