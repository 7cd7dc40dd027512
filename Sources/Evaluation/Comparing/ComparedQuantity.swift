import Engine

/// What a sample has or takes, that methods are compared by.
package enum ComparedQuantity: String, Hashable, Codable, Sendable, CaseIterable {
    case steps, modelCalls, toolCalls, tokens, cost, wallTime

    package var title: String {
        switch self {
        case .steps: "ground-truth steps"
        case .modelCalls: "model calls"
        case .toolCalls: "tool calls"
        case .tokens: "tokens"
        case .cost: "cost in dollars"
        case .wallTime: "seconds"
        }
    }

    /// Of one sample; nil where it is not known.
    func value(of sample: ComparedSample) -> Double? {
        switch self {
        case .steps: Double(sample.steps ?? 0)
        case .modelCalls: Double(sample.spending.modelCalls)
        case .toolCalls: Double(sample.spending.toolCalls)
        case .tokens: Double(sample.spending.tokens)
        case .cost: sample.spending.cost.map { Double($0.nanodollars) / 1e9 }
        case .wallTime: sample.wallTime.map(\.inSeconds)
        }
    }
}
