import Engine

/// A prediction beside its truth, with all that several metrics need.
struct ItemReading {
    let truth: Truth
    /// Why there is no whole prediction; nil where there is one.
    let problem: String?
    let calls: [ReadCall]
    let alignment: CallAlignment
    let offered: Set<ToolName>
    let tools: [ToolName: Tool]
    /// For each call, in the order of the calls.
    let fits: [Fit]

    /// Whether a call's arguments fit the schema of the tool that it names.
    enum Fit: Hashable {
        case valid
        case invalid(String)
        case hallucinated
        /// The tool was offered, and its schema is not known here.
        case unknown
    }

    init(_ prediction: Prediction?, against truth: Truth, tools: [ToolName: Tool]) {
        let calls = (prediction?.calls ?? []).enumerated().map { ReadCall($1, number: $0 + 1) }
        let offered = Set(truth.offered)
        self.truth = truth
        self.calls = calls
        self.offered = offered
        self.tools = tools
        problem = prediction.map(\.problem) ?? "none was given for this item."
        alignment = CallAlignment(truth.calls, calls)
        var schemas = SchemaShelf(tools: tools)
        fits = calls.map { call in
            guard let tool = call.tool, offered.contains(tool) else { return .hallucinated }
            return schemas.fit(of: call, to: tool)
        }
    }

    /// Whether no tool can help.
    var isIrrelevant: Bool { truth.calls.isEmpty }
}

/// Schemas, each read once.
private struct SchemaShelf {
    let tools: [ToolName: Tool]
    private var read: [ToolName: JSONSchema?] = [:]

    init(tools: [ToolName: Tool]) {
        self.tools = tools
    }

    mutating func fit(of call: ReadCall, to tool: ToolName) -> ItemReading.Fit {
        guard let arguments = call.arguments else { return .invalid("The arguments are no JSON.") }
        guard arguments.object != nil else {
            return .invalid("The arguments are of type \(arguments.typeName), not an object.")
        }
        if let key = arguments.repeatedKey { return .invalid("The argument \(key) is given twice.") }
        guard let schema = schema(of: tool) else { return .unknown }
        return schema.failures(of: arguments).first.map { .invalid($0.message) } ?? .valid
    }

    private mutating func schema(of name: ToolName) -> JSONSchema? {
        if let known = read[name] { return known }
        let schema = tools[name].flatMap { try? JSONSchema($0.inputSchema) }
        read[name] = .some(schema)
        return schema
    }
}
