import Engine

/// What a call of `Finish` means.
enum FinishCall: Hashable {
    case answer(String)
    case giveUp
    /// Nothing that ends a way; the text says what is missing.
    case unusable(String)

    /// Reads the arguments: JSON, or what can be found in a text that is none because it was cut off.
    ///
    /// ToolBench ends a way on such a text too.
    init(arguments: String) {
        let object = (try? JSON(parsing: arguments))?.object
        let type = object.map { $0["return_type"]?.string } ?? Self.value(of: "return_type", in: arguments)?.upToQuote
        let answer = object.map { $0["final_answer"]?.said } ?? Self.value(of: "final_answer", in: arguments)?.unclosed
        switch type {
        case "give_up_and_restart": self = .giveUp
        case "give_answer": self = answer.map(FinishCall.answer) ?? .unusable("give_answer needs a final_answer.")
        case nil: self = .unusable("A return_type is needed: give_answer or give_up_and_restart.")
        case .some(let other):
            self = .unusable(
                "The return_type \(JSON.string(other.first(scalars: 80)).compactText) is neither give_answer nor "
                    + "give_up_and_restart.")
        }
    }

    /// What the model is shown.
    func observation(limit: Int) -> Observation {
        switch self {
        case .answer: Observation(#"{"response":"The final answer was taken."}"#, .answered, limit: limit)
        case .giveUp: Observation(#"{"response":"This attempt was given up."}"#, .gaveUp, limit: limit)
        case .unusable(let problem): Observation(problem: problem, .badInput, limit: limit)
        }
    }

    /// The final answer of a call that gives one.
    static func answer(in arguments: String) -> String {
        switch FinishCall(arguments: arguments) {
        case .answer(let text): text
        case .giveUp, .unusable: ""
        }
    }

    /// What follows `"key": "` in a text.
    private static func value(of key: String, in text: String) -> Substring? {
        guard let found = text.firstRange(of: "\"\(key)\"") else { return nil }
        var rest = text[found.upperBound...].drop(while: \.isWhitespace)
        guard rest.popFirst() == ":" else { return nil }
        rest = rest.drop(while: \.isWhitespace)
        return rest.popFirst() == "\"" ? rest : nil
    }
}

extension JSON {
    /// A text as it is, anything else as JSON.
    fileprivate var said: String { string ?? compactText }
}

extension Substring {
    fileprivate var upToQuote: String { String(prefix { $0 != "\"" }) }

    /// Without what closes a text and an object.
    fileprivate var unclosed: String {
        let kept = reversed().drop { $0.isWhitespace || $0 == "}" }
        return String((kept.first == "\"" ? kept.dropFirst() : kept).reversed())
    }
}
