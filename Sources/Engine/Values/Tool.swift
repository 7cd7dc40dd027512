/// A tool that a call can name: what it takes, what it gives, what it may change.
package struct Tool: Hashable, Codable, Sendable, Identifiable {
    /// What running a tool may change in the world.
    package enum Effects: String, Codable, Sendable, CaseIterable, Comparable {
        case read, write, destructive

        /// Milder before stricter.
        package static func < (left: Effects, right: Effects) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .read: 0
            case .write: 1
            case .destructive: 2
            }
        }
    }

    package let name: ToolName
    /// The text that a model and a curator read.
    package let description: String
    /// JSON Schema 2020-12 of the arguments; its root is an object.
    package let inputSchema: JSON
    /// JSON Schema of the output, where the source declares one.
    package let outputSchema: JSON?
    package let effects: Effects
    /// What the source itself claims about the effects; nil where it claims nothing.
    ///
    /// A claim is not trusted: it can only make a policy stricter.
    package let hint: Effects?
    /// The field or family the tool belongs to, such as "astronomy".
    package let family: String
    /// How the tool is talked about offline.
    ///
    /// Never sent to a model, not part of ``contentHash``.
    package let wording: Wording

    package var id: ToolName { name }

    package init(
        name: ToolName, description: String, inputSchema: JSON, outputSchema: JSON? = nil, effects: Effects = .read,
        hint: Effects? = nil, family: String = "", wording: Wording = Wording()
    ) {
        self.name = name
        self.description = description
        self.inputSchema = inputSchema
        self.outputSchema = outputSchema
        self.effects = effects
        self.hint = hint
        self.family = family
        self.wording = wording
    }

    /// The hash of everything a model sees of the tool, and of its effects.
    package var contentHash: ContentHash {
        ContentHash(of: definition(with: ("effects", .string(effects.rawValue))).canonicalText)
    }

    /// The hash of what the source says about the tool, its claim about effects included, whatever a policy makes of it.
    ///
    /// What a user approved is pinned to it.
    package var definitionHash: ContentHash {
        ContentHash(of: definition(with: ("hint", hint.map { .string($0.rawValue) } ?? .null)).canonicalText)
    }

    private func definition(with judged: (key: String, value: JSON)) -> JSON {
        .object(
            JSON.Object([
                .init(key: "name", value: .string(name.text)),
                .init(key: "description", value: .string(description)), .init(key: "input", value: inputSchema),
                .init(key: "output", value: outputSchema ?? .null), .init(key: judged.key, value: judged.value),
            ]))
    }

    /// The same tool with other effects, as a policy classifies it.
    package func classified(as effects: Effects) -> Tool {
        Tool(
            name: name, description: description, inputSchema: inputSchema, outputSchema: outputSchema,
            effects: effects, hint: hint, family: family, wording: wording)
    }

    /// The same tool with another schema of its arguments.
    package func taking(_ schema: JSON) -> Tool {
        Tool(
            name: name, description: description, inputSchema: schema, outputSchema: outputSchema, effects: effects,
            hint: hint, family: family, wording: wording)
    }

    /// The same tool under another name, where two sources have one of the same name.
    package func renamed(to name: ToolName) -> Tool {
        Tool(
            name: name, description: description, inputSchema: inputSchema, outputSchema: outputSchema,
            effects: effects, hint: hint, family: family, wording: wording)
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
