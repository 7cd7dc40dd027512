import Engine

/// What a model did with an item.
package struct Prediction: Hashable, Codable, Sendable, Identifiable {
    /// One call that the model asked for.
    package struct Call: Hashable, Codable, Sendable {
        /// As the model wrote it; it may name no tool.
        package let name: String
        /// As the model wrote it; it may be no JSON.
        package let arguments: String
        /// How the call ended; nil where nobody made it.
        package let outcome: Outcome?

        package enum Outcome: Hashable, Codable, Sendable {
            case worked
            case failed(String)
        }

        package init(name: String, arguments: String, outcome: Outcome? = nil) {
            self.name = name
            self.arguments = arguments
            self.outcome = outcome
        }
    }

    /// The id of the ``Truth``.
    package let id: String
    package let calls: [Call]
    /// What the model said at the end; empty where it said nothing.
    package let response: String
    /// Why there is no whole prediction; nil where there is one.
    package let problem: String?

    package init(id: String, calls: [Call], response: String, problem: String? = nil) {
        self.id = id
        self.calls = calls
        self.response = response
        self.problem = problem
    }
}
