import Engine

extension Field {
    /// The schema of an object with these fields and no others.
    static func objectSchema(_ fields: [Field]) -> JSON {
        [
            "type": "object",
            "properties": .object(JSON.Object(fields.map { JSON.Object.Member(key: $0.name, value: $0.schema) })),
            "required": .texts(fields.filter(\.isRequired).map(\.name)),
            "additionalProperties": false,
        ]
    }

    private var schema: JSON {
        var schema = kind.schema
        schema.set("description", .string(text))
        if let fallback { schema.set("default", fallback) }
        if !values.isEmpty { schema.set("examples", .array(Array(values.prefix(2)))) }
        return .object(schema)
    }

    /// The meanings of the field and of what it holds, by path.
    var meanings: [(path: String, meaning: Meaning)] {
        let own = meaning.map { [(path: name, meaning: $0)] } ?? []
        guard case .records(let fields) = kind else { return own }
        return own + fields.flatMap(\.meanings).map { (path: "\(name)[].\($0.path)", meaning: $0.meaning) }
    }
}

extension Field.Kind {
    fileprivate var schema: JSON.Object {
        switch self {
        case .text(let limit): ["type": "string", "maxLength": .whole(limit)]
        case .choice(let options): ["type": "string", "enum": .texts(options)]
        case .whole(let range):
            ["type": "integer", "minimum": .whole(range.lowerBound), "maximum": .whole(range.upperBound)]
        case .number(let range):
            ["type": "number", "minimum": .decimal(range.lowerBound), "maximum": .decimal(range.upperBound)]
        case .date: ["type": "string", "format": "date"]
        case .time: ["type": "string", "minLength": 5, "maxLength": 5]
        case .truth: ["type": "boolean"]
        case .list(let kind, let count):
            [
                "type": "array", "items": .object(kind.schema), "minItems": .whole(count.lowerBound),
                "maxItems": .whole(count.upperBound),
            ]
        case .records(let fields): ["type": "array", "items": Field.objectSchema(fields)]
        }
    }

    /// What a value must be, in words, where it is not; nil when it fits.
    func objection(to value: JSON) -> String? {
        switch self {
        case .text(let limit):
            (value.string?.unicodeScalars.count ?? .max) <= limit ? nil : "a text of at most \(limit) characters"
        case .choice(let options):
            value.string.map(options.contains) == true ? nil : "one of \(options.joined(separator: ", "))"
        case .whole(let range):
            value.int.map(range.contains) == true ? nil : "a whole number in \(range)"
        case .number(let range):
            value.double.map(range.contains) == true ? nil : "a number in \(range)"
        case .date: value.string == nil ? "a date such as 2027-05-17" : nil
        case .time: value.string?.unicodeScalars.count == 5 ? nil : "a time such as 22:07"
        case .truth: value.bool == nil ? "true or false" : nil
        case .list(let kind, let count):
            value.array.map { count.contains($0.count) && $0.allSatisfy { kind.objection(to: $0) == nil } } == true
                ? nil : "a list of \(count) fitting items"
        case .records: "left out"
        }
    }
}
