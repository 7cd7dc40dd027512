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
            /// Nobody made it, since nothing was offered under this name, not even where a tool that was offered under
            /// another one is called so; the text says it.
            case notOffered(String)
        }

        /// How it ended in words for people, and why; the reason is empty where there is none.
        package var ending: (word: String, reason: String) {
            switch outcome {
            case .worked: ("worked", "")
            case .failed(let reason): ("failed", reason)
            case .notOffered(let reason): (reason.isEmpty ? "not offered" : "failed", reason)
            case nil: ("not made", "")
            }
        }

        /// The same in one: `failed: no such city`.
        package var endingWords: String { ending.reason.isEmpty ? ending.word : "\(ending.word): \(ending.reason)" }

        package init(name: String, arguments: String, outcome: Outcome? = nil) {
            self.name = name
            self.arguments = arguments
            self.outcome = outcome
        }
    }

    /// Why a prediction is not whole, where it is known.
    package enum Shortfall: String, Hashable, Codable, Sendable {
        /// A question had no answer, since the connection was lost or every try failed; asked again it may have one.
        case unanswered
        /// The model answered, and came to no end: it was cut off, declined, or asked for calls until the last turn.
        case unfinished
    }

    /// The id of the ``Truth``.
    package let id: String
    package let calls: [Call]
    /// What the model said at the end; empty where it said nothing.
    package let response: String
    /// Why there is no whole prediction; nil where there is one.
    package let problem: String?
    /// What kind of problem it is; nil where there is none, or where nobody knows: in a file, or of an earlier version.
    package let shortfall: Shortfall?

    package init(
        id: String, calls: [Call], response: String, problem: String? = nil, shortfall: Shortfall? = nil
    ) {
        self.id = id
        self.calls = calls
        self.response = response
        self.problem = problem
        self.shortfall = shortfall
    }
}
