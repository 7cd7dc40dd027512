import Engine

/// What a tool's inputs and outputs mean: as its wording says, else derived from names, types and formats.
struct Vocabulary: Sendable {
    /// One value that a tool's output has.
    struct Product: Hashable, Sendable {
        /// Its place, indices left open: `airports[].iata`.
        let pattern: String
        let meaning: String
    }

    private let tool: Tool

    init(of tool: Tool) {
        self.tool = tool
    }

    /// What an argument means.
    ///
    /// Equal meanings feed each other.
    func meaning(of input: Tool.Input) -> String {
        if let said = tool.wording.inputMeanings[input.name] { return said }
        if input.schema["format"]?.string == "date" { return "date" }
        return Self.derived(input.name, type: input.schema["type"]?.string ?? "", owner: tool)
    }

    /// What the output offers, from the wording and the output schema.
    var products: [Product] {
        let said = tool.wording.outputMeanings.map { Product(pattern: $0.key, meaning: $0.value) }
        let known = Set(said.map(\.pattern))
        let derived = Self.leaves(of: tool.outputSchema ?? .null, at: "").filter { !known.contains($0.pattern) }
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

extension JSON {
    /// Every value at an open path, with its place: `days[].max` gives one for each day.
    func values(matching pattern: String) -> [(path: JSONPath, value: JSON)] {
        var found: [(path: JSONPath, value: JSON)] = [(JSONPath.root, self)]
        for key in pattern.replacing("[]", with: ".[]").split(separator: ".").map(String.init) {
            found = found.flatMap { place -> [(path: JSONPath, value: JSON)] in
                guard key == "[]" else {
                    return place.value[key].map { [(place.path.appending(key: key), $0)] } ?? []
                }
                return (place.value.array ?? []).enumerated().map { index, item in
                    (place.path.appending(index: index), item)
                }
            }
        }
        return found
    }
}
