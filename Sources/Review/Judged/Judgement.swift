import Engine

/// What a model says of one sample: one verdict for each judged check.
package struct Judgement: Hashable, Sendable {
    package let verdicts: [Verdict]

    package init(_ verdicts: [Verdict]) {
        self.verdicts = verdicts
    }

    /// What one check comes to.
    package struct Verdict: Hashable, Sendable {
        package let check: JudgedCheck
        package let version: Int
        package let ruling: Ruling

        package init(_ check: JudgedCheck, version: Int, _ ruling: Ruling) {
            self.check = check
            self.version = version
            self.ruling = ruling
        }
    }

    /// Whether there is a fault, and where.
    package enum Ruling: Hashable, Sendable {
        case fine
        case problem(Target, evidence: String)
        /// One may see it either way.
        case unsure(Target, evidence: String)
    }

    /// The most of a verdict's evidence that is kept, in Unicode scalars.
    package static let evidenceLimit = 300
}

extension Judgement {
    /// A problem warns, a doubt is only told; neither is ever an error.
    package var findings: [Finding] { verdicts.compactMap(\.finding) }
}

extension Judgement.Verdict {
    fileprivate var finding: Finding? {
        switch ruling {
        case .fine: nil
        case .problem(let target, let evidence): finding(evidence, at: target, .warning)
        case .unsure(let target, let evidence): finding(evidence, at: target, .info)
        }
    }

    private func finding(_ evidence: String, at target: Target, _ severity: Finding.Severity) -> Finding {
        Finding(
            check: check.name, version: version, target: target, evidence: evidence, reason: check.reason,
            severity: severity, origin: .llm)
    }
}
