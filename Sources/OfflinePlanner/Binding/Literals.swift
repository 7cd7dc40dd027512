import Engine

/// Values for inputs that nothing feeds: what the conversation said before, else what a person would say.
struct Literals: Sendable {
    /// The arguments of the steps so far, by meaning.
    private let said: [String: [JSON]]
    /// Values that failed lately, by tool and argument.
    private let failed: [ToolName: [String: Set<JSON>]]

    init(workflow: Workflow, library: [ToolName: Tool], memory: [Gradient]) {
        var said: [String: [JSON]] = [:]
        for step in workflow.steps {
            guard let tool = library[step.call.tool], tool.wording.part == .answer else { continue }
            for input in tool.inputs {
                guard let value = step.call.arguments[input.name] else { continue }
                said[Vocabulary(of: tool).meaning(of: input), default: []].append(value)
            }
        }
        self.said = said
        failed = Self.failures(in: memory)
    }

    /// A value; nil when nobody knows one, or when the input is optional and is left out.
    ///
    /// A text that the call has already is not taken twice: nobody asks for the way from Oslo to Oslo.
    func value(
        for input: Tool.Input, meaning: String, of call: BoundCall, random: inout SeededGenerator
    ) -> JSON? {
        if !input.isRequired, Int.random(in: 0..<10, using: &random) < 7 { return nil }
        let tool = call.tool
        let used = call.literals.map(\.value).filter { $0.string != nil }
        let avoided = (failed[tool.name]?[input.name] ?? []).union(used)
        if tool.wording.part == .answer, let value = said[meaning]?.last, !avoided.contains(value) { return value }
        return Self.offered(for: input, of: tool).filter { !avoided.contains($0) }.randomElement(using: &random)
    }

    /// Values a person would use: the wording's, else the schema's examples, enum or default.
    static func offered(for input: Tool.Input, of tool: Tool) -> [JSON] {
        if let values = tool.wording.values[input.name], !values.isEmpty { return values }
        let schema = input.schema
        for offered in [schema["examples"]?.array, schema["enum"]?.array] {
            if let offered, !offered.isEmpty { return offered }
        }
        return schema["default"].map { [$0] } ?? []
    }

    /// The arguments of calls in trials that failed.
    ///
    /// Only a call's own literals are blamed, not what an output fed it.
    private static func failures(in memory: [Gradient]) -> [ToolName: [String: Set<JSON>]] {
        var failed: [ToolName: [String: Set<JSON>]] = [:]
        for report in memory.flatMap(\.reports) where !report.shownToSelector {
            guard let call = report.calls.last else { continue }
            let planned = report.proposal.calls.first { $0.tool == call.tool }?.arguments ?? []
            let own = Set(planned.filter(\.binding.isLiteral).map(\.name))
            for member in call.arguments.object?.members ?? [] where own.contains(member.key) {
                failed[call.tool, default: [:]][member.key, default: []].insert(member.value)
            }
        }
        return failed
    }
}
