import Engine

/// What a model is told of its tools where the endpoint has no calls of its own.
enum CallInstruction {
    /// Lists the tools, and says how a call is written.
    static func text(for tools: [ModelRequest.OfferedTool], _ choice: ModelRequest.ToolChoice) -> String {
        """
        You have these tools, one JSON object a line:
        \(tools.map(line).joined(separator: "\n"))

        \(writing(choice))
        The result of a call comes back as the next message. Make one call at a time.
        """
    }

    private static func line(_ tool: ModelRequest.OfferedTool) -> String {
        let line: JSON = [
            "name": .string(tool.name), "description": .string(tool.description), "arguments": tool.parameters,
        ]
        return line.compactText
    }

    private static func writing(_ choice: ModelRequest.ToolChoice) -> String {
        let call = #"To call a tool, reply with {"call": {"name": "...", "arguments": {...}}, "answer": null}."#
        return switch choice {
        case .auto: call + #" To answer without a call, reply with {"call": null, "answer": ...}."#
        case .required: #"Reply with the call of one tool: {"call": {"name": "...", "arguments": {...}}}."#
        case .none: "Do not call them now."
        }
    }

    /// How the result of a call is told.
    static func result(of name: String?, _ content: String) -> String {
        "Result of \(name ?? "the call"):\n\(content)"
    }
}
