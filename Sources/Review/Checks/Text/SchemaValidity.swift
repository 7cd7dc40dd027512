import Engine

/// Finds arguments that break the schema of their tool, results that break the schema of the output, and calls of tools
/// that are not there.
package struct SchemaValidity: Check {
    package let name = "invalid_arguments"
    package let version = 1
    package let summary = "arguments and results that break their schemas"

    private let schemas = CompiledSchemas()

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        subject.steps.flatMap { step in
            guard let tool = subject.tools[step.call.tool] else {
                return [
                    finding(
                        "\(step.call.tool) is no tool of the run", at: .step(step.number), as: .badValue, .error)
                ]
            }
            return argumentFindings(of: step, tool) + resultFindings(of: step, tool, in: subject)
        }
    }

    private func argumentFindings(of step: Step, _ tool: Tool) -> [Finding] {
        failures(of: step.call.arguments, against: tool.inputSchema).map { failure in
            let isWhole = failure.path == .root
            return finding(
                failure.message, at: isWhole ? .step(step.number) : .argument(step: step.number, path: failure.path),
                as: .badValue, .error)
        }
    }

    private func resultFindings(of step: Step, _ tool: Tool, in subject: CheckSubject) -> [Finding] {
        guard let schema = tool.outputSchema else { return [] }
        // Servers give plain text without quotation marks; where text is declared, that is the text.
        let result = subject.outputs[step.number] ?? .string(String(decoding: step.output.bytes, as: UTF8.self))
        return failures(of: result, against: schema).prefix(3).map { failure in
            finding("The result: \(failure.message)", at: .step(step.number), as: .badValue, .error)
        }
    }

    /// A schema that is none is a fault of the tool, not of the sample.
    private func failures(of value: JSON, against schema: JSON) -> [JSONSchema.Failure] {
        schemas[schema]?.failures(of: value) ?? []
    }
}
