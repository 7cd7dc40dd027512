import Engine

extension Tool {
    /// The tool as a list shows it.
    func served(in version: ServedVersion) -> JSON {
        var definition: JSON.Object = [
            "name": .string(name.text), "description": .string(description), "inputSchema": inputSchema,
        ]
        if let schema = servedOutputSchema(in: version) { definition.set("outputSchema", schema) }
        if version.knowsAnnotations { definition.set("annotations", max(effects, hint ?? .read).annotations) }
        return .object(definition)
    }

    /// The output schema, where the revision can say it.
    func servedOutputSchema(in version: ServedVersion) -> JSON? {
        guard version.knowsStructuredOutput, let outputSchema else { return nil }
        guard version.structuresAnything || outputSchema["type"]?.string == "object" else { return nil }
        return outputSchema
    }
}

extension Tool.Effects {
    fileprivate var annotations: JSON {
        switch self {
        case .read: ["readOnlyHint": true]
        case .write: ["readOnlyHint": false, "destructiveHint": false]
        case .destructive: ["readOnlyHint": false, "destructiveHint": true]
        }
    }
}
