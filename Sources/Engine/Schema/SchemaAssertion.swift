/// A rule that looks at one value alone and says what it must be.
struct SchemaAssertion: SchemaRule {
    let keyword: SchemaKeyword
    /// What is wrong, as the end of a sentence that begins with the place; empty where nothing is.
    let objections: @Sendable (JSON) -> [String]

    func failures(of instance: JSON, at path: JSONPath, in check: inout SchemaCheck) -> [JSONSchema.Failure] {
        objections(instance).map {
            JSONSchema.Failure(of: instance, at: path, keyword: keyword, objection: $0)
        }
    }
}

extension SchemaAssertion {
    /// One demand, and what to say where it is not met.
    init(_ keyword: SchemaKeyword, _ demand: String, isMet: @escaping @Sendable (JSON) -> Bool) {
        self.init(keyword: keyword) { isMet($0) ? [] : ["\(demand), but is \($0.shortText)"] }
    }

    /// The schema `false`.
    static let nothing = SchemaAssertion(keyword: .nothing) { _ in ["must not be given"] }

    static func type(in source: SchemaSource) throws(JSONSchema.Problem) -> SchemaAssertion {
        let names = source.value(.type)?.array ?? source.value(.type).map { [$0] } ?? []
        let types = names.compactMap(\.string).filter(typeNames.contains)
        guard !types.isEmpty, types.count == names.count else {
            throw source.malformed(.type, expected: "one or more of \(typeNames.joined(separator: ", "))")
        }
        return SchemaAssertion(.type, "must be of type \(types.joined(separator: " or "))") { instance in
            let type = instance.typeName
            return types.contains(type) || (type == "integer" && types.contains("number"))
        }
    }

    private static let typeNames = ["null", "boolean", "integer", "number", "string", "array", "object"]

    static func choice(
        _ keyword: SchemaKeyword, in source: SchemaSource
    ) throws(JSONSchema.Problem) -> SchemaAssertion {
        let values = keyword == .const ? [source.value(.const) ?? .null] : try source.list(keyword)
        let allowed = Set(values.map { ExactText($0.canonicalText) })
        let shown = values.prefix(10).map(\.shortText).joined(separator: ", ") + (values.count > 10 ? ", …" : "")
        let demand = keyword == .const ? "must be \(shown)" : "must be one of \(shown)"
        return SchemaAssertion(keyword, demand) { allowed.contains(ExactText($0.canonicalText)) }
    }
}
