import Engine

/// One parameter as a ToolBench library declares it.
struct ToolBenchParameter: Sendable {
    /// The types that ToolBench libraries have; what is unknown is text.
    enum Kind: Sendable {
        case number, text, truth, list, object, date
    }

    /// As the source spells it.
    let name: String
    /// As servers spell it, and models.
    let key: String
    let kind: Kind
    private let about: String
    /// What the source gives as default: an example, for a value that nobody gave is none that a person would use.
    private let sample: JSON?

    init(_ json: JSON) throws(ToolBenchDefect) {
        guard let name = json["name"]?.string else { throw .parameterWithoutName }
        self.name = name
        key = ToolBenchSpelling.member(name)
        guard ToolBenchSpelling.isKey(key) else { throw .unspeakableParameter(name) }
        kind = Kind(json["type"]?.string ?? "")
        about = json["description"]?.string?.trimmed ?? ""
        sample = json["default"].flatMap(Self.given)
    }

    /// A default that says something.
    private static func given(_ sample: JSON) -> JSON? {
        guard !sample.isNull, sample.string?.trimmed.isEmpty != true else { return nil }
        return sample
    }

    /// The schema of the parameter, its example with the right type.
    var schema: JSON {
        var schema = kind.schema
        let example = sample.flatMap(kind.value)
        var words = [about].filter { !$0.isEmpty }
        if key != name.lowercased() { words.append("(The API calls it \(name).)") }
        // What the source wrote is not lost where it breaks its own type.
        if let sample, example == nil { words.append("(Given as an example: \(sample.string ?? sample.compactText))") }
        if !words.isEmpty { schema.set("description", .string(words.joined(separator: " "))) }
        if let example { schema.set("examples", [example]) }
        return .object(schema)
    }
}

extension ToolBenchParameter.Kind {
    fileprivate init(_ type: String) {
        let word = type.uppercased().prefix { $0.isLetter }
        switch word {
        case "NUMBER", "INTEGER", "FLOAT": self = .number
        case "BOOLEAN": self = .truth
        case "ARRAY", "LIST": self = .list
        case "OBJECT": self = .object
        case "DATE": self = .date
        case _: self = .text
        }
    }

    /// A number may have a fraction: the type that ToolBench calls NUMBER stands for latitudes and prices, too.
    fileprivate var schema: JSON.Object {
        switch self {
        case .number: ["type": "number"]
        case .text: ["type": "string"]
        case .truth: ["type": "boolean"]
        case .list: ["type": "array", "items": [:]]
        case .object: ["type": "object"]
        case .date: ["type": "string", "format": "date"]
        }
    }

    /// A default as a value of this type; nil where it cannot be one.
    fileprivate func value(_ sample: JSON) -> JSON? {
        let read = sample.string.flatMap { try? JSON(parsing: $0.trimmed) } ?? sample
        switch self {
        case .number: return read.number.map(JSON.number)
        case .text: return .string(sample.string ?? sample.compactText)
        case .truth: return Self.truth(read)
        case .list: return read.array.map(JSON.array)
        case .object: return read.object.map(JSON.object)
        case .date:
            guard let text = sample.string, text.isDay else { return nil }
            return sample
        }
    }

    private static func truth(_ value: JSON) -> JSON? {
        let truths: [String: JSON] = ["true": true, "1": true, "false": false, "0": false]
        return truths[(value.string ?? value.compactText).trimmed.lowercased()]
    }
}

extension String {
    /// Whether the text is written like `2027-05-17`.
    fileprivate var isDay: Bool {
        let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.map(\.count) == [4, 2, 2] && parts.joined().allSatisfy { (0x30...0x39).contains($0) }
    }
}
