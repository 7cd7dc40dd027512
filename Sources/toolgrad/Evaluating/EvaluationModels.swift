import Engine
import Evaluation

/// A model that an evaluation asks, ready with its key.
struct EvaluationModel: Sendable {
    /// Names it where equal names must mean equal answers.
    let identity: String
    let stage: ModelSettings.StageModel

    var name: String { stage.name }
}

/// The models of an evaluation, and what they cost.
struct EvaluationModels: Sendable {
    /// Nil where predictions come out of a file.
    let answering: EvaluationModel?
    /// Nil where responses are not judged.
    let judging: EvaluationModel?
    let prices: PriceTable

    /// A stage whose model nobody asks, for what must have one.
    static let nobody = ModelSettings.StageModel(NobodyModel(), name: "none")
}

extension Surroundings {
    /// The models that options name.
    ///
    /// - Throws: ``CommandFailure``, ``EndpointProblem``, ``KeyProblem`` or ``UnknownPrices``; nothing was sent.
    func models(_ options: AnsweringOptions, answering: ModelWish?) async throws -> EvaluationModels {
        let configured = try settings().models
        let wishes = [answering, options.asking.judgeWish]
        let choices = try wishes.map { try $0.flatMap { try choice($0, configured) } }
        let endpoints = choices.compactMap { $0?.endpoint }
        let live = endpoints.isEmpty ? nil : try await LiveModels(endpoints, self)
        if options.asking.maxCost != nil {
            let unpriced = choices.compactMap { $0?.name }.filter { configured.priceTable[model: $0] == nil }
            if !unpriced.isEmpty { throw UnknownPrices(models: unpriced) }
        }
        let tries = FailedTries()
        let models = try zip(wishes, choices).map { wish, choice in
            try wish.map { try model($0, choice, live, telling: tries) }
        }
        var prices = configured.prices
        // A name that an option takes for the rules is no endpoint's model, so nothing can have another price.
        if answering?.isRules == true {
            prices[RuleBasedSolver.name] = Price(input: .zero, output: .zero)
        }
        return EvaluationModels(answering: models[0], judging: models[1], prices: PriceTable(prices))
    }

    /// Nil for the rules, which are asked nowhere.
    private func choice(_ wish: ModelWish, _ configured: ConfiguredModels) throws -> ModelChoice.Model? {
        guard !wish.isRules else { return nil }
        guard let choice = try ModelChoice.resolve(wish, configured, models)?.models.execute else {
            throw CommandFailure(
                "evaluate asks a model, and none is set. Name one with --model, or in config.toml; --model rules is a "
                    + "solver without any, and --predictions FILE takes what a model said elsewhere.")
        }
        return choice
    }

    private func model(
        _ wish: ModelWish, _ choice: ModelChoice.Model?, _ live: LiveModels?, telling tries: FailedTries
    ) throws -> EvaluationModel {
        guard let choice else {
            return EvaluationModel(
                identity: RuleBasedSolver.identity,
                stage: ModelSettings.StageModel(RuleBasedSolver(), name: RuleBasedSolver.name))
        }
        guard let client = live?[choice.endpoint] else {
            throw CommandFailure("There is no endpoint for the model \(choice.name).")
        }
        return EvaluationModel(
            identity: choice.identity.description,
            stage: ModelSettings.StageModel(ToldModel(client, name: choice.name, tries: tries), name: choice.name))
    }
}

extension ModelWish {
    /// Whether it is the solver that asks no model.
    fileprivate var isRules: Bool { model == RuleBasedSolver.name && baseURL == nil }
}

/// Stands where nobody is asked: asking it is an error.
private struct NobodyModel: LanguageModel {
    func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
        throw ModelError.notRecorded("a question to \(request.model)")
    }
}
