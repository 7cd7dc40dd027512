/// What was spent: calls, tokens and money.
package struct Usage: Hashable, Codable, Sendable {
    /// Questions that were put to models, whether or not they were answered.
    package var modelCalls: Int
    /// Requests that had to be sent again.
    package var retries: Int
    package var promptTokens: Int
    package var completionTokens: Int
    /// Model calls whose tokens are guessed.
    package var estimatedCalls: Int
    /// What the calls of known price cost together.
    package var cost: Money
    /// Model calls of unknown price.
    package var unpricedCalls: Int
    /// The calls that trials were about to make: those that were rejected or denied before they were sent count too.
    package var toolCalls: Int
    /// Those of them that did not succeed.
    package var failedCalls: Int
    package var failedTrials: Int

    package init(modelCalls: Int = 0, toolCalls: Int = 0, failedCalls: Int = 0, failedTrials: Int = 0) {
        self.modelCalls = modelCalls
        self.toolCalls = toolCalls
        self.failedCalls = failedCalls
        self.failedTrials = failedTrials
        retries = 0
        promptTokens = 0
        completionTokens = 0
        estimatedCalls = 0
        cost = .zero
        unpricedCalls = 0
    }

    package var tokens: Int { promptTokens + completionTokens }

    mutating func add(_ exchange: Exchange) {
        modelCalls += 1
        retries += max(0, exchange.tries.believable - 1)
        promptTokens += exchange.usage.prompt.believable
        completionTokens += exchange.usage.completion.believable
        if exchange.usage.isEstimated { estimatedCalls += 1 }
        if let paid = exchange.cost { cost = cost + paid } else { unpricedCalls += 1 }
    }

    package static func + (left: Usage, right: Usage) -> Usage {
        var sum = Usage(
            modelCalls: left.modelCalls + right.modelCalls, toolCalls: left.toolCalls + right.toolCalls,
            failedCalls: left.failedCalls + right.failedCalls, failedTrials: left.failedTrials + right.failedTrials)
        sum.retries = left.retries + right.retries
        sum.promptTokens = left.promptTokens + right.promptTokens
        sum.completionTokens = left.completionTokens + right.completionTokens
        sum.estimatedCalls = left.estimatedCalls + right.estimatedCalls
        sum.cost = left.cost + right.cost
        sum.unpricedCalls = left.unpricedCalls + right.unpricedCalls
        return sum
    }
}

extension Usage {
    /// What it cost, and whether that is known; unknown is never shown as zero.
    package var costText: String {
        if modelCalls > 0, unpricedCalls == modelCalls { return "unknown" }
        return unpricedCalls > 0 ? "at least \(cost)" : "\(cost)"
    }
}

extension Int {
    /// A damaged record may say anything; a sum over it must not overflow.
    fileprivate var believable: Int { Swift.min(Swift.max(0, self), 1 << 40) }
}

/// What an older record does not say is none.
extension Usage {
    private enum CodingKeys: String, CodingKey {
        case modelCalls, retries, promptTokens, completionTokens, estimatedCalls, cost, unpricedCalls
        case toolCalls, failedCalls, failedTrials
    }

    package init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        func count(_ key: CodingKeys) throws -> Int { try stored.decodeIfPresent(Int.self, forKey: key) ?? 0 }
        self.init(
            modelCalls: try count(.modelCalls), toolCalls: try count(.toolCalls), failedCalls: try count(.failedCalls),
            failedTrials: try count(.failedTrials))
        retries = try count(.retries)
        promptTokens = try count(.promptTokens)
        completionTokens = try count(.completionTokens)
        estimatedCalls = try count(.estimatedCalls)
        cost = try stored.decodeIfPresent(Money.self, forKey: .cost) ?? .zero
        unpricedCalls = try count(.unpricedCalls)
    }
}
