import DemoTools
import Engine

/// Calls of every tool, their literals taken from the wording and the rest from what other tools gave.
struct Rehearsal {
    struct Take {
        let call: ToolCall
        let outcome: ToolOutcome
    }

    let tools = DemoTools().tools()
    private(set) var takes: [ToolName: [Take]] = [:]
    /// For each output, its values by meaning.
    private var yields: [[String: JSON]] = []

    /// Runs every tool in rounds, so that what one gives reaches the next.
    init(rounds: Int, callsPerTool: Int) {
        for _ in 0..<rounds {
            for tool in tools { rehearse(tool, times: callsPerTool) }
        }
    }

    /// All takes of all tools, each with its tool.
    var all: [(tool: Tool, take: Take)] {
        tools.flatMap { tool in (takes[tool.name] ?? []).map { (tool: tool, take: $0) } }
    }

    private mutating func rehearse(_ tool: Tool, times: Int) {
        let source = DemoTools()
        for turn in 0..<times {
            guard let arguments = arguments(for: tool, turn: turn) else { continue }
            let call = ToolCall(tool: tool.name, arguments: arguments)
            let outcome = source.run(call).outcome
            takes[tool.name, default: []].append(Take(call: call, outcome: outcome))
            if let output = outcome.output?.json { keep(output, of: tool) }
        }
    }

    private mutating func keep(_ output: JSON, of tool: Tool) {
        var values: [String: JSON] = [:]
        for (path, meaning) in tool.wording.outputMeanings { values[meaning] = output.firstValue(at: path) }
        if !values.isEmpty { yields.append(values) }
    }

    private func arguments(for tool: Tool, turn: Int) -> JSON? {
        var arguments = JSON.Object()
        for (position, input) in tool.inputs.enumerated() {
            if !input.isRequired, turn.isMultiple(of: 2), tool.wording.values[input.name] != nil { continue }
            guard let value = value(for: input, of: tool, turn: turn, position: position) else {
                if input.isRequired { return nil }
                continue
            }
            arguments.set(input.name, value)
        }
        return .object(arguments)
    }

    /// A literal where people name one, else what another tool gave; inputs of one kind of thing share its source.
    private func value(for input: Tool.Input, of tool: Tool, turn: Int, position: Int) -> JSON? {
        if let values = tool.wording.values[input.name], !values.isEmpty {
            return values[(turn + turn / values.count * position + position) % values.count]
        }
        guard let meaning = tool.wording.inputMeanings[input.name] else { return nil }
        let sources = yields.filter { $0[meaning] != nil }
        guard !sources.isEmpty else { return nil }
        let twins = tool.inputs.prefix { $0.name != input.name }.count {
            tool.wording.inputMeanings[$0.name] == meaning
        }
        return sources[(turn + twins) % sources.count][meaning]
    }
}

extension JSON {
    /// The first value at an open path such as `items[].id`.
    func firstValue(at path: String) -> JSON? {
        path.replacing("[]", with: ".0").split(separator: ".").reduce(JSON?.some(self)) { value, key in
            Int(key).map { value?[$0] } ?? value?[String(key)]
        }
    }
}

/// The output of a call that must succeed.
func output(of tool: ToolName, _ arguments: JSON) throws -> JSON {
    let result = DemoTools().run(ToolCall(tool: tool, arguments: arguments))
    guard let json = result.outcome.output?.json else {
        throw UnexpectedEnding(tool: tool, problem: result.outcome.problem ?? result.outcome.verdict)
    }
    return json
}

/// What a call says about its failure that must fail.
func failure(of tool: ToolName, _ arguments: JSON) throws -> String {
    let result = DemoTools().run(ToolCall(tool: tool, arguments: arguments))
    guard case .failed(let output) = result.outcome else {
        throw UnexpectedEnding(tool: tool, problem: result.outcome.verdict)
    }
    return output.errorText
}

struct UnexpectedEnding: Error {
    let tool: ToolName
    let problem: String
}
