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
        private let schema: JSONSchema?

        fileprivate init(_ input: Tool.Input, meaning: String) {
            self.input = input
            self.meaning = meaning
            thing = Thing(of: input, meaning: meaning)
            schema = try? JSONSchema(input.schema)
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
    private let wanted: Set<String>
    private let offered: Set<String>

    init(of tool: Tool) {
        inputs = tool.inputs.map { Input($0, meaning: Self.meaning(of: $0, tool)) }
        wanted = Set(inputs.map(\.meaning))
        products = Self.products(of: tool)
        offered = Set(products.map(\.meaning))
    }

    /// Whether an output of the other tool feeds an input.
    func isFed(by other: Vocabulary) -> Bool {
        !wanted.isDisjoint(with: other.offered)
    }

    private static func meaning(of input: Tool.Input, _ tool: Tool) -> String {
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

    init(of input: Tool.Input, meaning: String) {
        kind = meaning.split(separator: ".").first.map(String.init) ?? meaning
        part = ["from_", "to_", "first_", "second_", "start_", "end_"].first { input.name.hasPrefix($0) } ?? ""
    }
}
