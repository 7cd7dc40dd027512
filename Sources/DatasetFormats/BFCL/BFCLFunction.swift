import Engine

/// A tool as the leaderboard's checker reads it, for one row: with names and types that it knows.
struct BFCLFunction {
    let name: String
    private let tool: Tool
    private let parameters: [FlatSchema.Property]
    private let names: PythonNames
    /// Parameters with a value in the row that is not of their type: they take any.
    private let open: Set<String>

    init(_ tool: Tool, named name: String, for calls: [ToolCall]) {
        self.tool = tool
        self.name = name
        let parameters = tool.flatInput.properties
        self.parameters = parameters
        names = PythonNames(parameters.map(\.name))
        let given = calls.filter { $0.tool == tool.name }.compactMap(\.arguments.object)
        open = Set(
            parameters.filter { parameter in
                given.compactMap { $0[parameter.name] }.contains { BFCLValue($0, as: parameter.schema) == nil }
            }.map(\.name))
    }

    /// The function's line in a question.
    var json: JSON {
        let properties = parameters.map { parameter in
            JSON.Object.Member(
                key: names[parameter.name],
                value: Self.described(parameter.schema, as: open.contains(parameter.name) ? .any : nil))
        }
        let required = parameters.filter(\.isRequired).map { JSON.string(names[$0.name]) }
        return [
            "name": .string(name), "description": .string(tool.description),
            "parameters": [
                "type": "dict", "properties": .object(JSON.Object(properties)), "required": .array(required),
            ],
        ]
    }

    /// The names of parameters that had to change, with what they are really called.
    var originals: JSON? {
        guard !names.changed.isEmpty else { return nil }
        return .object(JSON.Object(names.changed.map { .init(key: $0.identifier, value: .string($0.original)) }))
    }

    private static func described(_ schema: FlatSchema, as other: FlatSchema.Kind? = nil) -> JSON {
        let kind = other ?? schema.kind
        var json: JSON.Object = ["type": .string(kind.bfclName)]
        for member in schema.remarks.members { json.set(member.key, member.value) }
        if kind == .array { json.set("items", described(schema.items)) }
        let properties = schema.properties
        guard !properties.isEmpty else { return .object(json) }
        json.set(
            "properties", .object(JSON.Object(properties.map { .init(key: $0.name, value: described($0.schema)) })))
        json.set("required", .array(properties.filter(\.isRequired).map { .string($0.name) }))
        return .object(json)
    }
}

extension BFCLFunction {
    /// What is accepted for a call: its own values, and for what it leaves out the default or nothing.
    ///
    /// - Throws: ``SkipReason`` when the call and the tool do not fit together.
    func answer(to step: Step) throws(SkipReason) -> JSON {
        let given = step.call.arguments.object ?? [:]
        let known = Set(parameters.map { Array($0.name.utf8) })
        if let stranger = given.keys.first(where: { !known.contains(Array($0.utf8)) }) {
            throw .undeclaredArgument(step: step.number, name: stranger)
        }
        var accepted: JSON.Object = [:]
        for parameter in parameters {
            let values = accepts(given[parameter.name], for: parameter)
            if values.isEmpty, parameter.isRequired {
                throw .missingArgument(step: step.number, name: parameter.name)
            }
            if !values.isEmpty { accepted.set(names[parameter.name], .array(values)) }
        }
        return .object(JSON.Object([.init(key: name, value: .object(accepted))]))
    }

    /// An empty text says that the argument may be left out.
    private func accepts(_ value: JSON?, for parameter: FlatSchema.Property) -> [JSON] {
        let preset = parameter.isRequired ? nil : parameter.schema.remarks["default"]
        guard let value = value ?? preset?.scalar else { return [] }
        let accepted = open.contains(parameter.name) ? value : BFCLValue(value, as: parameter.schema)?.accepted
        let mayGo = preset?.canonicalText == value.canonicalText && value.string != ""
        return accepted.map { mayGo ? [$0, ""] : [$0] } ?? []
    }
}

extension JSON {
    fileprivate var scalar: JSON? {
        switch self {
        case .bool, .number, .string: self
        case .null, .array, .object: nil
        }
    }
}

extension FlatSchema.Kind {
    fileprivate var bfclName: String {
        switch self {
        case .string, .integer, .boolean, .array, .any: rawValue
        case .number: "float"
        case .object: "dict"
        }
    }
}
