import Engine

/// A value that a caller chose, and whether any caller would have.
struct ArgumentChoice {
    private let name: String
    private let value: JSON
    private let options: [JSON]
    private let isRequired: Bool

    init(_ trace: ArgumentTrace, of tool: Tool?) {
        name = trace.path.lastKey.lowercased()
        value = trace.value
        let input = trace.path.components.first.flatMap { first in
            tool?.inputs.first { .key($0.name) == first }
        }
        options = input?.schema["enum"]?.array ?? []
        isRequired = input?.isRequired ?? false
    }

    /// The first page: where everybody begins.
    var isConvention: Bool {
        guard let number = value.int else { return false }
        return Self.beginnings.contains(name) && (number == 0 || number == 1)
    }

    /// One of a thing that is counted, said with an article.
    func isSaid(by query: TextWords) -> Bool {
        guard value.int == 1, Self.counts.contains(where: name.contains) else { return false }
        return query.words.contains { ["a", "an", "me", "i", "my"].contains($0.text) }
    }

    /// Whether any caller has to choose one and no choice is wrong: the only one, or how the result is to be written.
    var isForced: Bool {
        options.count == 1 || (isRequired && Self.presentation.contains(where: name.contains))
    }

    /// Whether a word of the query is akin to a word of the value.
    func isHintedAt(by query: TextWords) -> Bool {
        guard let text = value.string else { return false }
        let parts = TechnicalNames.parts(of: text)
        let hints = parts + Self.hints.filter { hint in hint.value.contains { text.lowercased().contains($0) } }.keys
        return hints.contains { hint in query.words.contains { Self.areAkin($0.text, hint) } }
    }

    /// Equal, or with the same first five letters.
    private static func areAkin(_ left: String, _ right: String) -> Bool {
        left == right || (left.count > 4 && right.count > 4 && left.prefix(5) == right.prefix(5))
    }

    private static let beginnings: Set = ["page", "offset", "start", "skip", "page_number", "pagenumber", "from_index"]
    private static let counts = [
        "quantity", "count", "adults", "passengers", "guests", "people", "persons", "tickets", "rooms", "nights",
        "number",
        "amount", "seats", "party",
    ]
    private static let presentation = ["unit", "format", "lang", "locale", "output", "encoding", "order", "sort"]

    /// What people say for a choice.
    private static let hints: [String: [String]] = [
        "celsius": ["metric"], "kilometres": ["metric", "km"], "kilometers": ["metric", "km"], "km": ["metric"],
        "fahrenheit": ["imperial"], "miles": ["imperial", "mi"], "return": ["round"], "back": ["round"],
        "cheapest": ["price", "asc", "cost", "budget"], "cheap": ["price", "asc", "economy", "budget"],
        "newest": ["date", "desc", "created"], "best": ["rating", "score", "desc"], "highest": ["desc"],
        "lowest": ["asc"], "week": ["weekly", "7d"], "day": ["daily", "1d"], "month": ["monthly"], "hour": ["hourly"],
        "year": ["yearly", "annual"], "drive": ["driving"], "car": ["driving"], "walk": ["walking", "foot"],
        "bike": ["cycling", "bicycl"], "train": ["transit", "rail"], "bus": ["transit"], "vegan": ["plant"],
        "euros": ["eur"], "dollars": ["usd"], "kids": ["family", "child"], "urgent": ["high"], "men": ["male"],
        "women": ["female"], "open": ["opened"], "closed": ["resolved", "done"],
    ]
}
