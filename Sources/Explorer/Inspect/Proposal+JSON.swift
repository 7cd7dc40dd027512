import Engine

extension Proposal {
    /// The proposal as a value to read, with the calls that it planned.
    var json: JSON {
        let fields: [(String, JSON)] = [
            ("proposal", .number(JSON.Number(id.number))), ("instruction", .string(instruction)),
            ("tools", .array(tools.map { .string($0.text) })), ("calls", .array(calls.map(\.json))),
        ]
        return .object(JSON.Object(fields.map { JSON.Object.Member(key: $0.0, value: $0.1) }))
    }
}

extension PlannedCall {
    /// The arguments as a value to read and to write: a reference says where its value comes from.
    var argumentsJSON: JSON {
        .object(JSON.Object(arguments.map { JSON.Object.Member(key: $0.name, value: $0.binding.json) }))
    }

    fileprivate var json: JSON { ["tool": .string(tool.text), "arguments": argumentsJSON] }
}

extension PlannedCall.Binding {
    fileprivate var json: JSON {
        switch self {
        case .literal(let value): value
        case .step(let number, let path): ["from": .string("step \(number)"), "path": .string(path.description)]
        case .call(let number, let path): ["from": .string("call \(number)"), "path": .string(path.description)]
        }
    }
}
