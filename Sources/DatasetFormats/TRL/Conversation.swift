import Engine

/// A row as chat messages whose arguments are objects.
struct Conversation {
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
            messages.append(Self.calls(steps.map { $0.id.call($0.step.step.call, names) }))
            messages += steps.map { $0.id.answer($0.step, names) }
        }
        messages.append(Self.message("assistant", row.response))
        self.messages = messages
    }

    private static func message(_ role: String, _ content: String) -> JSON {
        ["role": .string(role), "content": .string(content)]
    }

    /// Many chat templates fail when a turn has calls and no content, so it has an empty one.
    private static func calls(_ calls: [JSON]) -> JSON {
        ["role": "assistant", "content": "", "tool_calls": .array(calls)]
    }
}

/// Ties a call to its result; unique within a conversation, 13 characters long up to 99,999,999 calls.
struct CallID {
    let text: String

    init(_ number: Int) {
        let digits = String(number)
        text = "call_" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }
}

extension CallID {
    fileprivate func call(_ call: ToolCall, _ names: PortableNames) -> JSON {
        [
            "id": .string(text), "type": "function",
            "function": ["name": .string(names[call.tool]), "arguments": call.arguments],
        ]
    }

    fileprivate func answer(_ step: ExportStep, _ names: PortableNames) -> JSON {
        [
            "role": "tool", "tool_call_id": .string(text), "name": .string(names[step.step.call.tool]),
            "content": .string(step.output),
        ]
    }
}
