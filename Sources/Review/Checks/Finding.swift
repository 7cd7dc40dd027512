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

    package init(
        check: String, version: Int, target: Target, evidence: String, reason: Reason, severity: Severity
    ) {
        self.check = check
        self.version = version
        self.target = target
        self.evidence = evidence
        self.reason = reason
        self.severity = severity
    }

    /// How sure a finding is to be a fault.
    package enum Severity: String, Sendable, CaseIterable, Comparable {
        case info, warning, error

        package static func < (left: Severity, right: Severity) -> Bool {
            let order: [Severity] = [.info, .warning, .error]
            return order.firstIndex(of: left) ?? 0 < order.firstIndex(of: right) ?? 0
        }
    }
}
