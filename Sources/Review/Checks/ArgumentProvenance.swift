import Engine

/// Finds argument values that nobody could infer: neither the query, nor an earlier output, nor the schema says them.
///
/// A value that only the tool's documentation offers is a warning where the query does not hint at it, unless any
/// caller would have to choose one, as with units. What cannot be traced (`true`, an empty list) is no finding.
package struct ArgumentProvenance: Check {
    package let name = "arg_not_inferable"
    package let version = 100 + Provenance.version
    package let summary = "argument values that nobody could infer"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        subject.steps.flatMap { step in
            (subject.traces[step.number] ?? []).compactMap { trace in
                let choice = ArgumentChoice(trace, of: subject.tools[step.call.tool])
                return finding(for: trace, choice, at: step, subject.queryWords)
            }
        }
    }

    private func finding(
        for trace: ArgumentTrace, _ choice: ArgumentChoice, at step: Step, _ query: TextWords
    ) -> Finding? {
        let target = Target.argument(step: step.number, path: trace.path)
        let value = "\(trace.path) = \(trace.value.compactText.prefix(80))"
        switch trace.source {
        case .none:
            guard !choice.isConvention, !choice.isSaid(by: query) else { return nil }
            return finding(
                "\(value) is neither in the query nor in an earlier output", at: target, as: .argumentNotInferable,
                .error)
        case .documentation:
            guard !choice.isForced, !choice.isHintedAt(by: query) else { return nil }
            return finding(
                "\(value) is said only by the tool's documentation", at: target, as: .argumentNotInferable, .warning)
        case .query, .output, .schemaDefault, .open, .unknown:
            return nil
        }
    }
}
