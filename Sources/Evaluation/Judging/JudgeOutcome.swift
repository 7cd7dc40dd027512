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
