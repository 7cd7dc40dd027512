import Engine

/// What an item of a study took: requests, calls, tokens, money.
///
/// The same whether an answer came from the model now or from the record of an earlier session.
package struct Spending: Hashable, Codable, Sendable {
    /// Requests to models, retries too.
    package var modelCalls = 0
    /// Calls that left: those that break their tool's schema, or that a policy denied, are not among them.
    package var toolCalls = 0
    package var promptTokens = 0
    package var completionTokens = 0
    /// Nil where the price of a request is unknown; never zero for unknown.
    package var cost: Money? = .zero

    package init() {}

    package var tokens: Int { promptTokens + completionTokens }

    package mutating func add(_ other: Spending) {
        modelCalls += other.modelCalls
        toolCalls += other.toolCalls
        promptTokens += other.promptTokens
        completionTokens += other.completionTokens
        cost = cost.flatMap { sum in other.cost.map { sum + $0 } }
    }
}

/// Adds up what an item takes while it is worked on.
package actor SpendingMeter {
    package private(set) var spending = Spending()

    package init() {}

    func add(_ exchange: Exchange) {
        spending.modelCalls += exchange.tries
        spending.promptTokens += exchange.usage.prompt
        spending.completionTokens += exchange.usage.completion
        spending.cost = spending.cost.flatMap { sum in exchange.cost.map { sum + $0 } }
    }

    func addCall() { spending.toolCalls += 1 }
}
