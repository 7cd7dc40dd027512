import Engine

/// How a model is asked for an answer to an item of an evaluation.
package struct AnswerPlan: Hashable, Codable, Sendable {
    /// The most questions to the model for one item.
    package var turns: Int
    /// The most calls that are made for one item; those above are counted and not made.
    package var calls: Int
    /// The most of a result that the model is shown, in Unicode scalars.
    package var resultLimit: Int
    /// The most tokens of one answer.
    package var answerTokens: Int
    /// Nil leaves it to the endpoint.
    package var temperature: Double?
    /// Decides the seeds that endpoints are given.
    package var seed: UInt64
    /// The system prompt.
    package var prompt: String

    package init(
        turns: Int = 10, calls: Int = 64, resultLimit: Int = 16_000, answerTokens: Int = 4_096,
        temperature: Double? = nil, seed: UInt64 = 0, prompt: String = AnswerPlan.embeddedPrompt
    ) {
        self.turns = turns
        self.calls = calls
        self.resultLimit = resultLimit
        self.answerTokens = answerTokens
        self.temperature = temperature
        self.seed = seed
        self.prompt = prompt
    }

    /// The system prompt that comes with the program.
    package static let embeddedPrompt: String = {
        let text = String(decoding: PackageResources.answering_md, as: UTF8.self)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }()
}
