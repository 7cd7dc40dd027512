import Engine

/// Rows as xLAM and APIGen have them: a query, the tools and the calls, the latter two as JSON in a string.
///
/// All calls of a row stand in one list, and none where nothing is to be called. The format has no place for results,
/// the response, a system prompt, the order of calls that depend on each other, and what nested values consist of.
struct XLAMFormat: ExportFormat {
    func lines(for material: ExportMaterial, in plan: ExportPlan) throws(SkipReason) -> FormatLines {
        var lines: [ExportedLine] = []
        for (place, row) in material.rows.enumerated() {
            let json: JSON = [
                "id": .number(Self.number(of: material.sample.id, row: place)), "query": .string(row.query),
                "tools": .string(JSON.array(row.tools.map { $0.flat(named: plan.names[$0.name]) }).compactText),
                "answers": .string(JSON.array(try Self.answers(of: row, plan.names)).compactText),
            ]
            lines.append(ExportedLine("\(material.part.rawValue).jsonl", json.compactText, of: row))
        }
        return FormatLines(lines)
    }

    private static func answers(of row: ExportRow, _ names: PortableNames) throws(SkipReason) -> [JSON] {
        let tools = Dictionary(row.tools.map { ($0.name, $0) }) { first, _ in first }
        var answers: [JSON] = []
        for step in row.steps.map(\.step) {
            guard let tool = tools[step.call.tool] else { throw .unknownTool(step.call.tool) }
            try step.checkArguments(of: tool)
            answers.append(["name": .string(names[tool.name]), "arguments": step.call.arguments])
        }
        return answers
    }

    /// Readers expect a number; this one depends on nothing but the sample and the row's place in it.
    private static func number(of sample: SampleID, row: Int) -> JSON.Number {
        let digits = ContentHash(of: "\(sample.key)/\(row)").hex.prefix(13)
        return JSON.Number(Int(digits, radix: 16) ?? 0)
    }
}

extension Step {
    /// A reader of flat parameters refuses arguments that no parameter is named for, and calls that lack one.
    fileprivate func checkArguments(of tool: Tool) throws(SkipReason) {
        let parameters = tool.flatInput.properties
        let known = Set(parameters.map { Array($0.name.utf8) })
        let given = call.arguments.object ?? [:]
        if let stranger = given.keys.first(where: { !known.contains(Array($0.utf8)) }) {
            throw .undeclaredArgument(step: number, name: stranger)
        }
        if let missing = parameters.first(where: { $0.isRequired && given[$0.name] == nil }) {
            throw .missingArgument(step: number, name: missing.name)
        }
    }
}

extension Tool {
    fileprivate func flat(named name: String) -> JSON {
        let parameters = flatInput.properties.map { JSON.Object.Member(key: $0.name, value: $0.flat) }
        return [
            "name": .string(name), "description": .string(description),
            "parameters": .object(JSON.Object(parameters)),
        ]
    }
}

extension FlatSchema.Property {
    fileprivate var flat: JSON {
        var json: JSON.Object = [
            "description": .string(describedValues),
            "type": .string(schema.pythonType + (isRequired ? "" : ", optional")),
        ]
        if let preset = schema.remarks["default"] { json.set("default", preset) }
        return .object(json)
    }

    /// The description, and the values that are allowed, which have no place of their own.
    private var describedValues: String {
        let words = schema.remarks["description"]?.string ?? ""
        guard let values = schema.remarks["enum"]?.array, !values.isEmpty else { return words }
        let list = "One of: \(values.map(\.compactText).joined(separator: ", "))."
        return words.isEmpty ? list : "\(words) \(list)"
    }
}

extension FlatSchema {
    fileprivate var pythonType: String {
        switch kind {
        case .array:
            items.kind == .any ? "list" : "List[\(items.pythonType)]"
        case .string: "str"
        case .integer: "int"
        case .number: "float"
        case .boolean: "bool"
        case .object: "dict"
        case .any: "any"
        }
    }
}
