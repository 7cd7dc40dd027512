import Engine

/// A query that was written before anything was called, and the tools it is about.
package struct Instruction: Hashable, Codable, Sendable {
    package let query: String
    /// Each of them one of the set that the query was written for.
    package let related: [ToolName]

    package init(query: String, related: [ToolName]) {
        self.query = query
        self.related = related
    }
}
