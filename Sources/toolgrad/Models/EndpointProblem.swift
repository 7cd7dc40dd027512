import HTTPTransport

/// Why an endpoint cannot be asked, before anything is sent.
enum EndpointProblem: Error, Hashable, Sendable {
    /// Plain http to another machine.
    case insecure(Origin)
    /// The address cannot be read.
    case address(source: String, reason: String)
    /// The endpoint wants a key, and the variable that should have it is not set.
    case noKey(endpoint: String, variable: String)
    /// The endpoint wants a key, and nothing says where it is.
    case noKeySource(endpoint: String, examples: String)
    /// Some stages have models, this one has none.
    case noModel(ModelStage)

    /// What to do about it.
    var advice: String {
        switch self {
        case .insecure:
            "Plain http to another machine can be read and changed on its way. Use https, or set allow_http = true "
                + "for an endpoint in config.toml."
        case .address(_, let reason): reason
        case .noKey(_, let variable):
            "Set \(variable) to its key, or name an endpoint of config.toml that has one."
        case .noKeySource(_, let examples):
            "Say in config.toml where it is: \(examples) An endpoint that wants none takes needs_key = false."
        case .noModel(let stage): "Add model to config.toml for all stages, or \(stage.rawValue) to its [models]."
        }
    }
}

extension EndpointProblem: CustomStringConvertible {
    /// What is missing, for what, and what to do.
    var description: String {
        switch self {
        case .insecure(let origin): "\(origin) was not asked: \(advice)"
        case .address(let source, let reason): "\(source) is no address to send to: \(reason)"
        case .noKey(let endpoint, _), .noKeySource(let endpoint, _): "There is no key for \(endpoint). \(advice)"
        case .noModel(let stage): "No model is set for the stage \(stage.rawValue). \(advice)"
        }
    }
}

extension EndpointSettings {
    /// Whether requests would go to another machine in plain text, without the user's word for it.
    var isInsecure: Bool { base.origin.scheme == .http && !base.origin.isLoopback && !allowsPlainHTTP }

    /// Whether it is asked with a key only: another machine that was not said to want none.
    var needsKey: Bool { !base.origin.isLoopback && !needsNoKey }

    /// Finds out whether its key is missing, as far as that is known without running or opening anything.
    func checkKey(in environment: ModelEnvironment) throws(EndpointProblem) {
        guard needsKey else { return }
        switch key {
        case .variable(let variable):
            guard environment.has(variable) else { throw .noKey(endpoint: "\(self)", variable: variable) }
        case .none:
            throw .noKeySource(endpoint: "\(self)", examples: KeySource.examples(for: name ?? "local"))
        case .command, .file: return
        }
    }
}
