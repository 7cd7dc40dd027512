/// What a model's tokens cost.
package struct Price: Hashable, Codable, Sendable {
    /// For a million tokens of the request.
    package let input: Money
    /// For a million tokens of the answer, reasoning included.
    package let output: Money
    /// For a million tokens of the request that the endpoint had in its cache.
    package let cachedInput: Money

    package init(input: Money, output: Money, cachedInput: Money? = nil) {
        self.input = input
        self.output = output
        self.cachedInput = cachedInput ?? input
    }

    /// The price of a completion, rounded up to a billionth of a dollar.
    package func cost(of usage: TokenUsage) -> Money {
        let cached = min(usage.cached, usage.prompt)
        return input.times(usage.prompt - cached) + cachedInput.times(cached) + output.times(usage.completion)
    }
}

/// The prices that are known, by the model's name.
package struct PriceTable: Hashable, Codable, Sendable {
    private let prices: [String: Price]

    package init(_ prices: [String: Price] = [:]) {
        self.prices = prices
    }

    /// Nil where the price is unknown: never zero.
    package subscript(model model: String) -> Price? { prices[model] }
}

extension Money {
    /// The price of so many tokens at this price for a million.
    fileprivate func times(_ tokens: Int) -> Money {
        let (product, overflow) = nanodollars.multipliedReportingOverflow(by: Int64(max(0, tokens)))
        guard !overflow else { return Money(nanodollars: .max) }
        return Money(nanodollars: product / 1_000_000 + (product % 1_000_000 > 0 ? 1 : 0))
    }
}
