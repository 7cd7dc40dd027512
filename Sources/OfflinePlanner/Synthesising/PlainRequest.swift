import Engine

/// One step of a tool without words of its own, asked for in plain words: what it is for, and the values it was given.
struct PlainRequest {
    let scope: StepScope
    private let tool: Tool
    private let values: [SaidValue]

    init?(_ scope: StepScope) {
        guard let tool = scope.tool, tool.wording.hasNoWords else { return nil }
        self.scope = scope
        self.tool = tool
        values = SaidValue.all(of: scope, tool)
    }

    /// The request as a sentence.
    ///
    /// Where everything takes place, such as a repository, is not said again while it stays the same.
    func sentence(isFirst: Bool, after known: [String: JSON], random: inout SeededGenerator) -> String {
        var purpose = Purpose(of: tool)
        let filled = PurposeSlots(of: purpose.words).filled(with: values)
        let left = values.filter { value in
            !filled.used.contains(value.name)
                && (value.reference != nil || !value.isSetting || known[value.name] != value.value)
        }
        var words = filled.text
        if words.count < 25, !isNamed(in: words), !tool.name.api.isEmpty { words += " on " + apiName }
        let clauses = ValueClauses(of: left).text
        purpose = purpose.saying(words.withoutPhrase(of: tool.name))
        let depends = values.contains { $0.reference != nil }
        return purpose.request(with: clauses, depends, isFirst, random: &random)
    }

    private func isNamed(in words: String) -> Bool {
        let said = Set(words.keyWords)
        return tool.name.api.keyWords.contains { $0.count > 3 && said.contains($0) }
    }

    private var apiName: String {
        tool.name.api.keyWords.prefix(4).map { $0.asSentence }.joined(separator: " ")
    }

    /// The arguments that the request says, and their values.
    var told: [String: JSON] { Dictionary(values.map { ($0.name, $0.value) }) { first, _ in first } }

    /// What the result is: `The current time in Europe/London`.
    var subject: String? {
        guard case .know(let words) = Purpose(of: tool) else { return nil }
        let said = PurposeSlots(of: words).filled(with: values.map(\.plain)).text
        return said.count <= 90 ? said.determined.asSentence : nil
    }
}

extension Purpose {
    fileprivate func saying(_ words: String) -> Purpose {
        switch self {
        case .know: .know(words)
        case .act: .act(words)
        }
    }

    fileprivate func request(
        with clauses: String, _ depends: Bool, _ isFirst: Bool, random: inout SeededGenerator
    ) -> String {
        let manners = depends ? dependent : isFirst ? first : further
        let manner = manners.randomElement(using: &random) ?? ("", ".")
        let words: String
        switch self {
        case .know(let thing): words = thing.determined
        case .act(let deed): words = deed
        }
        let said = (manner.0 + words + clauses).asSentence
        return said + manner.1
    }

    private var first: [(String, String)] {
        switch self {
        case .know(let thing):
            [("I need ", "."), ("Could you get me ", "?"), ("Please show me ", "."), ("I would like to see ", ".")]
                + Self.what(thing)
        case .act: [("Please ", "."), ("Could you ", "?"), ("I need you to ", "."), ("Can you ", "?")]
        }
    }

    private var further: [(String, String)] {
        switch self {
        case .know(let thing):
            [("I also need ", "."), ("Please also get me ", "."), ("Could you also show me ", "?")] + Self.what(thing)
        case .act: [("Please also ", "."), ("Could you also ", "?"), ("And please ", ".")]
        }
    }

    private var dependent: [(String, String)] {
        switch self {
        case .know: [("Then get me ", "."), ("From there, show me ", "."), ("With that, I would like ", ".")]
        case .act: [("Then ", "."), ("After that, please ", "."), ("With that, ", ".")]
        }
    }

    /// `What is the current time …?`, where the thing is one that can be asked for so.
    private static func what(_ thing: String) -> [(String, String)] {
        let thing = thing.determined
        guard thing.hasPrefix("the ") else { return [] }
        let words = thing.dropFirst(4).split(separator: " ").map(String.init)
        let stops: Set = [
            "of", "in", "for", "by", "from", "with", "that", "which", "to", "on", "near", "about", "based", "at",
            "between", "available", "related", "given", "within", "and",
        ]
        let head = words.prefix { !stops.contains($0.lowercased()) }
        guard let noun = head.last, !head.contains(where: { $0.contains(",") }), words.count < 14 else { return [] }
        let count = noun.isPlural || ["people", "data"].contains(noun) || words.dropFirst(head.count).first == "and"
        return [(count ? "What are " : "What is ", "?")]
    }
}

extension String {
    /// With an article, where the noun has no determiner of its own.
    var determined: String {
        let words = split(separator: " ").map { $0.lowercased() }
        guard let first = words.first else { return self }
        let determiners: Set = [
            "the", "a", "an", "all", "any", "some", "every", "each", "one", "two", "my", "your", "their", "its", "this",
            "that", "these", "those", "what", "how", "which", "who", "where", "when", "whether", "multiple", "several",
            "many", "no", "our", "his", "her", "most", "only", "information", "info", "both", "up",
        ]
        return determiners.contains(first) || first.first?.isNumber == true ? self : "the " + self
    }

    /// Words that only programmers write, taken apart.
    var plainWords: String {
        split(separator: " ").map { word in
            guard String(word).isTechnical, !word.contains("://") else { return String(word) }
            return String(word).keyWords.spelledOut
        }.joined(separator: " ")
    }

    /// Without saying a tool's name as words: an article comes between.
    func withoutPhrase(of name: ToolName) -> String {
        let words = name.text.keyWords
        var said = split(separator: " ").map(String.init)
        guard words.count > 1 else { return self }
        for start in said.indices where start + words.count <= said.count {
            let phrase = said[start..<start + words.count].map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
            guard phrase == words else { continue }
            said.insert("the", at: start + 1)
            return said.joined(separator: " ")
        }
        return self
    }
}
