import Engine

/// Finds kept steps whose output carries nothing.
///
/// An output is judged by its structure: empty text, `null`, `{}` and `[]`, and an object all of whose values are
/// empty. The word "error" in it means nothing.
package struct EmptyOutput: Check {
    package let name = "empty_output"
    package let version = 1
    package let summary = "outputs that carry nothing, kept as success"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        subject.steps.filter { $0.output.isEmpty }.map { step in
            let shown = String(decoding: step.output.bytes.prefix(40), as: UTF8.self)
            return finding(
                "\(step.call.tool) returned \(shown.isEmpty ? "nothing" : shown)", at: .step(step.number),
                as: .emptyOutput, .error)
        }
    }
}
