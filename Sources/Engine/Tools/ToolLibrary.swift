/// The tools of a run, each with its schemas ready, over one source.
package struct ToolLibrary: Sendable {
    /// Sorted by name, so that what is sampled does not depend on the order in which a source lists its tools.
    package let tools: [Tool]
    package let byName: [ToolName: Tool]
    private let entries: [ToolName: Entry]
    private let source: any ToolSource

    private struct Entry: Sendable {
        let tool: Tool
        let input: JSONSchema
        let output: JSONSchema?
    }

    /// Lists the source's tools and reads their schemas.
    ///
    /// - Throws: ``ToolSourceError`` when the source cannot be listed, is empty, repeats a name, or has a schema that
    ///   is none.
    package init(_ source: any ToolSource) async throws {
        self.source = source
        tools = try await source.tools().sorted { $0.name < $1.name }
        guard !tools.isEmpty else { throw ToolSourceError.noTools(source: "\(type(of: source))") }
        var entries: [ToolName: Entry] = [:]
        for tool in tools {
            guard entries[tool.name] == nil else { throw ToolSourceError.duplicateTool(tool.name) }
            entries[tool.name] = try Self.entry(for: tool)
        }
        self.entries = entries
        byName = entries.mapValues(\.tool)
    }

    private static func entry(for tool: Tool) throws -> Entry {
        func schema(_ json: JSON) throws(ToolSourceError) -> JSONSchema {
            do { return try JSONSchema(json) } catch {
                throw ToolSourceError.badSchema(tool.name, reason: "\(error)")
            }
        }
        return Entry(tool: tool, input: try schema(tool.inputSchema), output: try tool.outputSchema.map(schema))
    }

    /// The tool with a name; nil when the library has none.
    package subscript(name: ToolName) -> Tool? { byName[name] }

    /// What is wrong with a call before it is sent; nil when it may go.
    package func objection(to call: ToolCall) -> String? {
        guard let entry = entries[call.tool] else { return "There is no tool called \(call.tool)." }
        if let key = call.arguments.repeatedKey { return "The argument \(key) is given twice." }
        return entry.input.failures(of: call.arguments).first?.message
    }

    /// Runs a call to which there is no ``objection(to:)``, and holds its output against the tool's output schema, where
    /// one is declared.
    package func run(_ call: ToolCall) async -> ToolResult {
        guard let entry = entries[call.tool] else {
            return ToolResult(.rejected(reason: "There is no tool called \(call.tool)."), origin: .live)
        }
        let result = await source.run(call)
        guard let schema = entry.output, case .returned(let output) = result.outcome else { return result }
        guard let value = output.json else {
            return ToolResult(.malformed(output, reason: "The output is not JSON."), origin: result.origin)
        }
        guard let failure = schema.failures(of: value).first else { return result }
        return ToolResult(.malformed(output, reason: failure.message), origin: result.origin)
    }
}

extension JSON {
    /// The first key that some object in the value has twice; nil when none has.
    package var repeatedKey: String? {
        switch self {
        case .object(let object):
            object.duplicateKeys.first ?? object.members.lazy.compactMap(\.value.repeatedKey).first
        case .array(let items): items.lazy.compactMap(\.repeatedKey).first
        case .null, .bool, .number, .string: nil
        }
    }
}
