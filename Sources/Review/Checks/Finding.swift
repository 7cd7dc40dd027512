/// What a check found in a sample.
///
/// Checks pre-fill reasons; they never decide.
package struct Finding: Hashable, Sendable {
    /// The check's name, such as `arg_not_inferable`.
    package let check: String
    package let version: Int
    package let target: Target
    /// What was seen, in a few words.
    package let evidence: String
    /// The reason that the finding pre-fills.
    package let reason: Reason
    package let severity: Severity

    /// How sure a finding is to be a fault.
    package enum Severity: String, Sendable {
        case info, warning, error
    }
}

/// Looks for one kind of fault in a sample; pure.
package protocol Check: Sendable {
    func findings(in sample: ReviewedSample) -> [Finding]
}

extension ReviewedSample {
    /// What every check finds, in the order of the checks.
    package func findings(of checks: [any Check] = .standard) -> [Finding] {
        checks.flatMap { $0.findings(in: self) }
    }
}

extension [any Check] {
    /// The checks that need no model.
    package static var standard: [any Check] {
        [ArgumentProvenance(), LeakedToolNames(), EmptyOutput()]
    }
}
