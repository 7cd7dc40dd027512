import Engine

/// The values that a purpose does not say, as clauses after it: `in London`, `with the player ID 28003`.
struct ValueClauses {
    private var free: [String] = []
    private var named: [String] = []
    private var asides: [String] = []
    private var opened: Set<String> = []

    init(of values: [SaidValue]) {
        for value in values { add(value) }
    }

    /// The clauses with a space before each.
    var text: String {
        let with = named.isEmpty ? [] : ["with \(named.listed)"]
        return (free.sorted { Self.rank($0) < Self.rank($1) } + with).map { " " + $0 }.joined()
            + asides.map { ", " + $0 }.joined()
    }

    private static func rank(_ clause: String) -> Int {
        let order = ["for", "from", "to", "in", "on", "at"]
        return order.firstIndex { clause.hasPrefix($0 + " ") } ?? order.count
    }

    private mutating func add(_ value: SaidValue) {
        let said = value.said
        if let reference = value.reference { return open("for", reference) }
        if case .bool(let isOn) = value.value {
            return named.append("\(value.words.spelledOut) turned \(isOn ? "on" : "off")")
        }
        if value.value.object != nil { return named.append("the \(value.words.spelledOut): \(said)") }
        switch Role(of: value) {
        case .limit: asides.append("at most \(said) of them")
        case .page: asides.append("page \(said)")
        case .preposition(let word) where !opened.contains(word): open(word, said)
        case .preposition, .named:
            let name = value.words.spelledOut
            named.append((name.isPlural || value.words == ["text"] ? "" : "the ") + "\(name) \(said)")
        case .offset: asides.append("starting from \(said)")
        case .format: open("in", value.words.contains("format") ? "\(said) format" : said)
        }
    }

    private mutating func open(_ word: String, _ said: String) {
        let clause = "\(word) \(said)"
        guard !free.contains(clause) else { return }
        opened.insert(word)
        free.append(clause)
    }

    private enum Role {
        case limit, page, offset, format, named
        case preposition(String)

        init(of value: SaidValue) {
            let words = value.words
            let last = words.last ?? ""
            let isNumber = value.value.number != nil
            self =
                switch (words.first ?? "", last) {
                case (_, "limit"), (_, "count"), ("max", "results"), ("per", "page"), ("page", "size"): .limit
                case ("page", "page"), ("page", "number"): .page
                case (_, "offset"), (_, "skip"): .offset
                case ("from", "from"), ("source", _), ("origin", _), ("start", "date"), ("from", "date"):
                    .preposition("from")
                case ("to", "to"), ("target", _), ("destination", _), ("end", "date"), ("to", "date"):
                    .preposition("to")
                case (_, "since"): .preposition("since")
                case (_, "q"), (_, "query"), (_, "keyword"), (_, "keywords"), (_, "search"), (_, "term"), (_, "phrase"),
                    (_, "url"), (_, "link"), (_, "domain"), (_, "email"), (_, "expression"), (_, "name"), (_, "word"),
                    (_, "ip"), (_, "symbol"), (_, "ticker"), (_, "username"), (_, "title"), (_, "hashtag"):
                    isNumber ? .named : .preposition("for")
                case (_, "city"), (_, "country"), (_, "location"), (_, "place"), (_, "region"), (_, "timezone"),
                    (_, "path"), (_, "repository"), (_, "directory"), (_, "state"), (_, "year"), (_, "zone"):
                    .preposition("in")
                case (_, "date"), (_, "day"): .preposition("on")
                case (_, "time"): .preposition("at")
                case (_, "format"): .format
                default: .named
                }
        }
    }
}
