extension Telling {
    /// The sampled tools: name, description, schemas.
    static func tools(_ tools: [Tool]) -> String {
        Quotation.marked("tools", tools.map(definition).joined(separator: "\n"), limit: .max)
    }

    /// One tool by itself.
    static func tool(_ tool: Tool) -> String { Quotation.marked("tool", definition(of: tool), limit: .max) }

    private static func definition(of tool: Tool) -> String {
        var lines = ["- \(tool.name.text): \(tool.description.line(cutTo: 500))"]
        lines.append("  input: \(tool.inputSchema.compactText.cut(to: 2_000))")
        if let output = tool.outputSchema { lines.append("  output: \(output.compactText.cut(to: 1_000))") }
        return lines.joined(separator: "\n")
    }
}
