import Engine

extension Edit {
    /// Why the edit cannot be made to a sample, as a sentence for the curator; nil when it can.
    ///
    /// Of a step's arguments only what the edit itself breaks counts: what was wrong before can be mended one by one.
    /// A step may go before the one whose output it uses; the value then comes from nowhere.
    package func problem(in sample: ReviewedSample) -> String? {
        var edited = sample.edited
        do throws(EditObstacle) { try edited.apply(self) } catch { return error.description }
        switch self {
        case .query(let text): return Self.problem(with: text, called: "query")
        case .response(let text): return Self.problem(with: text, called: "response")
        case .regenerated(let query, let response, _):
            return Self.problem(with: query, called: "query") ?? Self.problem(with: response, called: "response")
        case .argument(let number, _, _):
            guard let old = sample.workflow.step(number), let new = edited.workflow.step(number) else { return nil }
            return new.call.problem(after: old.call, of: sample.tool(new.call.tool))
                .map { "Step \(number): \($0)" }
        case .deleteStep, .moveStep, .splitChain, .mergeChain, .rerun: return nil
        }
    }

    private static func problem(with text: String, called name: String) -> String? {
        text.isBlank ? "The \(name) cannot be empty; reject the sample instead." : nil
    }
}

extension ToolCall {
    /// What is wrong with the arguments that was not wrong with those of an earlier call.
    fileprivate func problem(after old: ToolCall, of tool: Tool?) -> String? {
        guard arguments.object != nil else { return "the arguments must be of type object." }
        if let key = arguments.repeatedKey, key != old.arguments.repeatedKey { return "\(key) is given twice." }
        guard let tool, let schema = try? JSONSchema(tool.inputSchema) else { return nil }
        let known = Set(schema.failures(of: old.arguments))
        let broken = schema.failures(of: arguments).filter { !known.contains($0) }
        guard let first = broken.first else { return nil }
        let others = broken.count == 1 ? "" : "; and \(broken.count - 1) more"
        return "\(first.message.withoutFullStop) (\(first.keyword))\(others)."
    }
}

extension String {
    fileprivate var withoutFullStop: Substring { hasSuffix(".") ? dropLast() : self[...] }
}
