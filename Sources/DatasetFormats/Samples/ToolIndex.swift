import Engine

/// The tools of one run, by name and in the order of their source.
struct ToolIndex {
    private let tools: [Tool]
    private let places: [ToolName: Int]

    init(_ tools: [Tool]) {
        self.tools = tools
        places = Dictionary(tools.indices.map { (tools[$0].name, $0) }) { first, _ in first }
    }

    subscript(name: ToolName) -> Tool? { places[name].map { tools[$0] } }

    /// The source's order says nothing about which tools are used, so an offer in it gives nothing away.
    func inOrder(_ names: some Sequence<ToolName>) -> [Tool] {
        Set(names.compactMap { places[$0] }).sorted().map { tools[$0] }
    }
}
