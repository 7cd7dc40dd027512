/// Lists tools and runs calls.
package protocol ToolSource: Sendable {
    /// What it has to offer; the names of the tools are unique.
    ///
    /// - Throws: ``ToolSourceError`` when the source cannot be reached or read.
    func offer() async throws -> ToolOffer

    /// Runs one call. A call that fails is a result, an unknown tool a rejection; it never throws.
    ///
    /// Cancelling the task ends the call early with ``ToolOutcome/unreachable(reason:)``.
    func run(_ call: ToolCall, in context: CallContext) async -> ToolResult
}

/// The tools of a source that can be used, and those that cannot, each with its reason.
package struct ToolOffer: Hashable, Sendable {
    package var tools: [Tool]
    package var leftOut: [LeftOutTool]

    package init(_ tools: [Tool], leftOut: [LeftOutTool] = []) {
        self.tools = tools
        self.leftOut = leftOut
    }
}

/// A tool that a source has and that cannot be used.
package struct LeftOutTool: Hashable, Sendable {
    /// As the source spells it, so it may be anything.
    package let name: String
    /// What is wrong with it, as a whole sentence.
    package let reason: String

    package init(name: String, reason: String) {
        self.name = name
        self.reason = reason
    }
}

/// Why a tool source could not be used at all.
package enum ToolSourceError: Error, Hashable, CustomStringConvertible {
    case unreachable(source: String, reason: String)
    case duplicateTool(ToolName)
    case badSchema(ToolName, reason: String)
    case noTools(source: String, leftOut: [LeftOutTool] = [])

    package var description: String {
        switch self {
        case .unreachable(let source, let reason):
            "The tool source \(source) cannot be used: \(reason)"
        case .duplicateTool(let name):
            "Two tools are called \(name). Rename one, or leave one source out."
        case .badSchema(let name, let reason):
            "A schema of \(name) cannot be used: \(reason) Mend the schema, or mute the tool."
        case .noTools(let source, let leftOut):
            "The tool source \(source) offers no tools that can be used. A run needs at least one."
                + leftOut.prefix(10).map { "\n  \($0.name): \($0.reason)" }.joined()
                + (leftOut.count > 10 ? "\n  and \(leftOut.count - 10) more" : "")
        }
    }
}

/// A tool source made of closures: for tests, and for a few tools of one's own.
package struct InlineToolSource: ToolSource {
    private let offered: [Tool]
    private let origin: ToolOrigin
    private let answer: @Sendable (ToolCall) async -> ToolOutcome

    package init(
        _ tools: [Tool], origin: ToolOrigin = .live, answer: @escaping @Sendable (ToolCall) async -> ToolOutcome
    ) {
        offered = tools
        self.origin = origin
        self.answer = answer
    }

    package func offer() -> ToolOffer { ToolOffer(offered) }

    package func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        guard offered.contains(where: { $0.name == call.tool }) else {
            return ToolResult(.rejected(reason: "There is no tool called \(call.tool)."), origin: origin)
        }
        return ToolResult(await answer(call), origin: origin)
    }
}
