import Engine

/// What a tool without words of its own is for, taken from its description, else from its name.
enum Purpose: Hashable {
    /// Somebody wants to know something: `the current time in a specific timezone`.
    case know(String)
    /// Somebody wants something done: `convert time between timezones`.
    case act(String)

    init(of tool: Tool) {
        let sentences = PlainProse(tool.description).sentences.prefix(3)
        let said = sentences.lazy.compactMap { Self.said(in: $0, of: tool) }.first
        self = said ?? Self.named(by: tool)
    }

    var words: String {
        switch self {
        case .know(let words), .act(let words): words
        }
    }

    /// The purpose in a sentence of a description; nil when it does not tell.
    private static func said(in sentence: String, of tool: Tool) -> Purpose? {
        let (rest, isPurpose) = withoutPreamble(sentence)
        let words = rest.split(separator: " ").map(String.init)
        guard let first = words.first, words.count >= 2 || isPurpose, rest.count <= 400, !first.hasPrefix("/") else {
            return nil
        }
        let head = String(first.prefix { $0 != "/" && $0 != "," })
        if let (verb, kind) = Verbs.verb(head), words.count >= 2, !isNoun(head, before: words[1]),
            !words.prefix(4).contains(where: { ["is", "are"].contains($0.lowercased()) })
        {
            return purpose(verb, kind, Array(words.dropFirst()))
        }
        if words.count >= 3, ["a", "an", "the"].contains(words[1].lowercased()), first.isPlural, first != "plus" {
            return cut(rest.dropFirst(first.count).description.collapsed).map { object in
                Self.stative.contains(first.lowercased())
                    ? .know(object) : .act(first.lowercased().singular + " " + object)
            }
        }
        let finite: Set = [
            "is", "are", "was", "will", "can", "you", "we", "please", "should", "must", "may", "if", "it", "has",
            "have",
            "when", "note", "do", "does", "use", "allows", "returns", "using", "this", "endpoint", "need", "needs",
            "your", "our", "represents", "contains", "means", "includes", "indicates", "specifies", "enter", "specify",
            "insert", "input", "choose", "select", "click", "try", "see", "put", "supports", "works",
        ]
        guard words.count <= 9, !openers.contains(first.lowercased()),
            !words.contains(where: { finite.contains($0.lowercased()) }),
            rest.contains(where: \.isLetter), !words.contains(where: \.isTechnical),
            rest.lowercased() != tool.name.text.keyWords.joined(separator: " ")
        else { return nil }
        return cut(rest.uncapitalisedWord).map(Purpose.know)
    }

    /// Words with which nothing begins that can be asked for.
    private static let openers: Set = [
        "for", "in", "by", "with", "on", "example", "to", "from", "not", "as", "and", "or", "only", "of", "at", "per",
    ]

    /// Verbs that say what an answer is, not what is done.
    private static let stative: Set = [
        "contains", "represents", "includes", "holds", "permits", "offers", "covers", "supports", "allows", "has",
    ]

    /// `List of stores` and `Search results` begin with nouns.
    private static func isNoun(_ word: String, before next: String) -> Bool {
        ["list", "search", "count", "display", "record", "test", "query", "filter", "request", "update", "match"]
            .contains(word.lowercased()) && ["of", "results", "result", "suggestions"].contains(next.lowercased())
    }

    private static func purpose(_ verb: String, _ kind: Verbs.Kind, _ rest: [String]) -> Purpose? {
        var rest = rest
        if rest.first == "and" || rest.first == "or", rest.count > 2, let (_, next) = Verbs.verb(rest[1]) {
            return purpose(next == .asking ? verb : rest[1].lowercased(), next, Array(rest.dropFirst(2)))
        }
        if verb == "look", rest.first == "up" { rest.removeFirst() }
        if ["you", "me", "us", "back"].contains(rest.first?.lowercased()) { rest.removeFirst() }
        guard let first = rest.first?.lowercased(), let object = cut(rest.joined(separator: " ")) else { return nil }
        if kind == .asking, let start = rest.prefix(6).firstIndex(where: { ["whether", "if"].contains($0) }) {
            return cut(rest[start...].joined(separator: " ")).map { .act("check " + $0) }
        }
        if kind == .asking, openers.contains(first) { return nil }
        return kind == .asking
            ? .know(object.uncapitalisedWord) : .act("\(verb == "look" ? "look up" : verb) \(object)")
    }

    /// Without what says only that it is an endpoint: `This endpoint allows you to …`.
    private static func withoutPreamble(_ sentence: String) -> (String, isPurpose: Bool) {
        var rest = sentence
        var isPurpose = false
        while let lead = leads.first(where: { rest.lowercased().hasPrefix($0 + " ") }) {
            rest = String(rest.dropFirst(lead.count)).trimmingSpaces
            isPurpose = true
        }
        return (rest, isPurpose)
    }

