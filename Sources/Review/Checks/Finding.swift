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
    package let origin: Origin

    package init(
        check: String, version: Int, target: Target, evidence: String, reason: Reason, severity: Severity,
        origin: Origin = .lint
    ) {
        self.check = check
        self.version = version
        self.target = target
        self.evidence = evidence
        self.reason = reason
        self.severity = severity
        self.origin = origin
    }

    /// Who found it.
    package enum Origin: String, Sendable, CaseIterable {
        /// A check that computes.
        case lint
        /// A model that was asked; never sure enough for an error.
        case llm
    }

    /// Whether the finding marks its reason before a reviewer has chosen any.
    package var marksItsReason: Bool {
        switch origin {
        case .lint: severity >= .error
        case .llm: severity >= .warning
        }
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
