extension SchemaAssertion {
    /// How a number or a size relates to the limit in the schema.
    struct Relation: Sendable {
        let words: String
        let holds: @Sendable (ExactDecimal, ExactDecimal) -> Bool

        static let atLeast = Relation(words: "at least") { $0 >= $1 }
        static let atMost = Relation(words: "at most") { $0 <= $1 }
        static let above = Relation(words: "above") { $0 > $1 }
        static let below = Relation(words: "below") { $0 < $1 }
        static let multiple = Relation(words: "a multiple of") { $0.isMultiple(of: $1) ?? false }
    }

    /// What is counted, and in which values.
    struct Measure: Sendable {
        let unit: String
        let size: @Sendable (JSON) -> Int?

        static let characters = Measure(unit: "characters") { $0.string?.unicodeScalars.count }
        static let elements = Measure(unit: "elements") { $0.array?.count }
        static let members = Measure(unit: "properties") { $0.object?.count }
    }

    static func bound(
        _ keyword: SchemaKeyword, _ relation: Relation, in source: SchemaSource
    ) throws(JSONSchema.Problem) -> SchemaAssertion {
        let limit = try source.number(keyword)
        return SchemaAssertion(keyword: keyword) { instance in
            guard let number = instance.number else { return [] }
            guard let decimal = number.decimal else { return ["has an exponent too large to compare"] }
            if relation.holds(decimal, limit) { return [] }
            return ["must be \(relation.words) \(limit.canonicalText), but is \(instance.shortText)"]
        }
    }

    /// Nil when the divisor has more digits than can be divided by exactly.
    static func multiple(in source: SchemaSource) throws(JSONSchema.Problem) -> SchemaAssertion? {
        let divisor = try source.number(.multipleOf)
        guard !divisor.digits.isEmpty, !divisor.isNegative else {
            throw source.malformed(.multipleOf, expected: "a number above 0")
        }
        return divisor.wholeDigits == nil ? nil : try bound(.multipleOf, .multiple, in: source)
    }

    static func size(
        _ keyword: SchemaKeyword, _ relation: Relation, _ measure: Measure, in source: SchemaSource
    ) throws(JSONSchema.Problem) -> SchemaAssertion {
        let limit = try source.count(keyword)
        return SchemaAssertion(keyword: keyword) { instance in
            guard let size = measure.size(instance), !relation.holds(ExactDecimal(size), limit) else { return [] }
            return ["must have \(relation.words) \(limit.canonicalText) \(measure.unit), but has \(size)"]
        }
    }
}
