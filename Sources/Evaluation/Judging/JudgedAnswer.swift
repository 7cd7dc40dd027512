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
            case .gaveUp, .exhausted, .outOfQueries, .failed: ""
            }
    }

    /// Whether nothing was answered, so that there is nothing to judge.
    var isEmpty: Bool { response.allSatisfy(\.isWhitespace) }
}

extension JudgedAnswer {
    /// In Unicode scalars.
    private enum Limit {
        static let text = 8_000
        static let call = 2_000
        /// All calls together.
        static let calls = 24_000
    }

    var queryTold: String { Self.marked("query", query, Limit.text) }
    var referenceTold: String { Self.marked("reference", reference, Limit.text) }
    var responseTold: String { Self.marked("response", response, Limit.text) }

    /// One line for each call; how many are left out is said.
    var callsTold: String {
        guard !calls.isEmpty else { return "None." }
        var left = Limit.calls
        let lines = calls.enumerated().map { "\($0 + 1). \($1.call.head(Limit.call)): \($1.ending.head(Limit.call))" }
        let told = lines.prefix { line in
            left -= line.unicodeScalars.count
            return left >= 0
        }
        let rest = lines.count - told.count
        let note = rest > 0 ? "\n[cut: \(rest) more calls]" : ""
        return Self.marked("calls", told.joined(separator: "\n") + note, .max)
    }

    /// Between marks that end in a part of the text's hash, so that nothing in it can close them.
    private static func marked(_ kind: String, _ text: String, _ limit: Int) -> String {
        let mark = "\(kind)-\(ContentHash(of: text).short)"
        return "<\(mark)>\n\(text.head(limit))\n</\(mark)>"
    }
}

extension Prediction.Call.Outcome? {
    fileprivate var told: String {
        switch self {
        case .worked: "it worked"
        case .failed(let reason): "it failed: \(reason)"
        case nil: "it was not made"
        }
    }
}

extension String {
    /// The first so many Unicode scalars, and a visible note of how many more there are.
    func head(_ limit: Int) -> String {
        let scalars = unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return self }
        let left = scalars.distance(from: end, to: scalars.endIndex)
        return String(scalars[..<end]) + "… [cut: \(left) more characters]"
    }
}
