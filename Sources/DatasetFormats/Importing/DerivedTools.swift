import Engine

/// The tools of a sample: those that are defined, and those that are only called, made from their arguments.
struct DerivedTools {
    let all: [Tool]
    /// The made ones, in the order of their first calls.
    let derived: [ToolName]

    init(defined: [Tool], calls: [ToolCall]) {
        let known = Set(defined.map(\.name))
        var derived: [ToolName] = []
        var types: [ToolName: ArgumentTypes] = [:]
        for call in calls where !known.contains(call.tool) {
            if types[call.tool] == nil { derived.append(call.tool) }
            types[call.tool, default: ArgumentTypes()].add(call.arguments)
        }
        all =
            defined
            + derived.map { Tool(name: $0, description: "", inputSchema: types[$0, default: ArgumentTypes()].schema) }
        self.derived = derived
    }

    /// Says which definitions were made; nil when none was.
    var note: String? {
        derived.isEmpty
            ? nil : "Tool definitions were not given and are made from the arguments: \(derived.map(\.text).listed)."
    }
}

/// The types that the arguments of one tool had, over all its calls.
private struct ArgumentTypes {
    private var names: [String] = []
    private var types: [ExactText: [String]] = [:]

    mutating func add(_ arguments: JSON) {
        for member in arguments.object?.members ?? [] {
            let name = ExactText(member.key)
            if types[name] == nil { names.append(member.key) }
            let type = member.value.typeName
            if types[name]?.contains(type) != true { types[name, default: []].append(type) }
        }
    }

    var schema: JSON {
        let properties = names.map { name in
            JSON.Object.Member(key: name, value: ["type": Self.type(types[ExactText(name), default: []])])
        }
        return ["type": "object", "properties": .object(JSON.Object(properties))]
    }

    /// A number may be whole, so `integer` beside `number` says nothing.
    private static func type(_ names: [String]) -> JSON {
        let names = names.contains("number") ? names.filter { $0 != "integer" } : names
        return names.count == 1 ? .string(names[0]) : .array(names.map(JSON.string))
    }
}
