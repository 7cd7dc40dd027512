import DatasetStore
import Engine
import Evaluation
import HTTPTransport
import LanguageModels

/// The models of some endpoints, each ready to be asked with its key.
struct LiveModels: Sendable {
    private let clients: [EndpointSettings: ChatCompletions]

    /// Reads the keys; nothing is sent.
    ///
    /// - Throws: ``KeyProblem``, or ``HTTPConfigurationError`` when proxies or certificates cannot be used.
    init(_ endpoints: [EndpointSettings], _ surroundings: Surroundings) async throws {
        let reader = KeyReader(environment: surroundings.models, home: surroundings.home)
        var network = try HTTPConfiguration(environment: surroundings.models.ofTransport)
        network.connectionsPerHost = endpoints.map(\.mostAtOnce).max() ?? network.connectionsPerHost
        // Endpoints that must not be spoken to in plain text were refused when they were chosen.
        if endpoints.contains(where: \.allowsPlainHTTP) { network.plainHTTP = .anywhere }
        let sender = try AsyncHTTPSender(network)
        var clients: [EndpointSettings: ChatCompletions] = [:]
        for endpoint in endpoints {
            clients[endpoint] = ChatCompletions(
                endpoint.endpoint(key: try await reader.key(of: endpoint)), sender: sender)
        }
        self.clients = clients
    }

    /// The client of one of the endpoints; nil for any other.
    subscript(endpoint: EndpointSettings) -> ChatCompletions? { clients[endpoint] }
}

extension Surroundings {
    /// Who plans, by the command line, the settings and the environment.
    ///
    /// `tries` tells of those that fail; nil where nobody is to be told.
    ///
    /// - Throws: ``CommandFailure``, ``EndpointProblem``, ``KeyProblem`` or ``UnknownPrices``; nothing was sent.
    func planner(_ options: ModelOptions, telling tries: FailedTries? = nil) async throws -> Planner {
        if options.endpoint.wish == ModelWish(model: RuleBasedSolver.name) {
            throw CommandFailure(
                "The rules answer queries and plan no samples: --model rules is for baseline, evaluate and compare. Name "
                    + "a model, or leave --model out for the offline planner.")
        }
        let configured = try settings().models
        let choice = try ModelChoice.resolve(options.endpoint.wish, configured, models)
        try options.check(choice, prices: configured.priceTable)
        guard let choice else { return .offline }
        let setup = ModelSetup(
            strategy: options.strategy ?? .lean, stages: PerStage { ModelSetup.Stage(choice.models[$0]) },
            temperature: options.temperature, answerTokens: options.answerTokens,
            prompts: try options.prompts.map { try PromptFolder(path: $0).prompts() } ?? .embedded)
        return try await planner(setup, choice, prices: configured.priceTable, telling: tries)
    }

    /// Who planned a stored run, ready to go on; `baseURL` is where its models are asked, if not where they were.
    ///
    /// - Throws: as ``planner(_:telling:)``.
    func planner(of run: StoredRun, baseURL: String?) async throws -> Planner {
        guard let stored = run.modelSetup else { return .offline }
        let setup = try ModelSetup(stored)
        let configured = try settings().models
        let choice = ModelChoice(
            try PerStage { stage in
                ModelChoice.Model(
                    endpoint: try endpoint(of: setup.stages[stage], baseURL, configured),
                    name: setup.stages[stage].model)
            })
        return try await planner(setup, choice, prices: configured.priceTable)
    }

    /// Before something is started that gets the whole environment, as the user's editor does.
    func hideKeys() {
        let endpoints = (try? settings().models.endpoints.values.map(\.key)) ?? []
        models.hideKeys(
            endpoints.compactMap { key in
                guard case .variable(let name) = key else { return nil }
                return name
            })
    }

    private func planner(
        _ setup: ModelSetup, _ choice: ModelChoice, prices: PriceTable, telling tries: FailedTries? = nil
    ) async throws -> Planner {
        let live = try await LiveModels(choice.endpoints, self)
        return try Planner(setup, prices: prices) { stage in
            guard let client = live[choice.models[stage].endpoint] else {
                throw CommandFailure("There is no endpoint for the stage \(stage.rawValue).")
            }
            guard let tries else { return client }
            return ToldModel(client, name: choice.models[stage].name, tries: tries)
        }
    }

    /// Where a stored run's stage is asked.
    ///
    /// A dataset may come from anybody, so an address in it is no place to send a key to.
    private func endpoint(
        of stage: ModelSetup.Stage, _ baseURL: String?, _ configured: ConfiguredModels
    ) throws -> EndpointSettings {
        if let name = stage.endpoint, baseURL == nil {
            guard let endpoint = configured.endpoints[name] else {
                throw CommandFailure(
                    "The run asks its models at the endpoint \(name), which config.toml does not have. Add "
                        + "[endpoints.\(name)] with the base_url that it had: \(stage.base)")
            }
            return endpoint
        }
        let wish = ModelWish(model: stage.model, baseURL: baseURL)
        // The environment's key goes to this machine only where the environment says so too.
        if let base = try? BaseURL(stage.base), base.origin.isLoopback, baseURL == nil,
            models.baseURL.flatMap({ try? BaseURL($0) }) != base
        {
            return EndpointSettings(base: base)
        }
        // The name is whole here, also where it begins with an endpoint's name.
        let bare = ConfiguredModels(model: nil, stages: [:], endpoints: [:], prices: [:])
        guard let choice = try ModelChoice.resolve(wish, bare, models) else {
            throw CommandFailure("No model is named.")
        }
        let endpoint = choice.models.propose.endpoint
        guard baseURL != nil || "\(endpoint.base)" == stage.base else {
            throw CommandFailure(
                "The run asked \(stage.model) at \(stage.base), and now it would be asked at \(endpoint.base). Say where "
                    + "with --base-url.")
        }
        return endpoint
    }
}

extension ModelSetup.Stage {
    fileprivate init(_ model: ModelChoice.Model) {
        self.init(model: model.name, endpoint: model.endpoint.name, base: "\(model.endpoint.base)")
    }
}
