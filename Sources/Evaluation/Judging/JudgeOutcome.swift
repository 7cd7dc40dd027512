/// What asking a judge came to.
package enum JudgeOutcome<Verdict: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
    case judged(Verdict)
    /// No verdict is to be had; the text says why.
    case unjudged(String)

    /// Nil where there is none.
    package var verdict: Verdict? {
        switch self {
        case .judged(let verdict): verdict
        case .unjudged: nil
        }
    }
}

/// Whether an answer solves its query, and why.
package struct SolvedRuling: Hashable, Codable, Sendable {
    package let verdict: SolvedVerdict
    package let reason: String

    package init(_ verdict: SolvedVerdict, reason: String) {
        self.verdict = verdict
        self.reason = reason
    }
}
