import Engine

/// A library of real tools that need no network: real data, real computation, the same answer every time.
///
/// Every tool only reads. What it does not know, it says in a failed call.
package struct DemoTools: ToolSource {
    private let entries: [ToolName: DemoTool]

    package init() {
        entries = Dictionary(Self.all.map { ($0.definition.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The tools, field by field, always in the same order.
    package func tools() -> [Tool] { Self.all.map(\.definition) }

    package func offer() -> ToolOffer { ToolOffer(tools()) }

    /// Runs one call; no tool here keeps anything.
    package func run(_ call: ToolCall, in context: CallContext) -> ToolResult { run(call) }

    /// Runs one call.
    ///
    /// Arguments that break the input schema, and unknown tools, are rejected; an answer that the data do not hold is a
    /// failed call whose output is `{"error": …, "hint": …}`.
    package func run(_ call: ToolCall) -> ToolResult {
        guard let tool = entries[call.tool] else {
            return ToolResult(.rejected(reason: "There is no tool called \(call.tool)."), origin: .demo)
        }
        return ToolResult(tool.outcome(for: call.arguments), origin: .demo)
    }

    static let all: [DemoTool] = [
        Places.tools, Landmarks.tools, Mountains.tools, Clocks.tools, Holidays.tools, Dates.tools, Astronomy.tools,
        Planets.tools, Travel.tools, Abroad.tools, Chemistry.tools, Money.tools, Books.tools, Films.tools,
        Numbers.tools, Colors.tools, Texts.tools, Kitchen.tools, Music.tools, Sport.tools, Home.tools,
    ].flatMap(\.self)
}
