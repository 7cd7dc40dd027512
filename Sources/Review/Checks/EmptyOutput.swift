import Engine

/// Finds kept steps whose output carries nothing, or is a failure that was reported as success.
///
/// An output is judged by its structure. The word "error" in it means nothing: `{"error": null, "price": 12.5}` is a
/// good result, and so is an article about errors.
package struct EmptyOutput: Check {
    package let name = "empty_output"
    package let version = 2
    package let summary = "outputs that carry nothing or failed, kept as success"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        subject.steps.compactMap { step in
            let request = ToolRequest(step, query: subject.query)
            guard let verdict = OutputVerdict(step.output, json: subject.outputs[step.number], to: request) else {
                return nil
            }
            let shown = String(decoding: step.output.bytes.prefix(40), as: UTF8.self)
            return finding(
                "\(step.call.tool) \(verdict.phrase) \(shown.isEmpty ? "nothing" : shown)", at: .step(step.number),
                as: .emptyOutput, .error)
        }
    }
}
