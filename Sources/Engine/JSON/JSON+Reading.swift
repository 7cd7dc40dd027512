extension JSON {
    /// Whether this is `null`.
    package var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The text of a string, else nil.
    package var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The number with its text, else nil.
    package var number: Number? {
        if case .number(let value) = self { value } else { nil }
    }

    /// The exact integer of a number that is one and fits (`1`, `1.0`, `1e2`), else nil.
    package var int: Int? { number?.int }

    /// The nearest finite `Double` of a number, else nil.
    package var double: Double? {
        number.map(\.double).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The truth value, else nil.
    ///
    /// A number or a string is none.
    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The elements of an array, else nil.
    package var array: [JSON]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// The members of an object, else nil.
    package var object: Object? {
        if case .object(let object) = self { object } else { nil }
    }

    /// The value of the first member with this key; nil when there is none or this is no object.
    package subscript(key: String) -> JSON? { object?[key] }

    /// The element at this index; nil when there is none or this is no array.
    package subscript(index: Int) -> JSON? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }

    /// The type in the words of JSON Schema; a number without a fraction is an `integer`.
    package var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number(let number): number.isInteger ? "integer" : "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
