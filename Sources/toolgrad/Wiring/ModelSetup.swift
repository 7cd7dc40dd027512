import Engine

/// How a run asks its models, as its dataset keeps it: enough to go on with it or to replay it, and never a key.
struct ModelSetup: Hashable, Sendable {
    /// One stage's model, and where it is.
    struct Stage: Hashable, Sendable {
        let model: String
        /// The endpoint's name in the settings; nil for one that an option or a variable gave.
        let endpoint: String?
        let base: String
    }

    let strategy: Plan.Strategy
    let stages: PerStage<Stage>
    let temperature: Double?
    /// The most tokens of one answer.
    let answerTokens: Int
    /// The texts of all prompts, so that a run goes on with those it began with.
    let prompts: PromptSet
}

extension ModelSetup {
    /// The stages' settings, with their models behind them.
    func settings(_ model: (ModelStage) throws -> any LanguageModel) rethrows -> ModelSettings {
        func stage(_ stage: ModelStage) throws -> ModelSettings.StageModel {
            ModelSettings.StageModel(try model(stage), name: stages[stage].model)
        }
        var settings = ModelSettings(
            strategy: strategy, model: try stage(.propose), prompts: prompts, temperature: temperature,
            maxTokens: answerTokens)
        settings.executing = try stage(.execute)
        settings.selecting = try stage(.select)
        settings.synthesising = try stage(.synthesise)
        return settings
    }

    var json: JSON {
        [
            "strategy": .string(strategy.rawValue), "temperature": temperature.map(JSON.init(floatLiteral:)) ?? .null,
            "answerTokens": .count(answerTokens),
            "stages": .object(
                JSON.Object(
                    ModelStage.allCases.map { JSON.Object.Member(key: $0.rawValue, value: stages[$0].json) })),
            "prompts": .object(
                JSON.Object(
                    PromptSet.names.map { name in
                        JSON.Object.Member(key: name, value: .string(prompts.text(of: name) ?? ""))
                    })),
        ]
    }

    /// Reads what ``json`` wrote.
    ///
    /// - Throws: ``CommandFailure`` for anything else.
    init(_ json: JSON) throws {
        guard let strategy = json["strategy"]?.string.flatMap(Plan.Strategy.init),
            let answerTokens = json["answerTokens"]?.int, (1...1_000_000).contains(answerTokens)
        else { throw Self.unreadable }
        let texts = (json["prompts"]?.object?.members ?? []).map { ($0.key, $0.value.string ?? "") }
        do { prompts = try PromptSet(replacing: Dictionary(texts) { first, _ in first }) } catch {
            throw CommandFailure("The run's prompts cannot be used by this version: \(error)")
        }
        stages = try PerStage { stage in
            guard let json = json["stages"]?[stage.rawValue], let model = json["model"]?.string,
                let base = json["base"]?.string
            else { throw Self.unreadable }
            return Stage(model: model, endpoint: json["endpoint"]?.string, base: base)
        }
        self.strategy = strategy
        self.answerTokens = answerTokens
        temperature = json["temperature"]?.double
    }

    private static var unreadable: CommandFailure {
        CommandFailure(
            "The dataset does not say in a way that this version reads how the run asked its models. Use the version "
                + "it was begun with.")
    }
}

extension ModelSetup.Stage {
    fileprivate var json: JSON {
        ["model": .string(model), "endpoint": endpoint.map(JSON.string) ?? .null, "base": .string(base)]
    }
}
