import Engine

/// What a search for an answer came to.
package struct SearchResult: Hashable, Codable, Sendable {
    package enum Ending: Hashable, Codable, Sendable {
        /// The model called `Finish` with `give_answer`.
        case answered(String)
        /// It called `Finish` with `give_up_and_restart`, and no other way was left.
        case gaveUp
        /// Every way was tried to the depth limit, and none ended.
        case exhausted
        /// The limit of questions was met.
        case outOfQueries
        /// A question had no answer, since the connection was lost or every try failed; the text says why. Asked again
        /// it may have one.
        case unanswered(String)
        /// An answer was withheld; the text says why.
        case failed(String)
    }

    package let ending: Ending
    package let tree: AnswerNode
    /// Questions to the model, repeated ones included.
    package let queries: Int
    /// The calls on the way to the answer, in their order, `Finish` left out; empty where there is no answer.
    package let steps: [SearchedCall]
    /// The conversation that ends in the answer or, without one, in the last way that was tried.
    package let messages: [ModelMessage]
    package let spending: Spending

    package init(
        ending: Ending, tree: AnswerNode, queries: Int, steps: [SearchedCall], messages: [ModelMessage],
        spending: Spending
    ) {
        self.ending = ending
        self.tree = tree
        self.queries = queries
        self.steps = steps
        self.messages = messages
        self.spending = spending
    }

    /// Whether it ends with an answer within the limits.
    package var isAnswered: Bool {
        guard case .answered = ending else { return false }
        return true
    }
}

extension SearchResult {
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        ending = try values.decode(Ending.self, forKey: .ending).ofToday
        tree = try values.decode(AnswerNode.self, forKey: .tree)
        queries = try values.decode(Int.self, forKey: .queries)
        steps = try values.decode([SearchedCall].self, forKey: .steps)
        messages = try values.decode([ModelMessage].self, forKey: .messages)
        spending = try values.decode(Spending.self, forKey: .spending)
    }
}

extension SearchResult.Ending {
    /// Earlier versions kept a question without an answer as a failure with these words, and nothing else with them.
    fileprivate var ofToday: Self {
        guard case .failed(let reason) = self, reason.prefixMatch(of: #/Question \d+ had no answer: /#) != nil else {
            return self
        }
        return .unanswered(reason)
    }
}

/// A call of a search that was really made.
package struct SearchedCall: Hashable, Codable, Sendable {
    package let call: ToolCall
    package let status: CallStatus
    /// As the model saw it.
    package let observation: String

    package init(call: ToolCall, status: CallStatus, observation: String) {
        self.call = call
        self.status = status
        self.observation = observation
    }
}
