import Engine

extension ToolBenchDefinition {
    func tool(named name: String) -> Tool {
        let meanings = ToolBenchMeanings(of: address)
        return Tool(
            name: ToolName(name), description: words, inputSchema: inputSchema, hint: effects,
            family: address.category,
            wording: Wording(
                inputMeanings: meanings.inputs(required + optional),
                outputMeanings: meanings.outputs(ResponseShape(response))))
    }

    /// What the API does; where its source does not say, what its tool does.
    private var words: String {
        if !description.isEmpty { return description }
        if !toolDescription.isEmpty { return toolDescription }
        return "The API \"\(address.api.trimmed)\" of \(address.tool.trimmed)."
    }

    private var inputSchema: JSON {
        let properties = (required + optional).map { JSON.Object.Member(key: $0.key, value: $0.schema) }
        return [
            "type": "object", "properties": .object(JSON.Object(properties)),
            "required": .array(required.map { .string($0.key) }), "additionalProperties": false,
        ]
    }

    /// What the HTTP method says about effects; one that is not known may do anything.
    private var effects: Tool.Effects {
        switch method {
        case "GET", "HEAD", "OPTIONS": .read
        case "POST", "PUT", "PATCH": .write
        case _: .destructive
        }
    }
}
