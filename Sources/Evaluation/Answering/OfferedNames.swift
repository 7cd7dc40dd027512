import Engine

/// Tools under names that every endpoint takes, and the way back to ours.
struct OfferedNames {
    /// In the order in which they were given.
    let offered: [ModelRequest.OfferedTool]
    private let meant: [ToolName: ToolName]

    init(_ tools: [Tool]) {
        var offered: [ModelRequest.OfferedTool] = []
        var meant: [ToolName: ToolName] = [:]
        for tool in tools {
            let name = Self.name(of: tool.name.text, avoiding: meant)
            meant[ToolName(name)] = tool.name
            offered.append(
                ModelRequest.OfferedTool(name: name, description: tool.description, parameters: tool.parameters))
        }
        self.offered = offered
        self.meant = meant
    }

    /// The tool that is offered under exactly this name; nil when none is.
    subscript(name: String) -> ToolName? { meant[ToolName(name)] }

    /// A name that may stand in a conversation, whatever a model made up.
    static func harmless(_ name: String) -> String { self.name(of: name, avoiding: [:]) }

    /// Letters, digits, `_` and `-`, at most 64 of them.
    private static func name(of text: String, avoiding taken: [ToolName: ToolName]) -> String {
        let allowed = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.mayBeOffered ? $0 : "_" }))
        let isWhole = allowed.utf8.count <= 64 && !allowed.isEmpty
        if isWhole, taken[ToolName(allowed)] == nil { return allowed }
        return "\(allowed.prefix(55))_\(ContentHash(of: text).short)"
    }
}

extension Tool {
    /// The schema of the arguments as chat formats have it.
    fileprivate var parameters: JSON {
        guard var schema = inputSchema.object else { return ["type": "object", "properties": [:]] }
        schema.remove("$schema")
        return .object(schema)
    }
}

extension Unicode.Scalar {
    fileprivate var mayBeOffered: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        case _: false
        }
    }
}
