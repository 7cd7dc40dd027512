import Engine

/// Ways to ask for a value that a query does not say, in words that users have for it.
struct ValueQuestion {
    /// All that can be asked, in a fixed order.
    let wordings: [String]

    /// Takes what kind of thing the value is, in the plural where it says how many there are, and the input that needs it.
    init(noun: String, isAmount: Bool, _ input: Tool.Input) {
        let which = isAmount ? "how many \(noun)" : "which \(noun)"
        let asked = which.prefix(1).uppercased() + which.dropFirst()
        let plain = [
            "\(asked) do you mean?", "Could you tell me \(which) you mean?", "\(asked) do you have in mind?",
            "I need to know \(which) you mean before I can go on.", "You did not say \(which). Can you tell me?",
            "I can find that out as soon as I know \(which) you have in mind.",
            "One thing is missing: \(which) do you mean?",
            isAmount ? "Can you give me the number of \(noun)?" : "\(asked) are you asking about?",
        ]
        guard !isAmount, let described = Self.described(input) else {
            wordings = plain
            return
        }
        wordings =
            plain + [
                "To answer that I still need \(described). \(asked) do you mean?",
                "What is missing is \(described): \(which) do you mean?",
                "Please tell me \(described) first: \(which) is it?",
            ]
    }

    /// What the tool says of the input, up to its examples and remarks, as part of a sentence; nil where it says too much.
    private static func described(_ input: Tool.Input) -> String? {
        guard let said = input.schema["description"]?.string else { return nil }
        let ends = [" such as", " for example", " e.g.", "(", ",", ";", ":", ". ", "\n"].compactMap {
            said.firstRange(of: $0)?.lowerBound
        }
        let rule = String(said[..<(ends.min() ?? said.endIndex)]).trimmed
        let words = rule.split(separator: " ")
        guard (1...8).contains(words.count), rule.allSatisfy({ $0.isLetter || " '’-".contains($0) }),
            let first = words.first, !Self.noNouns.contains(first.lowercased())
        else { return nil }
        let isName = Self.names.contains(first.lowercased()) || first.count > 1 && first.allSatisfy(\.isUppercase)
        let text = isName ? rule : rule.prefix(1).lowercased() + rule.dropFirst()
        return Self.articles.contains(first.lowercased()) ? text : "the " + text
    }

    private static let articles: Set<String> = ["a", "an", "the", "its", "your", "how", "what", "which", "whose"]
    /// Words that keep their capital letter.
    private static let names: Set<String> = [
        "english", "latin", "german", "french", "spanish", "italian", "roman", "greek", "celsius", "unicode", "i",
    ]
    /// With these it is no noun phrase.
    private static let noNouns: Set<String> = [
        "whether", "if", "only", "at", "in", "from", "for", "to", "when", "where", "optional", "required", "as", "or",
        "set", "use", "give", "one", "any", "up", "between", "must",
    ]
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { " .".contains($0) }.reversed())
    }
}
