import Engine

/// What a judge reads: a query, what was called for it, and the answer to it.
package struct JudgedAnswer: Hashable, Sendable {
    /// A call, and how it ended.
    package struct Call: Hashable, Sendable {
        /// As `tool({"name":"Oslo"})`.
        let call: String
        let ending: String
    }

    let query: String
    /// A response that is known to be good; empty where there is none.
    let reference: String
    let calls: [Call]
    /// Empty where nothing was answered.
    let response: String

    /// A prediction; nil for one that is missing.
    package init(_ prediction: Prediction?, to truth: Truth) {
        query = truth.query
        reference = truth.response
        calls = (prediction?.calls ?? []).map { call in
            Call(call: "\(call.name)(\(call.arguments))", ending: call.outcome.told)
        }
        response = prediction?.response ?? ""
    }

    /// What a search for an answer came to.
    package init(_ result: SearchResult, to query: String) {
        self.query = query
        reference = ""
        calls = result.steps.map { step in
            Call(call: "\(step.call.tool)(\(step.call.arguments.compactText))", ending: "gave \(step.observation)")
        }
        response =
            switch result.ending {
            case .answered(let answer): answer
            case .gaveUp, .exhausted, .outOfQueries, .unanswered, .failed: ""
            }
    }

    /// Whether nothing was answered, so that there is nothing to judge.
    var isEmpty: Bool { response.saysNothing }
}

extension String {
    /// Whether there is nothing in it that a judge could read.
    var saysNothing: Bool { allSatisfy(\.isWhitespace) }
}

extension JudgedAnswer {
    /// In Unicode scalars.
    private enum Limit {
        static let text = 8_000
        static let call = 2_000
        /// All calls together.
        static let calls = 24_000
    }

    /// What a judge is shown of it.
    var texts: [JudgingPrompt.Place: String] {
        [
            .query: JudgedText.marked("query", query, Limit.text),
            .reference: JudgedText.marked("reference", reference, Limit.text), .calls: callsTold,
            .response: JudgedText.marked("response", response, Limit.text),
        ]
    }

    private var callsTold: String {
        let lines = calls.enumerated().map { "\($0 + 1). \($1.call.head(Limit.call)): \($1.ending.head(Limit.call))" }
        return JudgedText.list("calls", lines, Limit.calls)
    }
}

extension Prediction.Call.Outcome? {
    fileprivate var told: String {
        switch self {
        case .worked: "it worked"
        case .failed(let reason), .notOffered(let reason): reason.isEmpty ? "it failed" : "it failed: \(reason)"
        case nil: "it was not made"
        }
    }
}
