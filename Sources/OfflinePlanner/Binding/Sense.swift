import Engine

/// What a value of a tool without words of its own means, as far as its key tells.
///
/// It is careful: what is said of everything (a `message`, a `status`, a `page`) means nothing, a bare `id` belongs to
/// the noun it stands with, and what is no common knowledge means the same only within one field and one API.
struct Sense {
    let tool: Tool

    /// The meaning of an argument; nil where no output may feed it.
    ///
    /// A meaning that was given counts, but for places, which are the same everywhere.
    func meaning(of input: Tool.Input) -> String? {
        let given = tool.wording.inputMeanings[input.name]
        if given == nil, input.schema["format"]?.string == "date" { return "date" }
        let derived = meaning(of: input.name.keyWords, in: nil, type: input.schema.declaredType)
        guard let derived, !derived.hasPrefix("place.") else { return derived }
        return given ?? derived
    }

    /// The meanings of a value of the output.
    func meanings(at pattern: String, _ keys: [String], isItem: Bool, type: String) -> [String] {
        let derived = meanings(at: keys, isItem: isItem, type: type)
        guard let given = tool.wording.outputMeanings[pattern], !derived.contains(where: { $0.hasPrefix("place.") })
        else { return derived }
        return [given] + derived.filter { $0 != given }
    }

    /// The meanings of a value at the end of a way of keys.
    ///
    /// An item of a list of plain values goes by the list's name in the singular: `tables[0]` is a table, and the name
    /// of one.
    private func meanings(at keys: [String], isItem: Bool, type: String) -> [String] {
        guard let key = keys.last else { return [] }
        let container = keys.dropLast().last { !Self.wrappers.contains($0.lowercased()) }?.keyWords.last?.singular
        guard isItem else { return [meaning(of: key.keyWords, in: container, type: type)].compactMap(\.self) }
        var words = key.keyWords
        guard let last = words.popLast() else { return [] }
        words.append(last.singular)
        let item = meaning(of: words, in: container, type: type)
        let name = words == [noun] || !Self.belonging.contains(last.singular) ? words + ["name"] : []
        return [item, name.isEmpty ? nil : meaning(of: name, in: container, type: type)].compactMap(\.self)
    }

    /// What is common to arguments that may come in pairs: `source_timezone` has `source`.
    static func qualifier(of name: String) -> String {
        let words = name.keyWords
        guard words.count > 1, let first = words.first, qualifiers.contains(first) else { return "" }
        return first
    }

    private func meaning(of words: [String], in container: String?, type: String) -> String? {
        var words = words
        if words.count > 1, let first = words.first, Self.qualifiers.contains(first) { words.removeFirst() }
        let key = words.joined(separator: ".")
        if let common = Self.common[key] {
            if common.hasPrefix("place.") { return common }
            let isLocal = Self.familiar.contains(common) && !tool.family.isEmpty
            return isLocal ? "\(family)/\(common):\(type)" : "\(common):\(type)"
        }
        guard type == "string" || type == "number", let only = words.first else { return nil }
        guard words.count == 1 else { return scoped(key, type) }
        if Self.belonging.contains(only) {
            let noun = container ?? noun
            return noun.isEmpty ? nil : scoped("\(noun).\(only)", type)
        }
        return Self.general.contains(only) ? nil : scoped(only, type)
    }

    private func scoped(_ meaning: String, _ type: String) -> String {
        (scope.isEmpty ? "" : scope + "/") + "\(meaning):\(type)"
    }

    /// The field, and where names end in `_for_` and an API, that API.
    private var scope: String {
        family + (tool.name.api.isEmpty ? "" : " " + tool.name.api.replacing(".", with: "_"))
    }

    private var family: String { tool.family.replacing(".", with: "_") }

    /// What the tool is about, by its name: `get_user_by_id` is about a user.
    private var noun: String {
        tool.name.purpose.keyWords.first { !Self.fillers.contains($0) }?.singular ?? ""
    }

