import Engine

/// Tools that are known from elsewhere, for rows that offer the same ones.
///
/// A row tells a tool's name, description and parameters. Where all three are those of a known tool, it is that one: how
/// it is talked about, what its results look like and where it belongs is then known too.
struct KnownTools: Sendable {
    private let tools: [ToolName: Tool]

    init(_ tools: [Tool]) {
        self.tools = Dictionary(tools.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The known tool with the definition, or the tool itself.
    func whole(_ tool: Tool) -> Tool {
        guard let known = tools[tool.name], known.function(named: "") == tool.function(named: "") else { return tool }
        return known
    }
}
