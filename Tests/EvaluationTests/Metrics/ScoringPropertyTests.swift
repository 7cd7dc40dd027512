import Engine
import Evaluation
import Testing

/// What must hold for any prediction, checked on small drawn ones by counting everything there is.
@Suite("Scoring drawn predictions")
struct ScoringPropertyTests {
    /// A truth and a prediction over three tools with a small number as argument, so that much is alike.
    struct Pair: CustomStringConvertible, Sendable {
        let truth: Truth
        let prediction: Prediction
        var score: ItemScore { ItemScore(prediction, against: truth, tools: ScoringPropertyTests.tools) }
        var description: String { "\(truth.calls.map(\.tool)) \(prediction.line)" }

        var wanted: [ToolName] { truth.calls.map(\.tool) }
        var called: [ToolName] { prediction.calls.map { ToolName($0.name) } }
    }

    private static let names: [ToolName] = ["a", "b", "c"]
    private static let tools = Dictionary(
        names.map { name in
            let number: JSON = ["type": "object", "properties": ["n": ["type": "integer"]], "required": ["n"]]
            return (name, Tool(name: name, description: "Does \(name).", inputSchema: number))
        }
    ) { first, _ in first }

    private static let pairs: [Pair] = (1...60).map { number in
        var random = SeededGenerator(for: .sampling, seed: 7, sample: number, iteration: 0)
        func calls(_ count: Int) -> [ToolCall] {
            (0..<count).map { _ in
                ToolCall(tool: names[random.below(3)], arguments: ["n": .number(JSON.Number(random.below(2)))])
            }
        }
        let truth = Truth(
            id: "t\(number)", query: "?", offered: names, calls: calls(1 + random.below(5)), response: "",
            category: .chained)
        let predicted = calls(random.below(6)).map {
            Prediction.Call(name: $0.tool.text, arguments: $0.arguments.compactText, outcome: .worked)
        }
        return Pair(truth: truth, prediction: Prediction(id: truth.id, calls: predicted, response: ""))
    }

    /// By trying every part of the truth, longest first.
    @Test("chain order is the longest common subsequence", arguments: pairs)
    func chainOrder(pair: Pair) {
        let wanted = pair.wanted
        let kept = (0..<(1 << wanted.count)).map { mask in
            wanted.indices.filter { mask & (1 << $0) != 0 }.map { wanted[$0] }
        }
        let longest = kept.filter { Self.isSubsequence($0, of: pair.called) }.map(\.count).max() ?? 0

        #expect(pair.score.tallies[.chainOrder] == Tally(longest, of: wanted.count))
    }

    /// For each tool as many calls find a partner as the side with fewer has.
    @Test("call recall, precision and F1 are those of multisets of names", arguments: pairs)
    func multisets(pair: Pair) {
        let shared = Self.names.reduce(0) { sum, name in
            sum + min(pair.wanted.count { $0 == name }, pair.called.count { $0 == name })
        }

        let (score, wanted, called) = (pair.score, pair.wanted.count, pair.called.count)
        #expect(score.tallies[.callRecall] == Tally(shared, of: wanted))
        #expect(score.figures[.callPrecision] == (called > 0 ? Double(shared) / Double(called) : 0))
        #expect(score.figures[.callF1] == Double(2 * shared) / Double(wanted + called))
    }

    @Test("multisets of names are sets of names where no name is there twice", arguments: pairs)
    func setsAndMultisets(pair: Pair) {
        let figures = pair.score.figures

        #expect((figures[.callRecall] == 0) == (figures[.toolRecall] == 0))
        if figures[.callRecall] == 1 { #expect(figures[.toolRecall] == 1) }
        if figures[.callPrecision] == 1 { #expect(figures[.toolPrecision] == 1) }
        let areDistinct = Set(pair.wanted).count == pair.wanted.count && Set(pair.called).count == pair.called.count
        if areDistinct {
            #expect(figures[.callRecall] == figures[.toolRecall])
            #expect(figures[.callPrecision] == figures[.toolPrecision])
            #expect(figures[.callF1] == figures[.toolF1])
        }
    }

    /// Of each distinct call as many match as the side with fewer has.
    @Test("exact calls are a multiset's intersection", arguments: pairs)
    func exactCalls(pair: Pair) {
        let wanted = pair.truth.calls.map { "\($0.tool) \($0.arguments.canonicalText)" }
        let called = pair.prediction.calls.map { "\($0.name) \($0.arguments)" }
        let shared = Set(wanted).reduce(0) { sum, call in
            sum + min(wanted.count { $0 == call }, called.count { $0 == call })
        }

        #expect(pair.score.tallies[.callExactMatch] == Tally(shared, of: wanted.count))
        #expect(pair.score.figures[.astAccuracy] == (wanted.sorted() == called.sorted() ? 1 : 0))
    }

    @Test("nothing but the order counts the order", arguments: pairs)
    func orderAlone(pair: Pair) {
        let backwards = Prediction(id: pair.truth.id, calls: pair.prediction.calls.reversed(), response: "")

        var (one, other) = (pair.score.figures, Pair(truth: pair.truth, prediction: backwards).score.figures)
        one[.chainOrder] = nil
        other[.chainOrder] = nil
        #expect(one == other)
    }

    @Test("shares lie between 0 and 1, and mistakes are there just where an item is not right", arguments: pairs)
    func bounds(pair: Pair) {
        let score = pair.score

        for (metric, value) in score.figures { #expect((0...1).contains(value), "\(metric)") }
        let isSame = score.figures[.astAccuracy] == 1
        #expect(score.isRight == isSame, "With numbers alone both comparisons agree.")
        #expect(score.mistakes.contains(where: { $0.isFault }) == !isSame)
    }

    @Test("the truth itself is right in everything", arguments: ScoredItems.truths)
    func theTruthItself(truth: Truth) {
        let calls = truth.calls.map {
            Prediction.Call(name: $0.tool.text, arguments: $0.arguments.compactText, outcome: .worked)
        }

        let score = ItemScore(
            Prediction(id: truth.id, calls: calls, response: truth.response), against: truth, tools: ScoredItems.tools)

        #expect(score.isRight)
        #expect(score.mistakes.isEmpty)
        for (metric, value) in score.figures { #expect(value == (metric.higherIsBetter ? 1 : 0), "\(metric)") }
    }

    private static func isSubsequence(_ part: [ToolName], of whole: [ToolName]) -> Bool {
        var rest = whole[...]
        for name in part {
            guard let place = rest.firstIndex(of: name) else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }
}

extension SeededGenerator {
    fileprivate mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
}
