import Engine

/// A source whose arguments have the example values that a user gave them: for planning, not for checking.
struct ValuedSource: ToolSource {
    private let source: any ToolSource
    private let values: [String: [JSON]]

    init(_ source: any ToolSource, _ values: [String: [JSON]]) {
        self.source = source
        self.values = values
    }

    func offer() async throws -> ToolOffer {
        var offer = try await source.offer()
        guard !values.isEmpty else { return offer }
        offer.tools = offer.tools.map(valued)
        return offer
    }

    func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        await source.run(call, in: context)
    }

    private func valued(_ tool: Tool) -> Tool {
        guard var schema = tool.inputSchema.object, var properties = schema["properties"]?.object else { return tool }
        var isChanged = false
        for (name, examples) in values {
            guard var property = properties[name]?.object else { continue }
            property.set("examples", .array(examples))
            properties.set(name, .object(property))
            isChanged = true
        }
        guard isChanged else { return tool }
        schema.set("properties", .object(properties))
        return tool.taking(.object(schema))
    }
}

/// Tools that can be looked at and not called.
struct UnansweredSource: ToolSource {
    let listed: ToolOffer

    func offer() -> ToolOffer { listed }

    func run(_ call: ToolCall, in context: CallContext) -> ToolResult {
        ToolResult(.denied(reason: "Nobody answers its calls: give --toolbench-url too."), origin: .simulated)
    }
}
