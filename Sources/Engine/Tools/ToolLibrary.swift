/// A tool source under the name by which the user knows it.
package struct NamedSource: Sendable {
    package let name: String
    package let source: any ToolSource

    package init(_ name: String, _ source: any ToolSource) {
        self.name = name
        self.source = source
    }
}

/// The tools of a run, each with its schemas ready, over one source or many.
package struct ToolLibrary: Sendable {
    /// A tool that a source has and the library cannot offer.
    package struct LeftOut: Hashable, Sendable {
        package let source: String
        package let tool: LeftOutTool
    }

    /// Sorted by name, so that what is sampled does not depend on the order in which a source lists its tools.
    package let tools: [Tool]
    package let byName: [ToolName: Tool]
    /// What the sources have and nobody can use, in the order of the sources.
    package let leftOut: [LeftOut]
    let families: FamilyDraw
    private let entries: [ToolName: Entry]

    fileprivate struct Entry: Sendable {
        let tool: Tool
        /// The tool's name in its own source.
        let name: ToolName
        let source: NamedSource
        let input: JSONSchema
        let output: JSONSchema?
    }

    /// Lists one source's tools and reads their schemas.
    ///
    /// - Throws: ``ToolSourceError``, as ``init(of:)``.
    package init(_ source: any ToolSource) async throws {
        try await self.init(of: [NamedSource("\(type(of: source))", source)])
    }

    /// Lists the tools of all sources and reads their schemas.
    ///
    /// A tool whose schema is none is left out. Where several sources have a tool of one name, each gets its source's
    /// name before its own: `files__read`.
    ///
    /// - Throws: ``ToolSourceError`` when a source cannot be listed or repeats a name, or when there is no tool at all.
    package init(of sources: [NamedSource]) async throws {
        var found: [Entry] = []
        var leftOut: [LeftOut] = []
        for (source, offer) in zip(sources, try await Self.offers(of: sources)) {
            leftOut += offer.leftOut.map { LeftOut(source: source.name, tool: $0) }
            var names: Set<ToolName> = []
            for tool in offer.tools {
                guard names.insert(tool.name).inserted else { throw ToolSourceError.duplicateTool(tool.name) }
                do throws(ToolSourceError) { found.append(try Self.entry(for: tool, of: source)) } catch {
                    let reason = LeftOutTool(name: tool.name.text, reason: "\(error)")
                    leftOut.append(LeftOut(source: source.name, tool: reason))
                }
            }
        }
        let sharing = Dictionary(found.map { ($0.name, 1) }, uniquingKeysWith: +)
        var entries: [ToolName: Entry] = [:]
        for entry in found {
            let entry = sharing[entry.name] == 1 ? entry : entry.qualified
            guard entries[entry.tool.name] == nil else { throw ToolSourceError.duplicateTool(entry.tool.name) }
            entries[entry.tool.name] = entry
        }
        guard !entries.isEmpty else {
            throw ToolSourceError.noTools(
                source: sources.map(\.name).joined(separator: ", "), leftOut: leftOut.map(\.tool))
        }
        self.leftOut = leftOut
        self.entries = entries
        byName = entries.mapValues(\.tool)
        tools = byName.values.sorted { $0.name < $1.name }
        families = FamilyDraw(of: tools)
    }

    /// Asks all sources at once, since some have to be started first; the offers come in the order of the sources.
    private static func offers(of sources: [NamedSource]) async throws -> [ToolOffer] {
        try await withThrowingTaskGroup(of: (Int, ToolOffer).self) { group in
            for (index, source) in sources.enumerated() {
                group.addTask { (index, try await source.source.offer()) }
            }
            var offers: [Int: ToolOffer] = [:]
            for try await (index, offer) in group { offers[index] = offer }
            return sources.indices.compactMap { offers[$0] }
        }
    }

    private static func entry(for tool: Tool, of source: NamedSource) throws(ToolSourceError) -> Entry {
        func schema(_ json: JSON) throws(ToolSourceError) -> JSONSchema {
            do { return try JSONSchema(json) } catch {
                throw ToolSourceError.badSchema(tool.name, reason: "\(error)")
            }
        }
        return Entry(
            tool: tool, name: tool.name, source: source, input: try schema(tool.inputSchema),
            output: try tool.outputSchema.map(schema))
    }

    /// The tool with a name; nil when the library has none.
    package subscript(name: ToolName) -> Tool? { byName[name] }

    /// The name of the source that has a tool; nil when the library has no such tool.
    package func source(of name: ToolName) -> String? { entries[name]?.source.name }

    /// Keywords of schemas that are not checked, tool by tool: `pattern at #/properties/id`.
    package var uncheckedKeywords: [(tool: ToolName, keywords: [String])] {
        tools.compactMap { tool in
            guard let entry = entries[tool.name] else { return nil }
            let keywords = entry.input.unsupportedKeywords + (entry.output?.unsupportedKeywords ?? [])
            return keywords.isEmpty ? nil : (tool.name, keywords)
        }
    }

    /// What is wrong with a call before it is sent; nil when it may go.
    package func objection(to call: ToolCall) -> String? {
        guard let entry = entries[call.tool] else { return "There is no tool called \(call.tool)." }
        if let key = call.arguments.repeatedKey { return "The argument \(key) is given twice." }
        return entry.input.failures(of: call.arguments).first?.message
    }

    /// Runs a call to which there is no ``objection(to:)``, and holds its output against the tool's output schema, where
    /// one is declared.
    package func run(_ call: ToolCall, in context: CallContext = .byHand) async -> ToolResult {
        guard let entry = entries[call.tool] else {
            return ToolResult(.rejected(reason: "There is no tool called \(call.tool)."), origin: .live)
        }
        let result = await entry.source.source.run(
            ToolCall(tool: entry.name, arguments: call.arguments), in: context.seen(by: entry.source.name, entries))
        guard let schema = entry.output, case .returned(let output) = result.outcome else { return result }
        guard let value = output.json else {
            return ToolResult(.malformed(output, reason: "The output is not JSON."), origin: result.origin)
        }
        guard let failure = schema.failures(of: value).first else { return result }
        return ToolResult(.malformed(output, reason: failure.message), origin: result.origin)
    }
}

extension ToolLibrary.Entry {
    /// With its source's name before its own.
    fileprivate var qualified: ToolLibrary.Entry {
        ToolLibrary.Entry(
            tool: tool.renamed(to: ToolName("\(source.name)__\(name)")), name: name, source: source, input: input,
            output: output)
    }
}

extension CallContext {
    /// What one source may know of it: its own calls, under its own names.
    fileprivate func seen(by source: String, _ entries: [ToolName: ToolLibrary.Entry]) -> CallContext {
        CallContext(
            slot: slot,
            history: history.compactMap { call in
                guard let entry = entries[call.tool], entry.source.name == source else { return nil }
                return ToolCall(tool: entry.name, arguments: call.arguments)
            },
            callsMade: callsMade, repeats: repeats)
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
