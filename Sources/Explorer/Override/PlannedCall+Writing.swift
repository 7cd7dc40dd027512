import Engine

extension PlannedCall {
    /// The call with other arguments: an object whose values are literals, or references as ``argumentsJSON`` has them.
    ///
    /// - Parameters:
    ///   - text: The arguments as JSON.
    ///   - tool: The tool that is called; nil where it is not known, and nothing is checked.
    /// - Returns: The call with the arguments that the text stands for.
    /// - Throws: ``ValueProblem`` where the text is no JSON object, or the tool's schema does not allow the arguments.
    func reading(_ text: String, _ tool: Tool?) throws(ValueProblem) -> PlannedCall {
        let value: JSON
        do throws(JSON.ParseError) { value = try JSON(parsing: text) } catch {
            throw ValueProblem("\(error)", at: error.offset)
        }
        guard let object = value.object else {
            throw ValueProblem("The arguments have to be an object, in braces; this is \(value.typeName.withArticle).")
        }
        if let key = object.duplicateKeys.first { throw ValueProblem("The argument \(key) is given twice.") }
        let call = PlannedCall(
            tool: self.tool, arguments: object.members.map { Argument(name: $0.key, binding: Binding($0.value)) })
        if let schema = tool?.inputSchema, let problem = ValueProblem(of: value, against: call.loosened(schema)) {
            throw problem
        }
        return call
    }

    /// A schema that says nothing about the arguments whose values are known only once other calls were made.
    private func loosened(_ schema: JSON) -> JSON {
        guard var properties = schema["properties"]?.object, var whole = schema.object else { return schema }
        for argument in arguments where !argument.binding.isLiteral { properties.set(argument.name, [:]) }
        whole.set("properties", .object(properties))
        return .object(whole)
    }
}

extension PlannedCall.Binding {
    /// A value, or where it comes from: `{"from": "step 2", "path": "id"}`.
    init(_ json: JSON) {
        let words = json["from"]?.string?.split(separator: " ").map(String.init) ?? []
        guard json.object?.count == 2, words.count == 2, let number = Int(words[1]), number > 0,
            let path = json["path"]?.string.flatMap(JSONPath.init)
        else {
            self = .literal(json)
            return
        }
        switch words[0] {
        case "step": self = .step(number, path: path)
        case "call": self = .call(number, path: path)
        case _: self = .literal(json)
        }
    }

    fileprivate var isLiteral: Bool {
        switch self {
        case .literal: true
        case .step, .call: false
        }
    }
}

extension String {
    fileprivate var withArticle: String { ("aeiou".contains(first ?? " ") ? "an " : "a ") + self }
}
