import Engine

/// One tool of the demo library: what it is, how people talk about it, and what it does with checked arguments.
struct DemoTool: Sendable {
    let definition: Tool
    private let inputs: [Field]
    private let answer: @Sendable (Arguments) throws(Refusal) -> JSON

    /// Puts a tool together; meanings, values and sayings come from its fields.
    ///
    /// An input without a meaning is only ever said by people: it gets a meaning of its own, which no output has.
    init(
        _ name: ToolName, family: String, occasions: [Occasion] = [], _ description: String, inputs: [Field],
        outputs: [Field], wording: Wording,
        answer: @escaping @Sendable (Arguments) throws(Refusal) -> JSON
    ) {
        var wording = wording
        wording.occasions = occasions.map(\.rawValue)
        for field in inputs {
            wording.inputMeanings[field.name] = field.meaning?.rawValue ?? "\(name).\(field.name)"
            if !field.values.isEmpty { wording.values[field.name] = field.values }
            if !field.sayings.isEmpty { wording.sayings[field.name] = field.sayings }
        }
        for (path, meaning) in outputs.flatMap(\.meanings) { wording.outputMeanings[path] = meaning.rawValue }
        definition = Tool(
            name: name, description: description, inputSchema: Field.objectSchema(inputs),
            outputSchema: Field.objectSchema(outputs), effects: .read, family: family, wording: wording)
        self.inputs = inputs
        self.answer = answer
    }

    /// What a call with these arguments ends with.
    func outcome(for arguments: JSON) -> ToolOutcome {
        do {
            return .returned(RecordedOutput(try answer(Arguments(arguments, for: inputs))))
        } catch {
            if case .badArgument = error { return .rejected(reason: error.description) }
            return .failed(RecordedOutput(error.json))
        }
    }
}
