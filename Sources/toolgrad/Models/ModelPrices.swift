import Engine

extension ModelChoice {
    /// The models whose price nobody has said.
    func unpriced(in prices: PriceTable) -> [String] { names.filter { prices[model: $0] == nil } }
}

/// A limit in dollars that could not hold.
struct UnknownPrices: Error, Hashable, Sendable, CustomStringConvertible {
    let models: [String]

    /// What is unknown, and the lines that make it known.
    var description: String {
        let names = models.map { "\"\($0)\"" }.joined(separator: " and ")
        return "--max-cost cannot hold: the price of \(names) is not known. Add it to config.toml, in dollars for a "
            + "million tokens:\n"
            + models.map { "[prices.\"\($0)\"]\ninput = 0.40\noutput = 1.60" }.joined(separator: "\n")
    }
}
