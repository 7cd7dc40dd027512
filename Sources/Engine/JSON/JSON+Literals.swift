extension JSON: ExpressibleByNilLiteral {
    /// Writes `null`.
    package init(nilLiteral: ()) {
        self = .null
    }
}

extension JSON: ExpressibleByBooleanLiteral {
    /// Writes `true` or `false`.
    package init(booleanLiteral value: Bool) {
        self = .bool(value)
    }
}

extension JSON: ExpressibleByIntegerLiteral {
    /// Writes an integer.
    package init(integerLiteral value: Int) {
        self = .number(Number(value))
    }
}

extension JSON: ExpressibleByFloatLiteral {
    /// Writes the shortest text of the number; `null` when it is too large for a `Double`.
    package init(floatLiteral value: Double) {
        self = Number(value).map(JSON.number) ?? .null
    }
}

extension JSON: ExpressibleByStringLiteral {
    /// Writes a string.
    package init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension JSON: ExpressibleByArrayLiteral {
    /// Writes an array.
    package init(arrayLiteral elements: JSON...) {
        self = .array(elements)
    }
}

extension JSON: ExpressibleByDictionaryLiteral {
    /// Writes an object, its members in the order they are written.
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Object(elements.map { Object.Member(key: $0.0, value: $0.1) }))
    }
}
