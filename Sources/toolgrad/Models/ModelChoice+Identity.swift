import Evaluation

extension ModelChoice.Model {
    /// Names it where equal names must mean equal answers.
    var identity: ModelIdentity { ModelIdentity(name: name, base: "\(endpoint.base)") }
}
