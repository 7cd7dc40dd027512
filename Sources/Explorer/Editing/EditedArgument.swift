import Engine
import Review

/// An argument of a step that is edited, and what is known of it.
struct EditedArgument: Hashable, Sendable {
    let step: Int
    let path: JSONPath
    /// The value as it stands now, earlier edits included.
    let value: JSON
    /// The value of the recorded call.
    let original: JSON
    /// What its tool's schema says of this one value; an empty object where it says nothing.
    let schema: JSON
    /// Where the value comes from, where that is known.
    var trace: ArgumentTrace?

    var target: Target { .argument(step: step, path: path) }

    /// How the value is written; it stays the same while it is edited.
    var form: ValueText { ValueText(of: value, schema: schema) }

    /// The value that a text stands for.
    ///
    /// - Throws: ``ValueProblem`` where the text is no JSON, or the schema does not allow the value.
    func value(of text: String) throws(ValueProblem) -> JSON {
        try form.value(of: text, allowedBy: schema)
    }

    func problem(with text: String) -> ValueProblem? {
        do throws(ValueProblem) {
            _ = try value(of: text)
            return nil
        } catch {
            return error
        }
    }

    /// What a schema of all arguments says of the one at a path; an empty object where it says nothing.
    static func schema(at path: JSONPath, in schema: JSON) -> JSON {
        var schema = schema
        for component in path.components {
            switch component {
            case .key(let key): schema = schema["properties"]?[key] ?? schema["additionalProperties"] ?? [:]
            case .index(let index): schema = schema["prefixItems"]?[index] ?? schema["items"] ?? [:]
            }
        }
        return schema.object == nil ? [:] : schema
    }
}

extension EditedArgument {
    /// The type and the description of the schema.
    var summary: String {
        let types = schema["type"]?.array?.compactMap(\.string) ?? [schema["type"]?.string].compactMap(\.self)
        let type = types.isEmpty ? "any type" : types.joined(separator: " or ")
        return ["\(type), written as \(form.name)", schema["description"]?.string].compactMap(\.self)
            .joined(separator: ": ")
    }

    /// The values and the range that the schema allows; nil where it sets no bounds.
    var bounds: String? {
        let named = [
            ("allowed", schema["enum"]?.array), ("always", schema["const"].map { [$0] }),
            ("from", schema["minimum"].map { [$0] }), ("to", schema["maximum"].map { [$0] }),
            ("default", schema["default"].map { [$0] }), ("for example", schema["examples"]?.array),
        ]
        let parts = named.compactMap { name, values in
            values.map { "\(name) " + $0.map(\.compactText).joined(separator: ", ") }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "   ")
    }
}
