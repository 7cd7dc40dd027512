import Engine

/// What the settings say about models.
struct ConfiguredModels: Hashable, Sendable {
    /// For every stage that has none of its own; nil for none, and then nothing asks a model unless an option does.
    var model: String?
    /// The stages that have models of their own.
    var stages: [ModelStage: String] = [:]
    /// By their names.
    var endpoints: [String: EndpointSettings] = [:]
    var prices: [String: Price] = [:]

    /// The prices, by the models' names; nobody else's are known, since prices change and differ between endpoints.
    var priceTable: PriceTable { PriceTable(prices) }
}
