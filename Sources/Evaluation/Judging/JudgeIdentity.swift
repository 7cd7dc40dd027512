import Engine

/// Who judged: a model, and the words in which it was asked.
///
/// Verdicts of two judges are never put into one figure.
package struct JudgeIdentity: Hashable, Sendable, CustomStringConvertible {
    /// The model, named where an equal name must mean equal answers, as in `strict at http://127.0.0.1:8080/v1`.
    package let model: String
    /// Changes with the words of the question; nil where only the model's name was kept.
    package let prompt: ContentHash?

    package init(_ model: String, prompt: ContentHash?) {
        self.model = model
        self.prompt = prompt
    }

    /// In words: `strict at http://127.0.0.1:8080/v1, prompt 0a1b2c3d`.
    package var description: String { prompt.map { "\(model), prompt \($0.short)" } ?? model }
}

extension JudgeIdentity: ExpressibleByStringLiteral {
    /// A judge of whom only the name is known.
    package init(stringLiteral name: String) {
        self.init(name, prompt: nil)
    }
}

extension JudgeIdentity: Codable {
    private enum Key: String, CodingKey {
        case model, prompt
    }

    /// Reads a bare name too, which is all that earlier versions kept of a judge.
    package init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.init(name, prompt: nil)
            return
        }
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            try members.decode(String.self, forKey: .model),
            prompt: try members.decodeIfPresent(ContentHash.self, forKey: .prompt))
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(model, forKey: .model)
        try members.encodeIfPresent(prompt, forKey: .prompt)
    }
}

extension [JudgeIdentity] {
    /// The same whatever the order; nil of nobody.
    var commonest: JudgeIdentity? {
        Dictionary(map { ($0, 1) }, uniquingKeysWith: +)
            .min { ($1.value, $0.key.description) < ($0.value, $1.key.description) }?.key
    }
}
