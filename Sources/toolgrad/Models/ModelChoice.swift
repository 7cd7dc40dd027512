import Engine
import HTTPTransport

/// What the command line asks for.
struct ModelWish: Hashable, Sendable {
    /// `MODEL` or `ENDPOINT/MODEL`.
    var model: String?
    var baseURL: String?
}

/// Which model does each stage, and where it is.
struct ModelChoice: Hashable, Sendable {
    struct Model: Hashable, Sendable {
        let endpoint: EndpointSettings
        /// As the endpoint knows it.
        let name: String
    }

    let models: PerStage<Model>

    init(_ models: PerStage<Model>) {
        self.models = models
    }

    /// All endpoints that will be asked, each once.
    var endpoints: [EndpointSettings] { models.all.map(\.endpoint).eachOnce }

    /// All models, each once.
    var names: [String] { models.all.map(\.name).eachOnce }

    /// What names the offline planner where a model could be named.
    static let offline = "offline"
}

extension ModelChoice {
    /// Decides from the command line, the settings and the environment; nil for the offline planner.
    ///
    /// `--model` goes before the settings' models, and then does every stage. `--base-url` is where it is asked, and
    /// its name is then taken whole. Else what is before the first slash is an endpoint, where the settings have one
    /// of that name; all other models are asked at `OPENAI_BASE_URL`, or at OpenAI itself.
    ///
    /// - Throws: ``EndpointProblem``; nothing was sent.
    static func resolve(
        _ wish: ModelWish, _ configured: ConfiguredModels, _ environment: ModelEnvironment
    ) throws(EndpointProblem) -> ModelChoice? {
        let resolver = Resolver(wish: wish, configured: configured, environment: environment)
        guard let choice = try resolver.choice() else { return nil }
        for endpoint in choice.endpoints {
            if endpoint.isInsecure { throw .insecure(endpoint.base.origin) }
            try endpoint.checkKey(in: environment)
        }
        return choice
    }

    /// One model for all stages.
    private init(all model: Model) {
        models = PerStage { _ in model }
    }
}

extension ModelChoice {
    /// Where models are asked that nothing says another place for.
    private static let usualBase = BaseURL(
        origin: Origin(scheme: .https, host: "api.openai.com", port: 443), prefix: "/v1")

    private struct Resolver {
        let wish: ModelWish
        let configured: ConfiguredModels
        let environment: ModelEnvironment

        func choice() throws(EndpointProblem) -> ModelChoice? {
            if let name = wish.model {
                if name == ModelChoice.offline, wish.baseURL == nil { return nil }
                return ModelChoice(all: try model(name))
            }
            if configured.model == ModelChoice.offline || configured.model == nil && configured.stages.isEmpty {
                return nil
            }
            return ModelChoice(try PerStage { stage throws(EndpointProblem) in try model(of: stage) })
        }

        private func model(of stage: ModelStage) throws(EndpointProblem) -> Model {
            guard let name = configured.stages[stage] ?? configured.model else { throw .noModel(stage) }
            return try model(name)
        }

        private func model(_ name: String) throws(EndpointProblem) -> Model {
            if let text = wish.baseURL {
                return Model(endpoint: try endpoint(at: text, from: "--base-url"), name: name)
            }
            let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if parts.count == 2, !parts[1].isEmpty, let endpoint = configured.endpoints[parts[0]] {
                return Model(endpoint: endpoint, name: parts[1])
            }
            return Model(endpoint: try usualEndpoint, name: name)
        }

        private var usualEndpoint: EndpointSettings {
            get throws(EndpointProblem) {
                guard let text = environment.baseURL else {
                    var endpoint = EndpointSettings(base: ModelChoice.usualBase)
                    endpoint.key = .variable(ModelEnvironment.keyVariable)
                    return endpoint
                }
                return try endpoint(at: text, from: ModelEnvironment.baseURLVariable)
            }
        }

        /// An endpoint that is only an address; the key of the environment belongs to it.
        private func endpoint(at text: String, from source: String) throws(EndpointProblem) -> EndpointSettings {
            let base: BaseURL
            do { base = try BaseURL(text) } catch { throw .address(source: source, reason: "\(error)") }
            var endpoint = EndpointSettings(base: base)
            endpoint.key = .variable(ModelEnvironment.keyVariable)
            return endpoint
        }
    }
}

extension Array where Element: Hashable {
    /// Without repetitions, in the order of the first ones.
    fileprivate var eachOnce: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