    private static let leads: [String] = {
        let subjects = [
            "this", "the", "an", "a", "our", "use this", "use the", "call this", "with this", "use", "using this",
        ].flatMap { article in
            [
                "endpoint", "api endpoint", "api", "tool", "method", "function", "operation", "service", "end-point",
                "call",
                "route", "request", "resource", "query", "action",
            ].map { "\(article) \($0)" }
        }
        let links = [
            "will be used to", "can be used to", "is used to", "used to", "allows you to", "allows users to",
            "allows to",
            "allow you to", "allow users to", "allow to", "allows the user to", "allows for the retrieval of",
            "lets you", "lets users", "let you", "enables you to", "enables users to", "enable you to", "helps you to",
            "helps you", "helps to", "help you", "is for", "that will", "which will", "that", "which", "will", "can",
            "to", "you can", "users can", "simply", "please", "easily", "quickly", "also", "it", "api to",
            "endpoint to", "api for", "endpoint for", "endpoint that", "user can", "used for", "is to", "this",
        ]
        return (subjects + links).sorted { ($1.count, $0) < ($0.count, $1) }
    }()

    /// A purpose that is not too long: cut before a subordinate clause where it must be.
    private static func cut(_ text: String) -> String? {
        var text = text
        for mark in [
            " which ", ", including", ", with ", " including ", ", and ", " such as ", " as well as ", ", ", " using ",
            " based on ",
        ]
        where text.count > 100 {
            if let range = text.ranges(of: mark).first, text[..<range.lowerBound].count > 12 {
                text = String(text[..<range.lowerBound])
            }
        }
        while let last = text.last, ".,:;!- ".contains(last) { text.removeLast() }
        for ending in [" and", " or", " of", " for", " the", " by", " with", " in", " to"] where text.hasSuffix(ending)
        {
            text = String(text.dropLast(ending.count))
        }
        return text.isEmpty || text.count > 140 ? nil : text
    }

    /// The name in words: `get_languages_for_airbnb_search` is about languages.
    private static func named(by tool: Tool) -> Purpose {
        var words = tool.name.purpose.keyWords.filter { word in
            !["api", "endpoint", "get", "fetch"].contains(word)
                && !(word.first == "v" && word.dropFirst().allSatisfy(\.isNumber))
        }
        if let by = words.firstIndex(of: "by"), by > 0 { words = Array(words.prefix(upTo: by)) }
        while words.count > 1, words.last == "id" { words.removeLast() }
        if words.count > 2, words.starts(with: ["list", "of"]) { words.removeFirst(2) }
        guard let first = words.first else {
            return .know("what \(tool.name.api.keyWords.joined(separator: " ")) has to say")
        }
        guard words.count > 1, let (verb, kind) = Verbs.verb(first) else {
            return .know(words.spelledOut + (words.count == 1 && !first.isPlural ? " data" : ""))
        }
        let rest = Array(words.dropFirst()).spelledOut
        return kind == .asking ? .know(rest) : .act("\(verb) \(rest)")
    }
}

/// A description without its mark-up, in sentences.
struct PlainProse {
    let sentences: [String]

    init(_ description: String) {
        let lines = description.replacing("\u{200B}", with: "").split { $0.isNewline }.map(Self.plain)
        sentences = lines.flatMap(Self.sentences(of:)).map(\.collapsed).filter { sentence in
            sentence.contains(" ") && !sentence.contains("http") && !sentence.contains("{") && !sentence.hasPrefix("/")
        }
    }

    /// A line without brackets, tags and emphasis; headings say nothing.
    private static func plain(_ line: Substring) -> String {
        guard line.first != "#", line.first != "|" else { return "" }
        var text = ""
        var depth = 0
        for character in line {
            switch character {
            case "(", "<", "[": depth += 1
            case ")", ">", "]": depth = max(0, depth - 1)
            case "*", "`", "\"", "“", "”", "•", "~": continue
            case "_" where depth == 0: text.append("_")
            default: if depth == 0 { text.append(character) }
            }
        }
        return text.collapsed.replacing(" .", with: ".").replacing(" ,", with: ",")
    }

    private static func sentences(of line: String) -> [String] {
        var found: [String] = []
        var words: [Substring] = []
        for word in line.split(separator: " ") where word != "-" || words.count > 1 {
            words.append(word)
            let ends = word == "-" || (".!?;:".contains(word.last ?? " ") && !word.dropLast().contains("."))
            guard ends else { continue }
            found.append(words.joined(separator: " "))
            words = []
        }
        found.append(words.joined(separator: " "))
        return found.map { sentence in
            var sentence = Substring(sentence)
            while let last = sentence.last, " .!?;:-".contains(last) { sentence.removeLast() }
            while let first = sentence.first, " -.#".contains(first) { sentence.removeFirst() }
            return String(sentence)
        }.filter { !$0.isEmpty }
    }
}

extension String {
    /// Whether nobody but programmers writes the word so: `user_id`, `userId`.
    var isTechnical: Bool {
        if contains("_") { return true }
        return first?.isLowercase == true && dropFirst().contains { $0.isUppercase } && !hasPrefix("i")
            || contains("/") && contains("{")
    }

    /// With a small letter at the beginning, unless the first word is a name or an abbreviation.
    var uncapitalisedWord: String {
        let first = prefix { !$0.isWhitespace }
        return first.dropFirst().contains { $0.isUppercase || $0.isNumber } ? self : uncapitalised
    }
}
