/// One call: a tool's name and its arguments.
package struct ToolCall: Hashable, Codable, Sendable {
    package let tool: ToolName
    /// A JSON object.
    ///
    /// Anything else is a call that fails validation, not a programming error.
    package let arguments: JSON

    package init(tool: ToolName, arguments: JSON) {
        self.tool = tool
        self.arguments = arguments
    }

    /// The hash of the name and the canonical arguments; two calls that ask for the same thing have the same.
    package var contentHash: ContentHash {
        ContentHash(of: tool.text + "\n" + arguments.canonicalText)
    }
}
