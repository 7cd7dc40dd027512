/// The arguments of a call to one tool: values, or references to outputs.
struct ArgumentsForm {
    let tool: Tool
    let references: References

    /// The tool's own properties; optional ones may be null, which leaves them out.
    ///
    /// So every property can be required, as the strict mode of some endpoints wants it. `others` are the shapes that any
    /// value may have instead of its own.
    func schema(beside others: [JSON] = []) -> JSON {
        let properties = PlainSchema.properties(of: tool.inputSchema)
        guard !properties.isEmpty || tool.takesNothing else { return ["type": "object"] }
        return Shape.object(
            properties.map { property in
                let shapes = [property.schema] + others + (isRequired(property.name) ? [] : [["type": "null"]])
                return (property.name, shapes.count == 1 ? property.schema : ["anyOf": .array(shapes)])
            })
    }

    /// Reads arguments, and holds them against the tool's own schema as far as their values are known.
    func read(_ arguments: JSON) throws(Objection) -> [PlannedCall.Argument] {
        guard let object = arguments.object else { throw Objection("the arguments of \(tool.name) are no object") }
        if let key = arguments.repeatedKey { throw Objection("\(key) is given twice to \(tool.name)") }
        var read: [PlannedCall.Argument] = []
        for member in object.members {
            let name = spelled(member.key, in: object)
            if member.value.isNull, !isRequired(name) { continue }
            read.append(.init(name: name, binding: try binding(of: member, as: name)))
        }
        try check(read)
        return read
    }

    private func binding(of member: JSON.Object.Member, as name: String) throws(Objection) -> PlannedCall.Binding {
        do throws(Objection) {
            return try references.binding(of: member.value) ?? .literal(member.value)
        } catch {
            throw Objection("the argument \(name) of \(tool.name): \(error.text)")
        }
    }

    /// A name that the tool knows and the call does not give yet; else the name as it is.
    private func spelled(_ name: String, in object: JSON.Object) -> String {
        let free = tool.inputs.map(\.name).filter { $0 == name || object[$0] == nil }
        return Spelling.name(meantBy: name, among: free) ?? name
    }

    /// What depends on the outputs of calls that are still to be made is checked when they are made.
    private func check(_ arguments: [PlannedCall.Argument]) throws(Objection) {
        if let missing = tool.inputs.first(where: { input in
            input.isRequired && !arguments.contains { $0.name == input.name }
        }) {
            throw Objection("the argument \(missing.name) of \(tool.name) is missing")
        }
        guard let schema = try? JSONSchema(tool.inputSchema) else { return }
        let known = arguments.compactMap { argument in
            argument.binding.value(steps: references.steps).map { JSON.Object.Member(key: argument.name, value: $0) }
        }
        let failures = schema.failures(of: .object(JSON.Object(known)))
        let isWhole = known.count == arguments.count
        if let failure = failures.first(where: { isWhole || !$0.path.components.isEmpty }) {
            throw Objection("an argument of \(tool.name) is wrong: \(failure.message)")
        }
    }

    private func isRequired(_ name: String) -> Bool {
        tool.inputs.contains { $0.name == name && $0.isRequired }
    }
}

extension PlannedCall.Binding {
    /// The value where it is known before any call of the proposal is made.
    fileprivate func value(steps: [Step]) -> JSON? {
        switch self {
        case .literal(let value): value
        case .step(let number, let path): steps.first { $0.number == number }?.output.value(at: path)
        case .call: nil
        }
    }
}

extension Tool {
    /// Whether the schema says that there are no arguments.
    fileprivate var takesNothing: Bool {
        inputSchema["properties"]?.object?.isEmpty == true || inputSchema["additionalProperties"] == false
    }
}
