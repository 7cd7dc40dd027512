import Engine

/// What a tool's inputs and outputs mean: as its wording says, else derived from names, types and formats.
struct Vocabulary: Sendable {
    /// One value that a tool's output has.
    struct Product: Hashable, Sendable {
        /// Its place, indices left open: `airports[].iata`.
        let pattern: String
        let meaning: String
        /// The place with every index 0.
        let first: JSONPath

        init(pattern: String, meaning: String) {
            self.pattern = pattern
            self.meaning = meaning
            first = JSONPath.first(of: pattern)
        }
    }

    /// One argument, and what values it takes.
    struct Input: Sendable {
        let input: Tool.Input
        /// Equal meanings feed each other.
        let meaning: String
        let thing: Thing
        /// Values that can be given without any output.
        let offered: [JSON]
        private let schema: JSONSchema?

        fileprivate init(_ input: Tool.Input, meaning: String, of tool: Tool) {
            self.input = input
            self.meaning = meaning
            thing = Thing(of: input, meaning: meaning, isWorded: !tool.wording.hasNoWords)
            schema = try? JSONSchema(tool.wording.hasNoWords ? input.schema(within: tool.inputSchema) : input.schema)
            offered = Literals.offered(for: input, of: tool, schema)
        }

        /// Whether a value has the type that the input wants; a value that is not there yet is believed.
        func takes(_ value: JSON?) -> Bool {
            guard let value, let schema else { return true }
            return schema.failures(of: value).isEmpty
        }
    }

    let inputs: [Input]
    /// What the output offers, from the wording and the output schema, sorted by place.
    let products: [Product]
    /// What outputs may feed.
    let wanted: Set<String>
    /// The products by what they mean.
    let offers: [String: [Product]]

    init(of tool: Tool) {
        inputs = tool.inputs.map { Input($0, meaning: Self.meaning(of: $0, tool), of: tool) }
        wanted = Set(inputs.map(\.meaning).filter { !$0.hasPrefix("?") })
        products = tool.wording.hasNoWords ? Self.unwordedProducts(of: tool, wanted) : Self.products(of: tool)
        offers = Dictionary(grouping: products, by: \.meaning)
    }

    /// The required arguments for which nothing is known before an output has a value.
    var open: [String] { inputs.filter { $0.input.isRequired && $0.offered.isEmpty }.map(\.input.name) }

    private static func meaning(of input: Tool.Input, _ tool: Tool) -> String {
        // A meaning that no output has, where none may feed the argument.
        if tool.wording.hasNoWords { return Sense(tool: tool).meaning(of: input) ?? "?\(tool.name) \(input.name)" }
        if let said = tool.wording.inputMeanings[input.name] { return said }
        if input.schema["format"]?.string == "date" { return "date" }
        return derived(input.name, type: input.schema["type"]?.string ?? "", owner: tool)
    }

    private static func products(of tool: Tool) -> [Product] {
        let said = tool.wording.outputMeanings.map { Product(pattern: $0.key, meaning: $0.value) }
        let known = Set(said.map(\.pattern))
        let derived = leaves(of: tool.outputSchema ?? .null, at: "").filter { !known.contains($0.pattern) }
            .map { leaf in
                let name = leaf.pattern.split { ".[]".contains($0) }.last.map(String.init) ?? leaf.pattern
                return Product(pattern: leaf.pattern, meaning: Self.derived(name, type: leaf.type, owner: tool))
            }
        return (said + derived).sorted { $0.pattern < $1.pattern }
    }

    /// What a tool without words declares of its output, but for what it was asked itself.
    private static func unwordedProducts(of tool: Tool, _ wanted: Set<String>) -> [Product] {
        let declared = leaves(of: tool.outputSchema ?? .null, at: "")
        let shaped = tool.wording.outputMeanings.map { (pattern: $0.key, type: $0.value.shapeType) }
        let sense = Sense(tool: tool)
        return (declared + shaped).flatMap { leaf -> [Product] in
            let keys = leaf.pattern.split { ".[]".contains($0) }.map(String.init)
            let type = leaf.type == "integer" ? "number" : leaf.type
            return sense.meanings(at: leaf.pattern, keys, isItem: leaf.pattern.hasSuffix("[]"), type: type)
                .map { Product(pattern: leaf.pattern, meaning: $0) }
        }.filter { !wanted.contains($0.meaning) }.sorted { ($0.pattern, $0.meaning) < ($1.pattern, $1.meaning) }
    }

    /// `book_id` is `book.id:string`; a bare `id` belongs to the tool's noun, so `book_search` gives `book.id` as well.
    private static func derived(_ name: String, type: String, owner: Tool) -> String {
        let bare = ["id", "name", "code", "key"]
        let noun = owner.name.text.split { "_./-".contains($0) }.first.map(String.init) ?? owner.name.text
        let full = bare.contains(name) ? "\(noun).\(name)" : name.replacing("_", with: ".")
        return "\(full):\(type == "integer" ? "number" : type)"
    }

    private static func leaves(of schema: JSON, at pattern: String) -> [(pattern: String, type: String)] {
        if let properties = schema["properties"]?.object {
            return properties.members.flatMap { member in
                leaves(of: member.value, at: pattern.isEmpty ? member.key : "\(pattern).\(member.key)")
            }
        }
        if let items = schema["items"] { return leaves(of: items, at: pattern + "[]") }
        return [(pattern, schema["type"]?.string ?? "")]
    }
}

/// The thing an input is about: `from_latitude` and `from_longitude` are about one place, `to_latitude` about another.
struct Thing: Hashable, Sendable {
    let kind: String
    let part: String

    init(of input: Tool.Input, meaning: String, isWorded: Bool) {
        guard isWorded else {
            let isPlain = !meaning.contains("/") && !meaning.hasPrefix("place.")
            kind = isPlain ? meaning : meaning.split(separator: ".").dropLast().joined(separator: ".")
            part = Sense.qualifier(of: input.name)
            return
        }
        kind = meaning.split(separator: ".").first.map(String.init) ?? meaning
        part = ["from_", "to_", "first_", "second_", "start_", "end_"].first { input.name.hasPrefix($0) } ?? ""
    }
}

extension Tool.Input {
    /// The argument's schema with the definitions that it may refer to.
    fileprivate func schema(within root: JSON) -> JSON {
        guard var object = schema.object else { return schema }
        for key in ["$defs", "definitions"] {
            if let definitions = root[key], object[key] == nil { object.set(key, definitions) }
        }
        return .object(object)
    }
}

extension String {
    /// The type that a meaning ends in: `id:string`; of a shape such as `int`, the type itself.
    fileprivate var shapeType: String {
        let types = ["int": "number", "integer": "number", "float": "number", "str": "string"]
        let said = split(separator: ":").last.map(String.init) ?? self
        return types[said] ?? said
    }
}
