import Engine

/// An argument of a step as a request says it: a value in words, or what an earlier result is called.
struct SaidValue: Hashable {
    let name: String
    /// The words of its name without what every name has.
    let words: [String]
    let value: JSON
    /// How it is said where an earlier output has it: `the second player`.
    let reference: String?

    static func all(of scope: StepScope, _ tool: Tool) -> [SaidValue] {
        let members = scope.step.call.arguments.object?.members ?? []
        let traces = scope.story.traces[scope.step.number] ?? []
        return members.compactMap { member in
            let own = traces.filter { $0.path.components.first == .key(member.key) }
            let source = own.count == 1 ? own.first : nil
            if case .output(_, let path)? = source?.source {
                return SaidValue(member, reference: reference(to: path, as: member.key))
            }
            let fallback = tool.inputs.first { $0.name == member.key }?.schema["default"]
            guard !member.value.saysNothing, fallback != member.value else { return nil }
            return SaidValue(member, reference: nil)
        }
    }

    private init(_ member: JSON.Object.Member, reference: String?) {
        name = member.key
        words = member.key.keyWords
        value = member.value
        self.reference = reference
    }

    /// Whether it is the place in which everything else is done.
    var isSetting: Bool {
        let places: Set = [
            "path", "repository", "repo", "directory", "dir", "database", "project", "workspace", "account", "bucket",
            "root", "folder",
        ]
        return words.last.map(places.contains) ?? false
    }

    /// The value itself, wherever it comes from.
    var plain: SaidValue { SaidValue(JSON.Object.Member(key: name, value: value), reference: nil) }

    private static let ordinals = ["first", "second", "third", "fourth", "fifth"]
    private static let idle: Set<String> = ["id", "name", "code", "key", "uuid", "slug", "title", "number", "url"]

    /// Half a place: it takes two numbers to say one.
    static func isPlace(_ words: [String]) -> Bool {
        ["lat", "latitude", "lon", "lng", "long", "longitude"].contains(words.last)
    }

    private static func reference(to path: JSONPath, as name: String) -> String {
        let isPlace = isPlace(name.keyWords)
        let isPerson = ["first", "last", "full", "middle"].contains(name.keyWords.first)
        let own =
            isPlace
            ? ["place"]
            : isPerson ? name.keyWords : name.keyWords.filter { !idle.contains($0) && Sense.qualifier(of: name) != $0 }
        let container = path.keys.dropLast().last?.keyWords.last?.singular ?? ""
        let general: Set = ["", "data", "result", "item", "list", "response", "value"]
        let noun = !own.isEmpty ? own.spelledOut : general.contains(container) ? "one" : container
        let index = path.components.reversed().lazy.compactMap { component -> Int? in
            guard case .index(let index) = component else { return nil }
            return index
        }.first
        guard let index, ordinals.indices.contains(index) else { return noun == "one" ? "it" : "that \(noun)" }
        return "the \(ordinals[index]) \(noun)"
    }

    /// The value as a person writes it, in quotation marks where it would run into the sentence.
    var said: String {
        if let reference { return reference }
        guard case .string(let text) = value else { return value.spoken }
        let spoken = value.toldExactly
        guard spoken == text, text.contains(where: \.isWhitespace), !text.contains("\"") else { return spoken }
        let isName = text.split(separator: " ").allSatisfy { $0.first?.isUppercase == true }
        return isName && text.count < 40 ? text : "\"\(text)\""
    }
}

/// The places of a purpose that stand for values: `a specific timezone`, `the given user ID`.
struct PurposeSlots {
    private let words: [String]

    init(of text: String) {
        words = text.plainWords.split(separator: " ").map(String.init)
    }

    private static let stand: Set<String> = [
        "specific", "specified", "given", "certain", "particular", "provided", "single", "selected", "desired",
        "chosen", "requested",
    ]

    /// The text with the values in their places, and the names of the arguments that it now says.
    func filled(with values: [SaidValue]) -> (text: String, used: Set<String>) {
        var used: Set<String> = []
        var said: [String] = []
        var index = 0
        while index < words.count {
            if let (value, end) = match(after: index, among: values.filter({ !used.contains($0.name) })),
                stands(at: index, until: end)
            {
                if let last = said.last, ["a", "an", "the", "one", "any"].contains(last.lowercased()) {
                    said.removeLast()
                }
                said += phrase(for: value, Array(words[index + 1...end]))
                used.insert(value.name)
                index = end + 1
            } else {
                said.append(words[index])
                index += 1
            }
        }
        return (tidy(said, values, used), used)
    }

    /// Whether a word says that what follows is only a place for a value: `specific`, or the article of a whole phrase.
    private func stands(at index: Int, until end: Int) -> Bool {
        let word = words[index].lowercased()
        if Self.stand.contains(word) { return true }
        let isWhole = end + 1 == words.count || ["in", "by", "with", "on", "at", "for", "is"].contains(words[end + 1])
        return ["a", "an"].contains(word) && isWhole
    }

    private func match(after index: Int, among values: [SaidValue]) -> (SaidValue, end: Int)? {
        for end in (index..<min(index + 4, words.count)).dropFirst().reversed() {
            let noun = words[index + 1...end].flatMap(\.keyWords).map(\.singular)
            for value in values where !value.value.isComposite && !SaidValue.isPlace(value.words) {
                let named = value.words.filter { !["id", "name", "code", "key"].contains($0) }.map(\.singular)
                let bareNoun = noun.filter { !["id", "name", "code", "key"].contains($0) }
                if noun == value.words.map(\.singular) || (!named.isEmpty && bareNoun == named) { return (value, end) }
            }
        }
        return nil
    }

    private func phrase(for value: SaidValue, _ noun: [String]) -> [String] {
        if value.reference != nil { return [value.said] }
        let isWord = value.words.count == 1 && value.value.string != nil && value.words != ["id"]
        return isWord ? [value.said] : ["the", noun.joined(separator: " ").plainWords, value.said]
    }

    /// Without a `by id` at the end, which the value itself says.
    private func tidy(_ said: [String], _ values: [SaidValue], _ used: Set<String>) -> String {
        guard let by = said.lastIndex(where: { ["by", "from", "using"].contains($0.lowercased()) }), by > 0,
            said.count - by <= 4
        else { return said.joined(separator: " ") }
        let tail = Set(said[(by + 1)...].flatMap(\.keyWords))
        let isSaid = values.contains { !tail.isDisjoint(with: $0.words) && !used.contains($0.name) }
        let isIdle = said[by].lowercased() == "by"
        return (isSaid || isIdle ? said.prefix(upTo: by) : said[...]).joined(separator: " ")
    }
}
