import Engine

/// A set of tools as the functions that a search offers, and the way back to our names.
///
/// ToolBench calls a function `<api>_for_<tool>`. Tools of a ToolBench library have such names already. Any other tool
/// keeps its own name, since its family is a field and not a tool: `city_lookup` stays `city_lookup`. What a function
/// may not have in its name becomes `_`, only the last 64 characters stay, and where that makes two names alike, each
/// of them ends in a part of its hash.
package struct SearchFunctions: Sendable {
    /// What a name that a model calls stands for.
    enum Target: Hashable {
        case finish
        case tool(ToolName)
    }

    /// The name of the function that ends a way.
    static let finish = "Finish"
    /// What stands in a conversation for a name that is none of the functions'.
    static let unknown = "invalid_hallucination_function_name"

    /// In the order of the tools, `Finish` last.
    package let offered: [ModelRequest.OfferedTool]
    private let functions: [(name: String, tool: ToolName)]
    private let groups: [(name: String, text: String)]

    package init(_ tools: [Tool]) {
        var seen: Set<ToolName> = []
        let tools = tools.filter { seen.insert($0.name).inserted }
        let alike = Dictionary(tools.map { (Self.callable($0.name.text), 1) }, uniquingKeysWith: +)
        functions = tools.map { tool in
            let name = Self.callable(tool.name.text)
            let isFree = alike[name] == 1 && name != Self.finish && name != Self.unknown
            return (isFree ? name : Self.marked(name, tool.name), tool.name)
        }
        offered = zip(tools, functions).map { $0.function(named: $1.name) } + [Self.finishFunction]
        groups = Self.groups(of: tools)
    }

    /// The tools by name, each with what its functions do, for the task's text.
    ///
    /// ToolBench has a description of each tool there; ours have descriptions of functions only, so these are joined.
    /// At most 512 characters of each, in one line.
    var toolsTold: String {
        groups.enumerated().map { index, group in
            let words = group.text.first(scalars: 512).split(whereSeparator: \.isNewline).joined(separator: " ")
            return "\(index + 1). \(group.name): \(words.isEmpty ? "None" : words)"
        }.joined(separator: "\n")
    }

    /// The name that counts of what a model said: what stands after the last dot, as in `functions.find`.
    func spoken(_ name: String) -> String {
        name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    }

    /// What a name stands for: the function that has it, else the first that ends in it; nil for none.
    func target(of name: String) -> Target? {
        if name == Self.finish { return .finish }
        guard !name.isEmpty else { return nil }
        let function = functions.first { $0.name == name } ?? functions.first { $0.name.hasSuffix(name) }
        return function.map { .tool($0.tool) }
    }
}

extension SearchFunctions {
    private static let finishFunction = ModelRequest.OfferedTool(
        name: finish,
        description: """
            Ends this attempt; every attempt ends with it. Call it with give_answer once you know enough to answer the \
            request: the final answer is all that the person gets to see, so it says everything they need. Call it \
            with give_up_and_restart when you cannot get any further from here.
            """,
        parameters: [
            "type": "object",
            "properties": [
                "return_type": ["type": "string", "enum": ["give_answer", "give_up_and_restart"]],
                "final_answer": [
                    "type": "string", "description": "The answer for the person. Needed with give_answer.",
                ],
            ],
            "required": ["return_type"],
        ])

    private static func callable(_ name: String) -> String {
        let scalars = name.unicodeScalars.map { $0.mayBeInFunction ? $0 : "_" }
        return scalars.isEmpty ? "_" : String(String.UnicodeScalarView(scalars.suffix(64)))
    }

    private static func marked(_ name: String, _ tool: ToolName) -> String {
        name.suffix(51) + "_" + ContentHash(of: tool.text).hex.prefix(12)
    }

    private static func groups(of tools: [Tool]) -> [(name: String, text: String)] {
        var groups: [(name: String, text: String)] = []
        for tool in tools {
            let name = tool.group ?? tool.name.text
            if let index = groups.firstIndex(where: { $0.name == name }) {
                groups[index].text += " " + tool.description
            } else {
                groups.append((name, tool.description))
            }
        }
        return groups
    }
}

extension Tool {
    /// What ToolBench calls a tool: what stands after `_for_` in the name, else the family; nil where there is neither.
    fileprivate var group: String? {
        let parent = name.text.ranges(of: "_for_").last.map { String(name.text[$0.upperBound...]) } ?? family
        return parent.isEmpty ? nil : parent
    }

    /// Descriptions, the arguments' too, have at most 256 characters of the tool's.
    fileprivate func function(named name: String) -> ModelRequest.OfferedTool {
        let belongs = group.map { "A function of the tool \"\($0)\". " } ?? ""
        return ModelRequest.OfferedTool(
            name: name, description: belongs + description.first(scalars: 256), parameters: parameters)
    }

    private var parameters: JSON {
        guard var schema = inputSchema.object else { return ["type": "object", "properties": [:]] }
        schema.remove("$schema")
        guard let properties = schema["properties"]?.object else { return .object(schema) }
        let cut = properties.members.map { member in
            JSON.Object.Member(key: member.key, value: member.value.withShortDescription)
        }
        schema.set("properties", .object(JSON.Object(cut)))
        return .object(schema)
    }
}

extension JSON {
    fileprivate var withShortDescription: JSON {
        guard var schema = object, let text = schema["description"]?.string else { return self }
        schema.set("description", .string(text.first(scalars: 256)))
        return .object(schema)
    }
}

extension Unicode.Scalar {
    fileprivate var mayBeInFunction: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        case _: false
        }
    }
}

extension String {
    /// The first so many Unicode scalars: what ToolBench counts as characters, since a character can be of any length.
    func first(scalars limit: Int) -> String {
        guard utf8.count > limit else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(limit)))
    }
}
