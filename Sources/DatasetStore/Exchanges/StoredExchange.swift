import Engine

/// A question to a model and what came of it, as the dataset has it.
package struct StoredExchange: Hashable, Sendable {
    package let slot: ExchangeSlot
    /// The model that was asked.
    package let model: String
    /// Names the request, as the event of the exchange does.
    package let request: ContentHash
    /// What was sent: settings, messages, tools and the answer's form, in this order.
    package let parts: [RequestPart]
    /// Nil while there is no ending: the question was under way when the program stopped, or still is.
    package let ending: RecordedExchange?

    /// What the model answered; nil where it did not.
    package var completion: Completion? {
        guard case .answered(let completion) = ending?.result else { return nil }
        return completion
    }

    /// Why there is no answer; nil where there is one, and while there is no ending.
    package var problem: String? {
        guard case .failed(let error) = ending?.result else { return nil }
        return "\(error)"
    }
}

/// A piece of a request.
package struct RequestPart: Hashable, Sendable {
    /// The JSON text that the request's hash covers.
    package let json: String

    /// What it is: `settings`, `seed`, `system`, `user`, `assistant`, `tool`, `offered tool` or `answer's form`.
    package var title: String {
        switch value?.members.first?.key {
        case "seed": "seed"
        case "offered": "offered tool"
        case "answer": "answer's form"
        case let role? where Self.roles.contains(role): role
        case _: "settings"
        }
    }

    /// The words of a message; the JSON text of everything else, calls among them.
    package var text: String {
        guard Self.roles.contains(title), let message = value else { return json }
        let words = (title == "tool" ? message["content"] : message[title])?.string ?? ""
        guard let calls = message["calls"], calls.array?.isEmpty == false else { return words }
        return words.isEmpty ? calls.compactText : words + "\n" + calls.compactText
    }

    private static let roles: Set<String> = ["system", "user", "assistant", "tool"]

    private var value: JSON.Object? { (try? JSON(parsing: json))?.object }
}
