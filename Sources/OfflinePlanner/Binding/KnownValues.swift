import Engine

/// Values for an argument of a tool without words of its own: only such as its definition offers or anybody knows.
///
/// What cannot be known (a path, an ID, a query of one's own) has none, so the tool waits until an output has one.
struct KnownValues {
    private let input: Tool.Input
    private let schema: JSONSchema?

    init(of input: Tool.Input, _ schema: JSONSchema?) {
        self.input = input
        self.schema = schema
    }

    /// The best source that has any which fit the schema.
    ///
    /// To an optional argument its default says nothing.
    var all: [JSON] {
        let sources: [() -> [JSON]] = [
            { offered }, { required(input.schema["default"]) }, { quoted }, { formatted }, { everyday }, { numbers },
            { choices },
        ]
        for source in sources {
            let fitting = source().filter(fits).filter { input.isRequired || $0 != input.schema["default"] }
            if !fitting.isEmpty { return fitting }
        }
        return []
    }

    /// Whether a value is one, and the schema takes it; nobody says an optional yes or no.
    private func fits(_ value: JSON) -> Bool {
        guard !value.saysNothing, value.string.map(isPlaceholder) != true else { return false }
        if !input.isRequired, value.bool != nil { return false }
        return schema?.failures(of: value).isEmpty ?? true
    }

    /// `DD-MM-YYYY` and `<your key>` only show what should stand there.
    private func isPlaceholder(_ text: String) -> Bool {
        let trimmed = text.collapsed.lowercased()
        if trimmed == input.name.lowercased() || text.keyWords == input.name.keyWords { return true }
        return trimmed.isEmpty || ["string", "null", "undefined", "none", "xxx", "test", "value"].contains(trimmed)
            || ["<", "{", "your", "enter", "insert"].contains(where: trimmed.hasPrefix)
            || ["yyyy", "redacted", "api_key", "your_", "xxxx"].contains(where: trimmed.contains)
    }

    private var offered: [JSON] {
        let schema = input.schema
        let alternatives = (schema["anyOf"]?.array ?? schema["oneOf"]?.array ?? [])
            .flatMap { ($0["enum"]?.array ?? []) + ($0["const"].map { [$0] } ?? []) }
        let candidates = [
            schema["examples"]?.array, schema["example"].map { [$0] }, schema["const"].map { [$0] },
            schema["enum"]?.array, alternatives, schema["items"]?["enum"]?.array?.map { .array([$0]) },
        ]
        return candidates.compactMap(\.self).first { !$0.isEmpty } ?? []
    }

    private func required(_ value: JSON?) -> [JSON] {
        input.isRequired ? value.map { [$0] } ?? [] : []
    }

    /// Examples in the description, as texts or as what the schema wants instead.
    private var quoted: [JSON] {
        DescribedExamples(in: input.schema["description"]?.string ?? "").all.compactMap { text in
            let parsed = try? JSON(parsing: text)
            return [.string(text), parsed, .array([.string(text)])].compactMap(\.self).first(where: fits)
        }
    }

    private var formatted: [JSON] {
        let description = input.schema["description"]?.string ?? ""
        let format = input.schema["format"]?.string ?? ""
        if format == "date-time" { return ["2027-05-17T09:00:00Z", "2026-11-02T18:30:00Z"] }
        if format == "date" || description.contains("YYYY-MM-DD") { return ["2027-05-17", "2026-11-02"] }
        if format == "time" || description.contains("HH:MM") { return ["09:30", "14:00", "18:45"] }
        return switch format {
        case "email": ["ana@example.com"]
        case "uri", "url": ["https://example.com/"]
        case "hostname": ["example.com"]
        case "ipv4": ["192.0.2.1"]
        case "uuid": []
        default: []
        }
    }

    /// What anybody would name.
    private var everyday: [JSON] {
        guard input.isRequired, input.schema.declaredType == "string" else { return [] }
        let words = input.name.keyWords.drop {
            !Sense.qualifier(of: input.name).isEmpty && $0 == input.name.keyWords[0]
        }
        return Self.common[words.joined(separator: " ")] ?? []
    }

    private static let common: [String: [JSON]] = [
        "city": ["London", "Paris", "Tokyo", "Toronto"], "city name": ["London", "Paris", "Tokyo"],
        "country": ["France", "Japan", "Brazil"], "country code": ["FR", "JP", "BR"],
        "timezone": ["Europe/London", "America/New_York", "Asia/Tokyo"],
        "time zone": ["Europe/London", "America/New_York", "Asia/Tokyo"], "currency": ["EUR", "USD", "JPY"],
        "currency code": ["EUR", "USD", "JPY"], "year": ["2024", "2025"], "domain": ["wikipedia.org"],
    ]

    /// Small numbers where they do no harm, or any within declared bounds that are near each other.
    private var numbers: [JSON] {
        guard input.schema.declaredType == "number" else { return [] }
        let words = Set(input.name.keyWords)
        if !words.isDisjoint(with: ["limit", "count", "size", "max"]), words.isDisjoint(with: ["id"]) {
            return [5, 10]
        }
        if words == ["page"] || words == ["page", "number"] { return [1] }
        guard let low = input.schema["minimum"]?.int, let high = input.schema["maximum"]?.int, low <= high,
            words.isDisjoint(with: ["id", "code"])
        else { return [] }
        let middle = low + (high - low) / 2
        return Set([low + (high - low) / 4, middle, high - (high - low) / 4]).sorted().map { .number(.init($0)) }
    }

    /// A required truth value is one of two.
    private var choices: [JSON] {
        input.isRequired && input.schema.declaredType == "boolean" ? [true, false] : []
    }
}
