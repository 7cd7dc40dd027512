import DemoTools
import Engine

/// The tools of a run, open: their library, and what has to be closed when nobody calls them any more.
struct LiveTools: Sendable {
    let library: ToolLibrary
    /// Which sources they are from, as a dataset keeps it; nil for the demo tools alone.
    let setup: JSON?
    /// What to tell the user once: servers that could not be used, tools that were left out.
    let notices: [String]
    private let closing: @Sendable () async -> Void

    init(
        library: ToolLibrary, setup: JSON? = nil, notices: [String] = [],
        closing: @escaping @Sendable () async -> Void = {}
    ) {
        self.library = library
        self.setup = setup
        self.notices = notices
        self.closing = closing
    }

    /// The demo tools alone; nothing has to be closed.
    static func demo() async throws -> LiveTools {
        LiveTools(library: try await ToolLibrary(of: [NamedSource("demo", DemoTools())]))
    }

    /// Says the notices on stderr.
    func tell() throws {
        for notice in notices { try Output.notes.line(ToolText.line(notice)) }
    }

    /// Says which calls nobody will allow, of a run that began where somebody was there to be asked.
    func tellUnattended() throws {
        let asking = library.tools.filter { $0.effects != .read }.map(\.name)
        guard !asking.isEmpty else { return }
        try Output.notes.line(
            ToolText.line(
                "The run has \(WithheldTools.phrase(asking)), and nobody is there to allow their calls: they are denied. "
                    + "Go on in the explorer to be asked."))
    }

    /// Ends every server; no process is left when it returns.
    func close() async { await closing() }

    /// Closes the tools when `body` is done with them, however it ends.
    func closing<Result>(after body: () async throws -> Result) async throws -> Result {
        try await running(body, then: closing)
    }
}

/// Runs `body`, and then `end`, however it ended.
func running<Result>(_ body: () async throws -> Result, then end: () async -> Void) async throws -> Result {
    do {
        let result = try await body()
        await end()
        return result
    } catch {
        await end()
        throw error
    }
}

/// The tools of a stored run, which nobody can call: its record has every result.
struct RecordedTools: ToolSource {
    let tools: [Tool]

    func offer() -> ToolOffer { ToolOffer(tools) }

    func run(_ call: ToolCall, in context: CallContext) -> ToolResult {
        ToolResult(.unreachable(reason: "The record has no result of this call of \(call.tool)."), origin: .cached)
    }
}