    private static let qualifiers: Set<String> = [
        "source", "target", "from", "to", "start", "end", "first", "second", "origin", "destination", "departure",
        "arrival", "home", "away", "base",
    ]
    private static let wrappers: Set<String> = [
        "data", "result", "results", "response", "payload", "items", "list", "body", "content", "output", "value",
    ]
    /// Keys that belong to the noun they stand with.
    private static let belonging: Set<String> = [
        "id", "uuid", "guid", "slug", "key", "code", "name", "title", "symbol", "number", "url", "path", "link",
    ]
    /// Keys that say nothing about what they hold.
    private static let general: Set<String> = [
        "q", "query", "text", "message", "page", "limit", "offset", "skip", "count", "format", "type", "status", "sort",
        "order", "lang", "language", "locale", "value", "data", "result", "version", "size", "action", "method", "mode",
        "total", "description", "error", "success", "time", "from", "to", "start", "end", "content", "body",
        "input", "output", "index", "width", "height", "price", "amount", "unit", "units", "note", "notes", "info",
    ]
    /// Keys that mean the same wherever they are met.
    private static let common: [String: String] = [
        "latitude": "place.latitude", "lat": "place.latitude", "longitude": "place.longitude",
        "lon": "place.longitude", "lng": "place.longitude", "long": "place.longitude", "timezone": "timezone",
        "time.zone": "timezone", "tz": "timezone", "country": "country", "country.name": "country",
        "country.code": "country.code", "city": "city", "city.name": "city", "currency": "currency",
        "currency.code": "currency", "email": "email", "email.address": "email", "ip": "ip", "ip.address": "ip",
        "domain": "domain", "domain.name": "domain", "isbn": "isbn", "zip": "postcode", "zip.code": "postcode",
        "postal.code": "postcode", "postcode": "postcode", "iata": "iata", "iata.code": "iata",
        "airport.code": "iata",
    ]
    /// Of those, what so many answers have beside what they are about that it feeds only the same field.
    private static let familiar: Set<String> = ["country", "country.code", "city", "currency"]
    private static let fillers: Set<String> = [
        "get", "list", "search", "find", "fetch", "retrieve", "create", "update", "delete", "all", "one", "by", "the",
        "of", "a", "an", "query", "read", "write", "show", "describe", "detail", "details", "info", "information",
        "data", "add", "remove", "new", "v1", "v2", "v3", "api", "lookup", "check", "for", "from", "in", "to", "and",
        "random", "latest", "id", "name",
    ]
}

extension ToolName {
    /// What follows the last `_for_`: where a library names its tools so, the API.
    var api: String { text.ranges(of: "_for_").last.map { String(text[$0.upperBound...]) } ?? "" }

    /// The name without the API.
    var purpose: String { text.ranges(of: "_for_").last.map { String(text[..<$0.lowerBound]) } ?? text }
}

extension Wording {
    /// Whether nobody gave the tool words: all that is known are names, descriptions and schemas, and perhaps meanings.
    var hasNoWords: Bool { part == .answer && asks.isEmpty && answers.isEmpty && values.isEmpty && sayings.isEmpty }
}

extension JSON {
    /// A schema's type without `null`: of what it allows beside `null`, the first.
    var declaredType: String {
        let types = self["type"].map { $0.array ?? [$0] } ?? []
        let choices = (self["anyOf"]?.array ?? self["oneOf"]?.array ?? []).map(\.declaredType)
        let type = (types.compactMap(\.string) + choices).first { $0 != "null" && !$0.isEmpty } ?? ""
        return type == "integer" ? "number" : type
    }

    /// Every scalar with its place, up to so many.
    func scalars(atMost limit: Int) -> [(path: JSONPath, value: JSON)] {
        var found: [(path: JSONPath, value: JSON)] = []
        collectScalars(at: .root, into: &found, limit)
        return found
    }

    private func collectScalars(at path: JSONPath, into found: inout [(path: JSONPath, value: JSON)], _ limit: Int) {
        guard found.count < limit else { return }
        switch self {
        case .array(let items):
            for (index, item) in items.enumerated() where found.count < limit {
                item.collectScalars(at: path.appending(index: index), into: &found, limit)
            }
        case .object(let object):
            for member in object.members where found.count < limit {
                member.value.collectScalars(at: path.appending(key: member.key), into: &found, limit)
            }
        case .null, .bool: return
        case .string, .number: found.append((path, self))
        }
    }
}

extension JSONPath {
    /// The keys on the way.
    var keys: [String] {
        components.compactMap { component in
            guard case .key(let key) = component else { return nil }
            return key
        }
    }

    /// Whether it ends at an item of a list.
    var isItem: Bool {
        guard case .index = components.last else { return false }
        return true
    }
}
