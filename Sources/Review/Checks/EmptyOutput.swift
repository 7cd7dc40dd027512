import Engine

/// Finds kept steps whose output carries nothing.
///
/// An output is judged by its structure: empty text, `null`, `{}` and `[]`, and an object all of whose values are
/// empty. The word "error" in it means nothing.
package struct EmptyOutput: Check {
    private static let version = 1

    package init() {}

    package func findings(in sample: ReviewedSample) -> [Finding] {
        sample.workflow.steps.filter { $0.output.isEmpty }.map { step in
            let shown = String(decoding: step.output.bytes.prefix(40), as: UTF8.self)
            return Finding(
                check: "empty_output", version: Self.version, target: .step(step.number),
                evidence: "\(step.call.tool) returned \(shown.isEmpty ? "nothing" : shown)", reason: .emptyOutput,
                severity: .error)
        }
    }
}
