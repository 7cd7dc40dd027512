/// What a model answered.
package struct Completion: Hashable, Codable, Sendable {
    /// Why the model stopped.
    package enum Ending: Hashable, Codable, Sendable {
        case stopped
        /// It asks for calls.
        case calls
        /// The limit of tokens cut it off: whatever is there is not whole.
        case length
        /// The endpoint's content filter took it.
        case filtered
        /// The model declined, in these words.
        case refused(String)
    }

    /// The words of the answer, reasoning left out; empty where there were none.
    package let text: String
    /// What the model thought aloud, where the endpoint shows it.
    package let reasoning: String
    package let calls: [RequestedCall]
    /// The JSON text of an answer that was asked for in a form, wherever the endpoint put it; nil where none was found.
    ///
    /// Nobody has held it against the schema yet.
    package let answer: String?
    package let ending: Ending
    package let usage: TokenUsage
    /// The model that answered, as the endpoint names it.
    package let model: String
    /// The bytes of the reply, exactly as they came.
    package let body: RecordedOutput

    package init(
        text: String, reasoning: String = "", calls: [RequestedCall] = [], answer: String? = nil,
        ending: Ending = .stopped, usage: TokenUsage, model: String, body: RecordedOutput
    ) {
        self.text = text
        self.reasoning = reasoning
        self.calls = calls
        self.answer = answer
        self.ending = ending
        self.usage = usage
        self.model = model
        self.body = body
    }
}

/// Tokens of one completion.
package struct TokenUsage: Hashable, Codable, Sendable {
    /// Tokens of the request, cached ones included.
    package let prompt: Int
    /// Tokens of the answer, reasoning included.
    package let completion: Int
    /// Of the request's tokens, those that the endpoint had in its cache.
    package let cached: Int
    /// Of the answer's tokens, those that were thought and not said.
    package let reasoning: Int
    /// Whether the endpoint said nothing usable, so that the figures are guesses from the lengths of texts.
    package let isEstimated: Bool

    package init(prompt: Int, completion: Int, cached: Int = 0, reasoning: Int = 0, isEstimated: Bool = false) {
        self.prompt = prompt
        self.completion = completion
        self.cached = cached
        self.reasoning = reasoning
        self.isEstimated = isEstimated
    }

    package var total: Int { prompt + completion }

    package static let zero = TokenUsage(prompt: 0, completion: 0)
}
