import Engine

extension ToolCall {
    /// The hash of the call without those arguments that only say a default: two calls with an equal one do the same.
    func essence(in library: [ToolName: Tool]) -> ContentHash {
        guard let properties = library[tool]?.inputSchema["properties"], let given = arguments.object?.members else {
            return contentHash
        }
        let telling = given.filter { $0.value.canonicalText != properties[$0.key]?["default"]?.canonicalText }
        return ToolCall(tool: tool, arguments: .object(JSON.Object(telling))).contentHash
    }
}
