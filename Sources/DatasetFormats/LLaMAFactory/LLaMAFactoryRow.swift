import Engine

/// A row whose odd turns are of the user and the tools, and whose even ones are of the model; their number is even.
struct LLaMAFactoryRow {
    let json: JSON

    /// Columns that are declared must be there, so a row without a system prompt has an empty one.
    init(_ row: ExportRow, systemPrompt: String?, names: PortableNames) {
        var turns = [ShareGPTTurn("human", row.query)]
        for steps in row.turns {
            turns.append(ShareGPTTurn("function_call", Self.calls(steps.map { $0.namedCall(names) })))
            turns.append(ShareGPTTurn("observation", steps.map(\.output).joined(separator: Self.resultsSeparator)))
        }
        turns.append(ShareGPTTurn("gpt", row.response))
        let tools = row.tools.map { LLaMAFactoryTool($0, named: names[$0.name]).json }
        json = [
            "conversations": .array(turns.map(\.json)), "system": .string(systemPrompt ?? ""),
            "tools": .string(JSON.array(tools).compactText),
        ]
    }

    /// As LLaMA-Factory itself joins the results of parallel calls when it reads chat messages.
    private static let resultsSeparator = "\n</tool_response>\n<tool_response>\n"

    /// LLaMA-Factory cuts tags of thoughts and calls out before it reads the JSON, so none may be in it.
    private static func calls(_ calls: [JSON]) -> String {
        calls.count == 1 ? calls[0].untaggedText : JSON.array(calls).untaggedText
    }
}
