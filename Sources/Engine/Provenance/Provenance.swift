/// Traces the argument values of a call to the query, to earlier outputs, or to the tool's own schema.
///
/// It knows exact equality, equality without case and accents, equal numbers, dates in words, and the sayings of a
/// tool's wording; since version 3 also, where no output and no default has the value, what a query says in other words
/// (``LooseMatch``). Common small values (a 2, a `true`, an "en") count as an earlier output only where the names or
/// meanings agree as well. A value that stands alone in an output counts before an item of a list.
package struct Provenance: Sendable {
    /// An earlier step's output, as a source.
    package struct Output: Sendable {
        package let step: Int
        package let tool: Tool?
        /// What the step was asked; a value that its output only repeats does not come from it.
        package let arguments: JSON
        package let output: RecordedOutput

        package init(step: Int, tool: Tool?, arguments: JSON = [:], output: RecordedOutput) {
            self.step = step
            self.tool = tool
            self.arguments = arguments
            self.output = output
        }

        package init(_ step: Step, of tool: Tool?) {
            self.init(step: step.number, tool: tool, arguments: step.call.arguments, output: step.output)
        }
    }

    /// The rule set's version, stored beside what is derived from it.
    package static let version = 3
    /// Values read of one output; an output with more is traced by its first ones.
    static let leavesPerOutput = 10_000

    private let query: QueryText?
    private let sources: [IndexedOutput]

    /// Takes what can be a source: the query where there is one, and the outputs in the order of their steps.
    package init(query: String?, outputs: [Output]) {
        self.init(query.map(QueryText.init), outputs.map(IndexedOutput.init))
    }

    /// The same with everything made ready before, for many calls.
    init(_ query: QueryText?, _ sources: [IndexedOutput]) {
        self.query = query
        self.sources = sources
    }

    /// One trace for every leaf of the arguments, in their order.
    package func trace(_ call: ToolCall, of tool: Tool?) -> [ArgumentTrace] {
        call.arguments.leaves.map { leaf in
            ArgumentTrace(path: leaf.path, value: leaf.value, source: source(of: leaf.value, at: leaf.path, tool))
        }
    }

    private func source(of value: JSON, at path: JSONPath, _ tool: Tool?) -> ArgumentSource {
        let argument = Argument(path: path, value: value, tool: tool)
        if let range = query?.range(of: argument) { return .query(from: range.lowerBound, to: range.upperBound) }
        if let found = origin(of: argument) { return found }
        if let fallback = argument.schema?["default"], fallback.matches(value) { return .schemaDefault }
        if let range = query?.looseRange(of: argument) { return .query(from: range.lowerBound, to: range.upperBound) }
        if argument.isDocumented { return .documentation }
        if !argument.isSpellable { return .unknown }
        return query == nil ? .open : .none
    }

    /// The first output that has the value where meaning or name agrees, outside of lists if there is one, else the first
    /// that has it at all.
    private func origin(of argument: Argument) -> ArgumentSource? {
        for strictness in [IndexedOutput.Match.agreeing, .agreeingItem, .distinctive] {
            for source in sources {
                guard let path = source.path(of: argument, strictness) else { continue }
                return .output(step: source.step, path: path)
            }
        }
        return nil
    }
}

/// One argument value and what its tool says of it.
struct Argument {
    let path: JSONPath
    let value: JSON
    let tool: Tool?

    /// The top-level argument that holds the value.
    var name: String? {
        guard case .key(let name) = path.components.first else { return nil }
        return name
    }

    var schema: JSON? {
        name.flatMap { name in tool?.inputSchema["properties"]?[name] }
    }

    var meaning: String? {
        name.flatMap { tool?.wording.inputMeanings[$0] }
    }

    /// How people say the value.
    var saying: String? {
        guard let name, let sayings = tool?.wording.sayings[name] else { return nil }
        return sayings[value.string ?? value.compactText]
    }

    var isDocumented: Bool {
        let offered = (schema?["enum"]?.array ?? []) + (schema?["examples"]?.array ?? [])
        return offered.contains { $0.matches(value) }
    }

    /// Whether a text could spell the value out.
    var isSpellable: Bool {
        switch value {
        case .string(let text): !text.isEmpty
        case .number: true
        case .null, .bool, .array, .object: false
        }
    }
}

extension JSON {
    /// Equal, numbers by value.
    func matches(_ other: JSON) -> Bool {
        if case .number(let left) = self, case .number(let right) = other {
            return left.isEqual(numerically: right)
        }
        return self == other
    }
}
