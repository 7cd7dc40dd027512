import Canvas
import Engine
import Evaluation

@testable import Explorer

/// Evaluations as a dataset has them.
enum EvaluationExample {
    static let small = RunID(ContentHash(of: "evaluation small"))
    static let large = RunID(ContentHash(of: "evaluation large"))

    static let studies = [
        ListedEvaluation(
            ListedStudy(id: small, name: "small", facts: ["model M-small"], began: .at(9, 30), items: 6),
            right: Tally(2, of: 6)),
        ListedEvaluation(
            ListedStudy(id: large, name: "large", facts: ["model M-large"], began: .at(12, 41), items: 6),
            right: Tally(3, of: 6)),
    ]

    static let lookup = ToolCall(tool: "city_lookup", arguments: ["name": "Lisbon"])
    static let sunset = ToolCall(tool: "sun_times", arguments: ["lat": 38.7, "day": "2027-01-16"])

    /// The same items for both models, in the order in which they were asked.
    static func items(of study: RunID) -> [EvaluatedItem] {
        study == small
            ? [right(1), missing(2), right(3), invented(4), vain(5), silent(6)]
            : [right(1), wrong(2), missing(3), right(4), calm(5), failing(6)]
    }

    static func rows(of study: RunID) -> [EvaluationRow] {
        items(of: study).enumerated().map { .item(EvaluationSummary($1, index: $0 + 1)) }
    }

    static func truth(_ number: Int, category: Truth.Category = .chained) -> Truth {
        Truth(
            id: "s-" + number.padded(to: 5) + (category == .irrelevance ? "/irrelevance" : ""),
            query: "When does the sun set in Lisbon (葡萄牙) on day \(number)?",
            offered: ["city_lookup", "sun_times", "weather_daily"],
            calls: category == .irrelevance ? [] : [lookup, sunset], response: "At 20:41.",
            category: category)
    }

    static func item(
        _ truth: Truth, _ calls: [Prediction.Call]?, _ mistakes: [Mistake] = [], response: String = "At 20:41.",
        problem: String? = nil
    ) -> EvaluatedItem {
        EvaluatedItem(
            truth: truth,
            prediction: calls.map { Prediction(id: truth.id, calls: $0, response: response, problem: problem) },
            score: ItemScore(
                id: truth.id, category: truth.category,
                figures: [.right: mistakes.contains(where: \.isFault) ? 0 : 1, .toolRecall: 0.5], mistakes: mistakes))
    }

    static func call(_ call: ToolCall, _ outcome: Prediction.Call.Outcome? = .worked) -> Prediction.Call {
        Prediction.Call(name: call.tool.text, arguments: call.arguments.compactText, outcome: outcome)
    }

    static func right(_ number: Int) -> EvaluatedItem { item(truth(number), [call(lookup), call(sunset)]) }

    static func missing(_ number: Int) -> EvaluatedItem {
        item(truth(number), [call(lookup)], [.missing("sun_times", number: 2)])
    }

    /// Another latitude, and a call that nobody asked for.
    static func wrong(_ number: Int) -> EvaluatedItem {
        let other = ToolCall(tool: "sun_times", arguments: ["lat": "north", "day": "2027-01-16"])
        return item(
            truth(number),
            [
                call(lookup), call(other, .failed("lat is no number")),
                call(ToolCall(tool: "weather_daily", arguments: ["days": 3])),
            ],
            [
                .wrongArgument(
                    call: 2, name: "sun_times", at: JSONPath([.key("lat")]), expected: 38.7, found: "north"),
                .failed(call: 2, name: "sun_times", reason: "lat is no number"),
                .extra(call: 3, name: "weather_daily"),
            ])
    }

    /// A tool that was not offered, and arguments that are no JSON.
    static func invented(_ number: Int) -> EvaluatedItem {
        item(
            truth(number),
            [
                Prediction.Call(name: "city_lookup", arguments: "{name: Lisbon", outcome: nil),
                Prediction.Call(name: "sunset_finder", arguments: "{}", outcome: nil),
            ],
            [
                .missing("sun_times", number: 2),
                .invalid(call: 1, name: "city_lookup", reason: "The arguments are no JSON."),
                .hallucinated(call: 2, name: "sunset_finder"),
            ])
    }

    /// A call though no tool can help.
    static func vain(_ number: Int) -> EvaluatedItem {
        item(
            truth(number, category: .irrelevance), [call(lookup)],
            [.calledInVain(call: 1, name: "city_lookup")])
    }

    static func calm(_ number: Int) -> EvaluatedItem { item(truth(number, category: .irrelevance), []) }

    static func silent(_ number: Int) -> EvaluatedItem {
        item(truth(number), nil, [.noPrediction("The file has none for it.")])
    }

    static func failing(_ number: Int) -> EvaluatedItem {
        item(
            truth(number), [], [.noPrediction("The endpoint refused the request.")], response: "",
            problem: "The endpoint refused the request.")
    }
}

extension ExplorerState {
    /// An explorer on the screen Evaluations, with everything read.
    static func onEvaluations(size: Size = .wide, pressing script: String = "") -> ExplorerState {
        ExplorerState.example(size: size).reading("g e \(script)")
    }
}
