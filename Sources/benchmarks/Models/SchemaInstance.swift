import Engine

/// Makes up values that fit a JSON Schema, of the kind that our forms have.
struct SchemaInstance {
    /// The schema that references lead into.
    private let root: JSON
    private var random: SeededGenerator
    /// Words that are taken wherever a property of this name has them among its own.
    private let preferred: [String: String]

    /// The same random stream gives the same value.
    init(of schema: JSON, preferring preferred: [String: String] = [:], using random: SeededGenerator) {
        root = schema
        self.preferred = preferred
        self.random = random
    }

    /// A value that fits the whole schema.
    mutating func value() -> JSON { value(root, as: "") }

    /// A value that fits a part of the schema, for the property of that name.
    private mutating func value(_ schema: JSON, as name: String) -> JSON {
        let schema = resolved(schema)
        if let words = schema["enum"]?.array { return choice(among: words, as: name) }
        if let branches = schema["anyOf"]?.array ?? schema["oneOf"]?.array { return branch(of: branches, as: name) }
        return switch schema["type"]?.string ?? schema["type"]?[0]?.string {
        case "object": object(schema)
        case "array": list(schema, as: name)
        case "integer": .init(integerLiteral: number(schema))
        case "number": .init(floatLiteral: Double(number(schema)) + 0.5)
        case "boolean": .bool(Bool.random(using: &random))
        case "null": .null
        case _: .string(sentence(for: name))
        }
    }

    private mutating func choice(among words: [JSON], as name: String) -> JSON {
        if let wanted = preferred[name], words.contains(.string(wanted)) { return .string(wanted) }
        return words.randomElement(using: &random) ?? .null
    }

    /// References to other values, and nothing at all, are left to those who can tell that they make sense.
    private mutating func branch(of branches: [JSON], as name: String) -> JSON {
        let plain = branches.filter { $0["$ref"] == nil && $0["type"]?.string != "null" }
        return value((plain.isEmpty ? branches : plain).randomElement(using: &random) ?? [:], as: name)
    }

    /// Members beyond those required are given too.
    private mutating func object(_ schema: JSON) -> JSON {
        var members: [JSON.Object.Member] = []
        for property in schema["properties"]?.object?.members ?? [] {
            members.append(.init(key: property.key, value: value(property.value, as: property.key)))
        }
        return .object(JSON.Object(members))
    }

    /// A list of proposals is as long as it may be, every other as short.
    private mutating func list(_ schema: JSON, as name: String) -> JSON {
        let count = (name == "proposals" ? schema["maxItems"]?.int : nil) ?? schema["minItems"]?.int ?? 1
        var items: [JSON] = []
        for _ in 0..<count { items.append(value(schema["items"] ?? [:], as: name)) }
        return .array(items)
    }

    private mutating func number(_ schema: JSON) -> Int {
        let least = schema["minimum"]?.int ?? 0
        return Int.random(in: least...max(least, (schema["maximum"]?.int ?? least + 100) - 1), using: &random)
    }

    /// Words of a number, so that two of them are hardly ever the same.
    private mutating func sentence(for name: String) -> String {
        let number = UInt32.random(in: 0...UInt32.max, using: &random)
        return "Made up for \(name.isEmpty ? "the answer" : name), number \(number)."
    }

    private func resolved(_ schema: JSON) -> JSON {
        guard let reference = schema["$ref"]?.string, reference.hasPrefix("#/") else { return schema }
        return reference.split(separator: "/").dropFirst().reduce(root) { $0[String($1)] ?? [:] }
    }
}
