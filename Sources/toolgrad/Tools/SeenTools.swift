import DisplaySafety
import Engine

/// All sources that options name, as they are now.
struct SeenTools: Sendable {
    let sources: [SeenSource]
    /// Sources that could not be used, each as a whole sentence.
    let problems: [String]
    /// What the user should know, each as a whole sentence.
    let notices: [String]
    private let close: @Sendable () async -> Void

    init(
        _ sources: [SeenSource], problems: [String], notices: [String], close: @escaping @Sendable () async -> Void
    ) {
        self.sources = sources
        self.problems = problems
        self.notices = notices
        self.close = close
    }

    /// Ends every server when `body` is done with them, however it ends.
    func closing<Result>(after body: () async throws -> Result) async throws -> Result {
        try await running(body, then: close)
    }

    /// Says on stderr what cannot be used, and why.
    func tellProblems() throws {
        for source in sources {
            for tool in source.offer.leftOut {
                try Output.notes.line(ToolText.line("\(source.name): \(tool.name) is left out: \(tool.reason)"))
            }
        }
        for problem in notices + problems { try Output.notes.line(ToolText.line(problem)) }
    }

    /// The tool with a name, and its source.
    ///
    /// - Throws: ``CommandFailure`` that offers the nearest names, or says that several sources have it.
    func tool(named name: String) throws -> (source: SeenSource, tool: Tool) {
        let found = sources.flatMap { source in
            source.shownTools.filter { $0.name.text == name || "\(source.name)__\($0.name)" == name }
                .map { (source: source, tool: $0) }
        }
        if let only = found.first, found.count == 1 { return only }
        if found.count > 1 {
            let names = found.map { "\($0.source.name)__\($0.tool.name)" }.joined(separator: " or ")
            throw CommandFailure(SafeText("Several sources have a tool called \(name). Say \(names).").plain)
        }
        for problem in problems { try Output.notes.line(ToolText.line(problem)) }
        let parts = Set(name.lowercased().split(separator: "_"))
        let near = sources.flatMap(\.shownTools).map(\.name.text)
            .filter { !parts.isDisjoint(with: $0.lowercased().split(separator: "_")) }
        let hint =
            near.isEmpty ? "See toolgrad tools list." : "Do you mean \(near.prefix(3).joined(separator: " or "))?"
        throw CommandFailure(SafeText("There is no tool called \(name). \(hint)").plain)
    }
}
