/// What the model-backed stages are made of.
package struct ModelSettings: Sendable {
    /// A model and its name at its endpoint.
    package struct StageModel: Sendable {
        package let model: any LanguageModel
        package let name: String

        package init(_ model: any LanguageModel, name: String) {
            self.model = model
            self.name = name
        }
    }

    package var strategy: Plan.Strategy
    package var proposing: StageModel
    package var executing: StageModel
    package var selecting: StageModel
    package var synthesising: StageModel
    package var prompts: PromptSet
    /// Nil leaves it to the endpoints.
    package var temperature: Double?
    /// The most tokens of one answer, reasoning included.
    package var maxTokens: Int

    /// The same model for every stage; change those of single stages afterwards.
    package init(
        strategy: Plan.Strategy, model: StageModel, prompts: PromptSet = .embedded, temperature: Double? = nil,
        maxTokens: Int = 4096
    ) {
        self.strategy = strategy
        proposing = model
        executing = model
        selecting = model
        synthesising = model
        self.prompts = prompts
        self.temperature = temperature
        self.maxTokens = maxTokens
    }
}

extension ModelSettings {
    /// The models' names, each once, in the order of the stages.
    package var planner: String {
        var names: [String] = []
        for name in stageNames where !names.contains(name) { names.append(name) }
        return names.joined(separator: "+")
    }

    /// Changes with everything that changes what is asked; not with the way to the endpoints.
    package var contentHash: ContentHash {
        let identity: JSON = [
            "strategy": .string(strategy.rawValue), "models": .array(stageNames.map(JSON.string)),
            "prompts": .string(prompts.contentHash.hex),
            "temperature": temperature.map(JSON.init(floatLiteral:)) ?? .null,
            "maxTokens": .number(JSON.Number(maxTokens)),
        ]
        return ContentHash(of: identity.canonicalText)
    }

    private var stageNames: [String] { [proposing, executing, selecting, synthesising].map(\.name) }
}

extension Stages {
    /// The four stages with models behind them.
    package static func model(_ settings: ModelSettings) -> Stages {
        Stages(
            planner: settings.planner, settings: settings.contentHash,
            proposer: ModelProposer(strategy: settings.strategy, voice: Voice(settings.proposing, settings)),
            executor: ModelExecutor(voice: Voice(settings.executing, settings)),
            selector: ModelSelector(voice: Voice(settings.selecting, settings)),
            synthesizer: ModelSynthesizer(voice: Voice(settings.synthesising, settings)))
    }
}
