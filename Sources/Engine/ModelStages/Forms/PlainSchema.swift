/// A schema in the keywords that model servers understand, without references.
///
/// It says no more than the schema it is made from, and often less: whatever is odd or nests deep allows anything. What
/// a model answers is held against the schema itself afterwards.
struct PlainSchema {
    /// What becomes of descriptions.
    enum Descriptions {
        case leftOut
        case cut(to: Int)
    }

    let json: JSON
    private static let depthLimit = 5
    private static let enumLimit = 200

    init(_ schema: JSON, descriptions: Descriptions = .leftOut) {
        json = Copying(root: schema, descriptions: descriptions).copy(schema, depth: 0)
    }

    /// The schemas of an object's properties, with the references of the whole resolved.
    static func properties(of schema: JSON) -> [(name: String, schema: JSON)] {
        let copying = Copying(root: schema, descriptions: .leftOut)
        let object = copying.resolved(schema)
        return (object["properties"]?.object?.members ?? []).map { ($0.key, copying.copy($0.value, depth: 1)) }
    }

    private struct Copying {
        let root: JSON
        let descriptions: Descriptions

        func copy(_ schema: JSON, depth: Int) -> JSON {
            let schema = resolved(schema)
            guard depth < PlainSchema.depthLimit, let source = schema.object, !source.hasOddKeywords else { return [:] }
            var copy = JSON.Object()
            for member in source.members {
                guard let value = value(of: member, depth: depth) else { continue }
                copy.set(member.key == "oneOf" ? "anyOf" : member.key == "const" ? "enum" : member.key, value)
            }
            if copy["properties"] != nil, copy["additionalProperties"] == nil {
                copy.set("additionalProperties", false)
            }
            if let enumeration = copy["enum"]?.array, enumeration.count > PlainSchema.enumLimit { copy.remove("enum") }
            return .object(copy)
        }

        /// A keyword's value as it is copied; nil for a keyword that servers may not know.
        private func value(of member: JSON.Object.Member, depth: Int) -> JSON? {
            switch member.key {
            case "type", "enum", "required", "minimum", "maximum", "minItems", "maxItems": member.value
            case "const": [member.value]
            case "description": description(member.value)
            case "additionalProperties": member.value.bool.map(JSON.bool)
            case "items": copy(member.value, depth: depth + 1)
            case "properties": properties(member.value, depth: depth)
            case "anyOf", "oneOf": member.value.array.map { .array($0.map { copy($0, depth: depth + 1) }) }
            case _: nil
            }
        }

        private func description(_ value: JSON) -> JSON? {
            switch descriptions {
            case .leftOut: nil
            case .cut(let limit): value.string.map { .string($0.line(cutTo: limit)) }
            }
        }

        private func properties(_ value: JSON, depth: Int) -> JSON? {
            value.object.map { object in
                .object(
                    JSON.Object(
                        object.members.map { .init(key: $0.key, value: copy($0.value, depth: depth + 1)) }))
            }
        }

        /// What local references lead to; a circle or a dead end allows anything.
        func resolved(_ schema: JSON) -> JSON {
            var schema = schema
            for _ in 0..<8 {
                guard let reference = schema["$ref"]?.string else { return schema }
                schema = SchemaPointer(reference: reference)?.target(in: root) ?? [:]
            }
            return [:]
        }
    }
}

extension JSON.Object {
    /// Whether a keyword says something that cannot be copied and without which the others would mislead.
    fileprivate var hasOddKeywords: Bool {
        !duplicateKeys.isEmpty
            || ["allOf", "not", "if", "prefixItems", "patternProperties", "dependentSchemas"].contains {
                self[$0] != nil
            }
            || (self["items"]?.array != nil)
    }
}
