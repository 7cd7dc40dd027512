import Engine

/// A row as chat messages whose arguments are JSON text.
struct OpenAIConversation {
    let messages: [JSON]

    init(_ row: ExportRow, systemPrompt: String?, names: PortableNames) {
        var messages: [JSON] = []
        if let systemPrompt { messages.append(Self.message("system", systemPrompt)) }
        messages.append(Self.message("user", row.query))
        var calls = 0
        for turn in row.turns {
            let steps = turn.map { step in
                calls += 1
                return (id: CallID(calls), step: step)
            }
            messages.append(Self.calls(steps.map { Self.call($0.id, $0.step.step.call, names) }))
            messages += steps.map { Self.result($0.id, $0.step) }
        }
        messages.append(Self.message("assistant", row.response))
        self.messages = messages
    }

    private static func message(_ role: String, _ content: String) -> JSON {
        ["role": .string(role), "content": .string(content)]
    }

    /// Without `content`: an empty one would be an answer of no words.
    private static func calls(_ calls: [JSON]) -> JSON {
        ["role": "assistant", "tool_calls": .array(calls)]
    }

    private static func call(_ id: CallID, _ call: ToolCall, _ names: PortableNames) -> JSON {
        [
            "id": .string(id.text), "type": "function",
            "function": [
                "name": .string(names[call.tool]), "arguments": .string(call.arguments.compactText),
            ],
        ]
    }

    /// The identifier alone says whose result it is.
    private static func result(_ id: CallID, _ step: ExportStep) -> JSON {
        ["role": "tool", "tool_call_id": .string(id.text), "content": .string(step.output)]
    }
}
