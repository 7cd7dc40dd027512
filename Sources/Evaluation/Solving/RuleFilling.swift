import Engine

/// The arguments of one call, taken from what a conversation holds.
struct RuleFilling: Sendable {
    struct Filled: Hashable, Sendable {
        let arguments: JSON
        /// Arguments that an earlier output gave.
        let chained: Int
        /// Arguments whose value the schema itself names.
        let literal: Int
    }

    private let tool: ModelRequest.OfferedTool
    private let values: RuleValues

    init(of tool: ModelRequest.OfferedTool, from values: RuleValues) {
        self.tool = tool
        self.values = values
    }

    private enum Source {
        case given, literal, query
    }

    /// Nil where a required argument has no value, or where the schema does not take them.
    var filled: Filled? {
        let required = Set((tool.parameters["required"]?.array ?? []).compactMap(\.string))
        var arguments = JSON.Object()
        var used: Set<RuleValues.Literal> = []
        var sources: [Source] = []
        for property in tool.parameters["properties"]?.object?.members ?? [] {
            let isRequired = required.contains(property.key)
            guard let (value, source) = value(for: property.key, property.value, isRequired, &used) else {
                if isRequired { return nil }
                continue
            }
            arguments.set(property.key, value)
            sources.append(source)
        }
        let call = JSON.object(arguments)
        guard let schema = try? JSONSchema(tool.parameters), schema.failures(of: call).isEmpty else { return nil }
        return Filled(
            arguments: call, chained: sources.count { $0 == .given }, literal: sources.count { $0 == .literal })
    }

    private func value(
        for name: String, _ schema: JSON, _ isRequired: Bool, _ used: inout Set<RuleValues.Literal>
    ) -> (JSON, Source)? {
        if let value = named(by: schema) { return (value, .literal) }
        guard isRequired else { return nil }
        let checker = try? JSONSchema(schema)
        func fits(_ value: JSON) -> Bool { checker?.failures(of: value).isEmpty ?? true }
        if let value = values.given.first(where: { $0.key.feeds(name) && fits($0.value) })?.value {
            return (value, .given)
        }
        for (literal, value) in literals(for: name, schema) where !used.contains(literal) && fits(value) {
            used.insert(literal)
            return (value, .query)
        }
        return nil
    }

    /// The longest of the values that the schema names and the query says.
    private func named(by schema: JSON) -> JSON? {
        let named = (schema["enum"]?.array ?? []) + (schema["examples"]?.array ?? [])
        let said = named.filter { $0.string.map(values.says) ?? false }
        return said.max { ($0.string?.count ?? 0) < ($1.string?.count ?? 0) }
    }

    /// What the query offers for an argument, the likeliest first.
    private func literals(for name: String, _ schema: JSON) -> [(RuleValues.Literal, JSON)] {
        let type = schema["type"]?.string ?? "string"
        switch type {
        case "integer", "number":
            let isYear = name.contains("year")
            let numbers = values.numbers.filter { !isYear || $0.text.count == 4 }
            let others = isYear ? [] : values.numbers.filter { $0.text.count == 4 }
            return (numbers.filter { !others.contains($0) } + others).compactMap { literal in
                JSON.Number(text: literal.text).map { (literal, .number($0)) }
            }
        case "string": return texts(for: name, schema).map { ($0, .string($0.text)) }
        case _: return []
        }
    }

    private func texts(for name: String, _ schema: JSON) -> [RuleValues.Literal] {
        if schema["format"]?.string == "date" || name.hasSuffix("date") { return values.dates }
        if name.hasSuffix("time"), !values.times.isEmpty { return values.times }
        let codes = (schema["examples"]?.array ?? []).compactMap(\.string)
        if !codes.isEmpty, codes.allSatisfy(\.isCode) {
            let lengths = Set(codes.map(\.count))
            return values.names.filter { $0.text.isCode && lengths.contains($0.text.count) }
        }
        return values.quoted + values.names
    }
}

extension String {
    /// Whether a value under this key is what an argument of that name wants: `id` for `city_id`, and the name itself.
    fileprivate func feeds(_ argument: String) -> Bool {
        self == argument || argument.hasSuffix("_" + self) || hasSuffix("_" + argument)
    }

    /// Two to five capitals.
    fileprivate var isCode: Bool { (2...5).contains(count) && allSatisfy(\.isUppercase) }
}
