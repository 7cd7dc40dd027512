/// A tool that a call can name: what it takes, what it gives, what it may change.
package struct Tool: Hashable, Codable, Sendable, Identifiable {
    /// What running a tool may change in the world.
    package enum Effects: String, Codable, Sendable, CaseIterable {
        case read, write, destructive
    }

    package let name: ToolName
    /// The text that a model and a curator read.
    package let description: String
    /// JSON Schema 2020-12 of the arguments; its root is an object.
    package let inputSchema: JSON
    /// JSON Schema of the output, where the source declares one.
    package let outputSchema: JSON?
    package let effects: Effects
    /// The field or family the tool belongs to, such as "astronomy".
    package let family: String
    /// How the tool is talked about offline.
    ///
    /// Never sent to a model, not part of ``contentHash``.
    package let wording: Wording

    package var id: ToolName { name }

    package init(
        name: ToolName, description: String, inputSchema: JSON, outputSchema: JSON? = nil, effects: Effects = .read,
        family: String = "", wording: Wording = Wording()
    ) {
        self.name = name
        self.description = description
        self.inputSchema = inputSchema
        self.outputSchema = outputSchema
        self.effects = effects
        self.family = family
        self.wording = wording
    }

    /// The hash of everything a model or a policy sees of the tool.
    package var contentHash: ContentHash {
        let definition: JSON = [
            "name": .string(name.text), "description": .string(description), "input": inputSchema,
            "output": outputSchema ?? .null, "effects": .string(effects.rawValue),
        ]
        return ContentHash(of: definition.canonicalText)
    }
}

extension Tool {
    /// One argument that a tool takes, as its schema's top level declares it.
    package struct Input: Hashable, Sendable {
        package let name: String
        package let schema: JSON
        package let isRequired: Bool
    }

    /// The top-level arguments, in the order of the schema.
    package var inputs: [Input] {
        let required = Set((inputSchema["required"]?.array ?? []).compactMap(\.string))
        return (inputSchema["properties"]?.object?.members ?? []).map { member in
            Input(name: member.key, schema: member.value, isRequired: required.contains(member.key))
        }
    }
}
