import Engine

/// The rules of `strict: true`: with a schema that breaks them, OpenAI refuses the whole request.
package enum StrictSchema {
    /// Whether an endpoint that is strict about strictness takes the schema.
    package static func allows(_ schema: JSON) -> Bool {
        var count = SchemaCount()
        return schema["type"]?.string == "object" && schema["anyOf"] == nil && count.allows(schema, depth: 1)
            && count.isWithinLimits
    }
}

private struct SchemaCount {
    private var properties = 0
    private var choices = 0
    /// Names of properties and definitions, and choices, in characters.
    private var characters = 0

    var isWithinLimits: Bool { properties <= 5000 && choices <= 1000 && characters <= 120_000 }

    private static let keywords: Set<String> = [
        "type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "$ref", "$defs",
        "definitions", "title", "description", "pattern", "format", "multipleOf", "minimum", "maximum",
        "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems",
    ]
    private static let formats: Set<String> = [
        "date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid",
    ]

    mutating func allows(_ schema: JSON, depth: Int) -> Bool {
        guard depth <= 10, let object = schema.object else { return false }
        guard object.keys.allSatisfy(Self.keywords.contains), saysWhatItIs(object) else { return false }
        if let format = object["format"] {
            guard let name = format.string, Self.formats.contains(name) else { return false }
        }
        count(object)
        return allowsProperties(object, depth) && allowsParts(object, depth)
    }

    private func saysWhatItIs(_ object: JSON.Object) -> Bool {
        ["type", "enum", "const", "anyOf", "$ref"].contains { object[$0] != nil }
    }

    private mutating func count(_ object: JSON.Object) {
        let values = (object["enum"]?.array ?? []) + [object["const"]].compactMap(\.self)
        choices += object["enum"]?.array?.count ?? 0
        characters += values.reduce(0) { $0 + ($1.string ?? $1.compactText).unicodeScalars.count }
        for names in ["properties", "$defs", "definitions"] {
            let keys = object[names]?.object?.keys ?? []
            characters += keys.reduce(0) { $0 + $1.unicodeScalars.count }
        }
    }

    /// Everything is required, and nothing else allowed.
    private mutating func allowsProperties(_ object: JSON.Object, _ depth: Int) -> Bool {
        guard Self.isObject(object) else { return true }
        let members = object["properties"]?.object?.members ?? []
        let required = (object["required"]?.array ?? []).compactMap(\.string)
        guard object["additionalProperties"]?.bool == false,
            Set(required.map(ExactText.init)) == Set(members.map { ExactText($0.key) })
        else { return false }
        properties += members.count
        for member in members {
            guard allows(member.value, depth: depth + 1) else { return false }
        }
        return true
    }

    private static func isObject(_ object: JSON.Object) -> Bool {
        let types = object["type"].map { $0.array ?? [$0] } ?? []
        return types.contains("object") || object["properties"] != nil
    }

    private mutating func allowsParts(_ object: JSON.Object, _ depth: Int) -> Bool {
        var parts = object["anyOf"]?.array ?? []
        for names in ["$defs", "definitions"] { parts += object[names]?.object?.members.map(\.value) ?? [] }
        for part in parts {
            guard allows(part, depth: depth) else { return false }
        }
        guard let items = object["items"] else { return true }
        return allows(items, depth: depth + 1)
    }
}
