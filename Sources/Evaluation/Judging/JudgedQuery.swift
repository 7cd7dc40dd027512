import Engine

/// What a judge reads of a query alone: its words, and the tools that are offered for it.
package struct JudgedQuery: Hashable, Sendable {
    let query: String
    let tools: [Tool]

    package init(_ query: String, offering tools: [Tool]) {
        self.query = query
        self.tools = tools
    }

    /// In Unicode scalars.
    private enum Limit {
        static let query = 8_000
        static let description = 1_000
        static let schema = 4_000
        /// All tools together.
        static let tools = 60_000
    }

    /// What a judge is shown of it.
    var texts: [JudgingPrompt.Place: String] {
        let entries = tools.enumerated().map { number, tool in
            "\(number + 1). \(tool.name.text): \(tool.description.head(Limit.description))\n"
                + "   arguments: \(tool.inputSchema.compactText.head(Limit.schema))"
        }
        return [
            .query: JudgedText.marked("query", query, Limit.query),
            .tools: JudgedText.list("tools", entries, Limit.tools),
        ]
    }
}
