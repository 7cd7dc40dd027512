/// What asking a judge came to.
package enum JudgeOutcome<Verdict: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
    case judged(Verdict)
    /// Nobody answered, or there was nothing to ask; the text says why. Asked again, a judge may answer.
    case unjudged(String)
    /// The judge answered, and its answer has no verdict; the text says why. Asking again brings the same answer.
    case inconclusive(String)

    /// Nil where there is none.
    package var verdict: Verdict? {
        switch self {
        case .judged(let verdict): verdict
        case .unjudged, .inconclusive: nil
        }
    }

    /// Why there is no verdict; nil where there is one.
    package var reason: String? {
        switch self {
        case .judged: nil
        case .unjudged(let reason), .inconclusive(let reason): reason
        }
    }

    /// Nil where there is a verdict.
    package var silence: JudgeSilence.Kind? {
        switch self {
        case .judged: nil
        case .unjudged: .unanswered
        case .inconclusive: .inconclusive
        }
    }
}
