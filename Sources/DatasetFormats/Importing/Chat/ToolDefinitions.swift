import Engine

/// The tools that a row offers, under the names they have in it.
///
/// Name, description and parameters are read; `strict` and other settings of an endpoint are not.
struct ToolDefinitions {
    private(set) var tools: [Tool] = []

    /// Reads the `tools` of a row, or its older `functions`: a list, or a text that holds one.
    init(_ row: JSON.Object) throws(ImportObjection) {
        var given = row["tools"] ?? .null
        if given.isNull { given = row["functions"] ?? .null }
        if let text = given.string { given = try JSON(nested: text, "The row's tools") }
        if given.isNull { return }
        guard let entries = given.array else {
            throw ImportObjection("The row's tools are \(given.article), not a list.", advice: "Write a list.")
        }
        var known: [ToolName: Tool] = [:]
        for (index, entry) in entries.enumerated() {
            let tool = try Self.tool(entry, "Tool \(index + 1)")
            guard let other = known[tool.name] else {
                known[tool.name] = tool
                tools.append(tool)
                continue
            }
            guard other == tool else {
                throw ImportObjection(
                    "Two tools are called \(tool.name.text.quoted()).", advice: "Rename one of them and its calls.")
            }
        }
    }

    private static func tool(_ entry: JSON, _ what: String) throws(ImportObjection) -> Tool {
        let function = entry["function"] ?? entry
        guard let name = function["name"]?.string, !name.isEmpty else {
            throw ImportObjection("\(what) has no name.", advice: "Name it, or take it out.")
        }
        let description = function["description"] ?? .null
        guard description.isNull || description.string != nil else {
            throw ImportObjection(
                "\(what) has \(description.article) for its description.", advice: "Write it as a text.")
        }
        return Tool(
            name: ToolName(name), description: description.string ?? "", inputSchema: try schema(of: function, what))
    }

    private static func schema(of function: JSON, _ what: String) throws(ImportObjection) -> JSON {
        var schema = function["parameters"] ?? .null
        if let text = schema.string { schema = try JSON(nested: text, "\(what): its parameters") }
        if schema.isNull { return ["type": "object", "properties": [:]] }
        guard schema.object != nil else {
            throw ImportObjection(
                "\(what) has \(schema.article) for its parameters.", advice: "Write a JSON Schema, which is an object.")
        }
        return schema
    }
}
