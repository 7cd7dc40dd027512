import Engine
import HTTPTransport

/// How a model would be reached: its endpoint and its key, before anything is sent.
struct ModelAccessChecks {
    let model: ModelChoice.Model
    /// Whether a key was found where it was looked for.
    let hasKey: Bool

    var all: [Diagnosis] { [endpoint, key] }

    private var endpoint: Diagnosis {
        let name = model.endpoint.name.map { "\($0) at " } ?? ""
        let place = model.endpoint.base.origin.isLoopback ? ", this machine" : ""
        let warning = model.endpoint.base.origin.scheme == .http && !model.endpoint.base.origin.isLoopback
        return Diagnosis(
            .model, "endpoint", warning ? .warn : .ok,
            "\(model.name), asked of \(name)\(model.endpoint.base)\(place)"
                + (warning ? ", in plain text that can be read and changed on its way" : ""))
    }

    private var key: Diagnosis {
        if hasKey { return Diagnosis(.model, "key", .ok, "sent with each request, from \(model.endpoint.key)") }
        let reason = model.endpoint.base.origin.isLoopback ? "this machine needs none" : "needs_key = false"
        let looked: String
        switch model.endpoint.key {
        case .variable(let name): looked = "; \(name) is not set"
        case .none, .command, .file: looked = ""
        }
        return Diagnosis(.model, "key", .ok, "none is sent: \(reason)\(looked)")
    }
}
