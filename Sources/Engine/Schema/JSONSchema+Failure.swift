extension JSONSchema {
    /// One way in which an instance breaks a schema.
    package struct Failure: Hashable, Sendable {
        /// The place in the instance.
        package let path: JSONPath
        /// The keyword that is broken, as the schema spells it; `false` for the schema that allows nothing.
        package let keyword: String
        /// The value at that place, shortened to about 40 characters.
        package let value: String
        /// What failed, on what, and what was expected, as a sentence.
        package let message: String

        init(of instance: JSON, at path: JSONPath, keyword: SchemaKeyword, objection: String) {
            self.path = path
            self.keyword = keyword.rawValue
            value = instance.shortText
            message = "\(path.components.isEmpty ? "The value" : path.description) \(objection)."
        }
    }
}

extension JSONSchema.Failure: CustomStringConvertible {
    /// The message.
    package var description: String { message }
}

extension JSON {
    /// The value in about 40 characters, whatever its size.
    var shortText: String {
        switch self {
        case .null, .bool: compactText
        case .number(let number): number.text.utf8.count > 40 ? number.text.prefix(39) + "…" : number.text
        case .string(let text): JSON.string(text.shortened).compactText
        case .array(let values): values.isEmpty ? "[]" : "an array of \(values.count)"
        case .object(let object): object.isEmpty ? "{}" : "an object of \(object.count)"
        }
    }
}

extension String {
    /// Cut by scalars, since one character can be of any length.
    fileprivate var shortened: String {
        let start = unicodeScalars.prefix(40)
        return start.endIndex == unicodeScalars.endIndex ? self : String(start.dropLast()) + "…"
    }
}
