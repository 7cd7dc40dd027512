import Engine

/// Finds kept steps whose output carries nothing.
///
/// An output is judged by its structure: empty text, `null`, `{}` and `[]`, and an object all of whose values are
/// empty. The word "error" in it means nothing.
package struct EmptyOutput: Check {
    private static let version = 1

    package init() {}

    package func findings(in sample: ReviewedSample) -> [Finding] {
        sample.workflow.steps.filter { $0.output.carriesNothing }.map { step in
            let shown = String(decoding: step.output.bytes.prefix(40), as: UTF8.self)
            return Finding(
                check: "empty_output", version: Self.version, target: .step(step.number),
                evidence: "\(step.call.tool) returned \(shown.isEmpty ? "nothing" : shown)", reason: .emptyOutput,
                severity: .error)
        }
    }
}

extension RecordedOutput {
    /// Empty, or an object that has only empty values.
    fileprivate var carriesNothing: Bool {
        if isEmpty { return true }
        guard bytes.count <= 4096, let members = json?.object?.members else { return false }
        return members.allSatisfy { RecordedOutput($0.value).isEmpty }
    }
}
