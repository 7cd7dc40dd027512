import Engine

/// Looks for one kind of fault in a sample; pure.
package protocol Check: Sendable {
    /// What its findings are called, such as `leaks_tools`; one check, one name.
    var name: String { get }
    /// Grows whenever the same sample may be judged otherwise.
    var version: Int { get }
    /// What it looks for, in one line for lists.
    var summary: String { get }

    func findings(in subject: CheckSubject) -> [Finding]
}

extension Check {
    /// A finding of this check.
    package func finding(
        _ evidence: String, at target: Target, as reason: Reason, _ severity: Finding.Severity
    ) -> Finding {
        Finding(check: name, version: version, target: target, evidence: evidence, reason: reason, severity: severity)
    }
}

/// A sample as checks read it: what several of them need is worked out once.
package struct CheckSubject: Sendable {
    package let sample: ReviewedSample
    /// The effective query; empty while there is none.
    package let query: String
    /// The words of the query.
    let queryWords: TextWords
    /// The effective response; empty while there is none.
    package let response: String
    /// The effective steps, in the order in which they run.
    package let steps: [Step]
    package let tools: [ToolName: Tool]
    /// Where each argument value comes from, by step number.
    package let traces: [Int: [ArgumentTrace]]
    /// What each step returned as JSON, by step number; none for an output that is not JSON.
    package let outputs: [Int: JSON]

    package init(_ sample: ReviewedSample) {
        self.sample = sample
        query = sample.query ?? ""
        queryWords = TextWords(query)
        response = sample.response ?? ""
        steps = sample.workflow.steps
        tools = sample.tools
        traces = sample.query == nil ? [:] : sample.workflow.traces(query: query, library: tools)
        outputs = Dictionary(
            steps.compactMap { step in step.output.json.map { (step.number, $0) } }, uniquingKeysWith: { $1 })
    }
}

extension CheckSubject {
    /// What every check finds of a severity or a worse one, in the order of the checks.
    ///
    /// What is only told (`info`) says nothing against a sample, and is left out unless it is asked for.
    package func findings(
        of checks: [any Check] = .standard, from severity: Finding.Severity = .warning
    ) -> [Finding] {
        checks.flatMap { $0.findings(in: self) }.filter { $0.severity >= severity }
    }
}

extension ReviewedSample {
    /// What every check finds of a severity or a worse one, as ``CheckSubject/findings(of:from:)``.
    package func findings(
        of checks: [any Check] = .standard, from severity: Finding.Severity = .warning
    ) -> [Finding] {
        CheckSubject(self).findings(of: checks, from: severity)
    }
}

extension [any Check] {
    /// The checks that need no model and no other sample, in the order in which their findings are told.
    package static var standard: [any Check] { StandardChecks.all }
}

/// One list for the whole program, since checks remember the schemas that they have compiled.
private enum StandardChecks {
    static let all: [any Check] = [
        ArgumentProvenance(), LeakedToolNames(), TimeBound(), SchemaValidity(), BadDependency(), EmptyOutput(),
        RedundantStep(), Ungrounded(), HiddenCharacters(), Secrets(), PersonalData(), SideEffects(),
    ]
}
