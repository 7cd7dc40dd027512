import Engine

/// Values for inputs that nothing feeds: what the conversation said before, else what a person would say.
struct Literals: Sendable {
    /// What people said themselves in the steps so far, by meaning: no value that an output gave.
    private let said: [String: [JSON]]
    private let suspicion: Suspicion

    init(workflow: Workflow, library: [ToolName: Tool], _ lexicon: Lexicon, _ suspicion: Suspicion) {
        var said: [String: [JSON]] = [:]
        var given: [String: Set<JSON>] = [:]
        for step in workflow.steps {
            guard let tool = library[step.call.tool] else { continue }
            let vocabulary = lexicon[tool].vocabulary
            for input in vocabulary.inputs where tool.wording.part != .lookup {
                guard let value = step.call.arguments[input.input.name] else { continue }
                if given[input.meaning]?.contains(value) != true { said[input.meaning, default: []].append(value) }
            }
            for product in vocabulary.products {
                let values = (step.output.json ?? .null).values(matching: product.pattern).map(\.value)
                given[product.meaning, default: []].formUnion(values)
            }
        }
        self.said = said
        self.suspicion = suspicion
    }

    /// A value; nil when nobody knows one, or when the input is optional and is left out.
    ///
    /// A text that the call has already is not taken twice: nobody asks for the way from Oslo to Oslo.
    func value(
        for input: Vocabulary.Input, of call: BoundCall, isOther: Bool, random: inout SeededGenerator
    ) -> JSON? {
        let tool = call.tool.tool
        let leavesOut = tool.wording.hasNoWords ? 9 : 7
        if !input.input.isRequired, Int.random(in: 0..<10, using: &random) < leavesOut { return nil }
        let used = Set(call.literals.map(\.value).filter { $0.string != nil })
        func isGood(_ value: JSON) -> Bool {
            !used.contains(value) && suspicion.of(value, meaning: input.meaning, for: tool) == 0
        }
        if !isOther, let value = said[input.meaning]?.last, isGood(value), tool.canSay(value, for: input) {
            return value
        }
        return input.offered.filter(isGood).randomElement(using: &random)
    }

    /// Values a person would use: the wording's, else the schema's examples, enum or default; for a tool without words
    /// of its own, whatever its definition gives away.
    static func offered(for input: Tool.Input, of tool: Tool, _ fitting: JSONSchema?) -> [JSON] {
        if tool.wording.hasNoWords { return KnownValues(of: input, fitting).all }
        if let values = tool.wording.values[input.name], !values.isEmpty { return values }
        let schema = input.schema
        for offered in [schema["examples"]?.array, schema["enum"]?.array] {
            if let offered, !offered.isEmpty { return offered }
        }
        return schema["default"].map { [$0] } ?? []
    }
}

extension Tool {
    /// Whether the tool has words for a value that was said to another tool, where it has words of its own at all.
    fileprivate func canSay(_ value: JSON, for input: Vocabulary.Input) -> Bool {
        guard wording.part != .lookup else { return false }
        guard let sayings = wording.sayings[input.input.name] else { return true }
        return sayings[value.string ?? value.compactText] != nil
    }
}
