import Engine

/// A row whose calls and results are JSON between tags, in the text of the turns.
struct HermesRow {
    let json: JSON

    init(_ row: ExportRow, id: String, systemPrompt: String?, names: PortableNames) {
        let tools = JSON.array(row.tools.map { $0.function(named: names[$0.name]) }).untaggedText
        var turns = [
            ShareGPTTurn("system", HermesPrompt(tools: tools, after: systemPrompt).text),
            ShareGPTTurn("human", row.query),
        ]
        for steps in row.turns {
            turns.append(ShareGPTTurn("gpt", Self.text(of: steps.map { $0.namedCall(names) }, in: "tool_call")))
            turns.append(ShareGPTTurn("tool", Self.text(of: steps.map { $0.namedResult(names) }, in: "tool_response")))
        }
        turns.append(ShareGPTTurn("gpt", row.response))
        json = ["id": .string(id), "conversations": .array(turns.map(\.json)), "tools": .string(tools)]
    }

    private static func text(of values: [JSON], in tag: String) -> String {
        values.map { "<\(tag)>\n\($0.untaggedText)\n</\(tag)>" }.joined(separator: "\n")
    }
}

extension ExportStep {
    fileprivate func namedResult(_ names: PortableNames) -> JSON {
        ["name": .string(names[step.call.tool]), "content": content]
    }

    /// An output that is an object or a list stands as such, any other as text; so both can be told apart.
    private var content: JSON {
        guard let value = try? JSON(parsing: output), value.object != nil || value.array != nil,
            value.repeatedKey == nil, value.firstInfiniteNumber == nil
        else { return .string(output) }
        return value
    }
}
