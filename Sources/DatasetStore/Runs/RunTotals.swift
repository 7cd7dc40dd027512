import Engine

/// What was asked of models and what it took, by the record of exchanges.
package struct ModelTotals: Hashable, Sendable {
    /// Questions that have ended.
    package let questions: Int
    /// Those of them that no model answered.
    package let failures: Int
    /// Questions without an ending: under way, or cut off.
    package let pending: Int
    /// Requests that were sent for those that have ended, retries too.
    package let requests: Int
    package let promptTokens: Int
    package let completionTokens: Int
    /// Of the prompts' tokens, those that an endpoint had in its cache.
    package let cachedTokens: Int
    /// Of the completions' tokens, those that were thought and not said.
    package let reasoningTokens: Int
    /// Questions whose tokens are guessed.
    package let estimated: Int
    /// What the questions of known price cost together.
    package let cost: Money
    /// Questions of unknown price.
    package let unpriced: Int

    package var tokens: Int { promptTokens + completionTokens }
}

/// What a run has come to, and what it took.
package struct RunTotals: Hashable, Sendable {
    /// Samples that have begun, branches included, as in every figure here.
    package let samples: Int
    /// Those that ended with a query.
    package let completed: Int
    /// Those of them that a reviewer accepted.
    package let accepted: Int
    /// The steps of the completed ones, as edited.
    package let steps: Int
    /// Tool calls that were sent and have ended.
    package let toolCalls: Int
    /// Those, and those that a policy or their source turned away: a limit of tool calls counts what was about to be sent.
    ///
    /// A call that breaks its tool's schema is in neither.
    package let endedCalls: Int
    package let models: ModelTotals
}
