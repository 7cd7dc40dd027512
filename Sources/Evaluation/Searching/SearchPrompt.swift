import Engine

/// What a model is told while it searches, with the places for a query.
///
/// The words are ours; what they say, and when, follows ToolBench.
struct SearchPrompt: Sendable {
    /// What is filled in.
    private enum Place: String {
        case tools, query, tried, seen, observation
    }

    private let text: String
    private let sections: [Substring: String]

    /// The prompt that comes with the program.
    static let embedded = SearchPrompt(String(decoding: PackageResources.searching_md, as: UTF8.self))

    private init(_ text: String) {
        self.text = text
        sections = PromptSections.read(text)
    }

    /// Changes with the words.
    var contentHash: ContentHash { ContentHash(of: text) }

    /// The first two messages of every conversation of a search.
    func opening(_ query: String, tools: String) -> [ModelMessage] {
        [.system(filled("system", [.tools: tools])), .user(filled("user", [.query: query]))]
    }

    /// The message that asks for something else than what was tried at a point; nil where nothing was called yet.
    ///
    /// `observation` is what was seen there, empty where it was nothing.
    func diversity(from tries: [EarlierTry], observation: String) -> ModelMessage? {
        guard !tries.isEmpty else { return nil }
        let seen = observation.isEmpty ? "" : filled("seen", [.observation: observation]) + "\n"
        let tried = JSON.array(tries.map(\.json)).prettyText
        return .user(filled("diversity", [.tried: tried, .seen: seen]))
    }

    /// What is filled in is never read for places again.
    private func filled(_ section: Substring, _ values: [Place: String]) -> String {
        var filled = ""
        var rest = (sections[section] ?? "")[...]
        while let opening = rest.firstRange(of: "{{"), let closing = rest[opening.upperBound...].firstRange(of: "}}") {
            let word = rest[opening.upperBound..<closing.lowerBound]
            let value = Place(rawValue: String(word)).flatMap { values[$0] }
            filled += rest[..<opening.lowerBound] + (value ?? "{{\(word)}}")
            rest = rest[closing.upperBound...]
        }
        return filled + rest
    }
}

/// A call that was made from a point of the tree before.
struct EarlierTry: Hashable {
    /// As the model wrote it.
    let name: String
    let arguments: String
    let observation: String

    /// The first call on the way from a child down its first children; nil where there is none.
    init?(downFirst kinds: some Sequence<AnswerNode.Kind>) {
        var name = ""
        for kind in kinds {
            switch kind {
            case .root, .thought: continue
            case .action(let said): name = said
            case .input(let arguments, let observation, _):
                self.name = name
                self.arguments = arguments
                self.observation = observation
                return
            }
        }
        return nil
    }

    fileprivate var json: JSON {
        ["name": .string(name), "arguments": .string(arguments), "observation": .string(observation)]
    }
}
