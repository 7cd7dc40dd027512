import Engine
import Evaluation

/// Who writes the instructions of a baseline and searches for answers: an endpoint's model, or the rules.
struct BaselineModel: Sendable {
    /// As the endpoint knows it.
    let name: String
    /// Names it where an equal name must mean equal answers: for a model, with its endpoint.
    let identity: String
    let prices: PriceTable
    /// Nil for the rules, which have to know the tools first.
    private let client: (any LanguageModel)?

    /// A model of an endpoint, or a test's own.
    init(_ client: any LanguageModel, _ identity: ModelIdentity, prices: PriceTable) {
        self.init(name: identity.name, identity: identity.description, prices: prices, client: client)
    }

    /// No model: it asks nobody, so it costs nothing.
    static let rules = BaselineModel(
        name: RuleBasedSolver.name, identity: RuleBasedSolver.identity,
        prices: PriceTable([RuleBasedSolver.name: Price(input: .zero, output: .zero)]), client: nil)

    private init(name: String, identity: String, prices: PriceTable, client: (any LanguageModel)?) {
        self.name = name
        self.identity = identity
        self.prices = prices
        self.client = client
    }

    /// The model for a library of tools.
    func stage(for tools: [Tool]) -> ModelSettings.StageModel {
        ModelSettings.StageModel(client ?? RuleBasedSolver(knowing: tools), name: name)
    }
}

extension Surroundings {
    /// The model that a wish names, ready to be asked; a limit in dollars needs its price.
    ///
    /// `tries` tells of those that fail.
    ///
    /// - Throws: ``CommandFailure``, ``EndpointProblem``, ``KeyProblem`` or ``UnknownPrices``; nothing was sent.
    func baselineModel(_ wish: ModelWish, limit: Money?, telling tries: FailedTries) async throws -> BaselineModel {
        if wish == ModelWish(model: RuleBasedSolver.name) { return .rules }
        let configured = try settings().models
        guard let choice = try ModelChoice.resolve(wish, configured, models)?.models.execute else {
            throw CommandFailure(
                "baseline asks a model, and none is set. Name one with --model, or in config.toml; --model rules is a "
                    + "solver without any.")
        }
        if limit != nil, configured.priceTable[model: choice.name] == nil {
            throw UnknownPrices(models: [choice.name])
        }
        guard let client = try await LiveModels([choice.endpoint], self)[choice.endpoint] else {
            throw CommandFailure("There is no endpoint for the model \(choice.name).")
        }
        return BaselineModel(
            ToldModel(client, name: choice.name, tries: tries), choice.identity, prices: configured.priceTable)
    }
}
