import Engine

/// Finds argument values that come from nowhere, and values taken from another chain.
package struct ArgumentProvenance: Check {
    package let name = "arg_not_inferable"
    package let version = Provenance.version
    package let summary = "argument values that nobody could infer"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        subject.steps.flatMap { step in
            (subject.traces[step.number] ?? []).compactMap {
                finding(for: $0, at: step, in: subject.sample.workflow)
            }
        }
    }

    private func finding(for trace: ArgumentTrace, at step: Step, in workflow: Workflow) -> Finding? {
        let target = Target.argument(step: step.number, path: trace.path)
        switch trace.source {
        case .none:
            return Finding(
                check: "arg_not_inferable", version: Provenance.version, target: target,
                evidence: "\(trace.path) = \(trace.value.compactText) is neither in the query nor in an earlier output",
                reason: .argumentNotInferable, severity: .error)
        case .documentation:
            return Finding(
                check: "arg_only_documented", version: Provenance.version, target: target,
                evidence: "\(trace.path) = \(trace.value.compactText) is said only by the tool's documentation",
                reason: .argumentNotInferable, severity: .warning)
        case .output(let source, _) where workflow.chain(of: source) != workflow.chain(of: step.number):
            return Finding(
                check: "cross_chain_dependency", version: Provenance.version, target: target,
                evidence: "\(trace.path) comes from step \(source) of another chain", reason: .badDependency,
                severity: .warning)
        case .query, .output, .schemaDefault, .open, .unknown:
            return nil
        }
    }
}
