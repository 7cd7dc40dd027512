import DisplaySafety
import Engine
import Review

/// Why a sample is left out of what is decided.
enum DecisionObstacle: Hashable, Sendable {
    case growing
    case noQuery
    /// It is already what it would become, such as `accepted`.
    case already(String)
    /// Another reviewer accepted it.
    case accepted(by: String)
    case missing(Target)
    case stale(step: Int)
    case sameSample
    /// It would be compared with itself.
    case itself
    /// Why an edit cannot be made.
    case edit(String)
    case unreadable(String)
}

extension DecisionObstacle: CustomStringConvertible {
    /// What stands in the way, to be read after the sample's label.
    var description: String {
        switch self {
        case .growing: "is not finished; resume its run first"
        case .noQuery: "has no query to accept; reject it, or skip it"
        case .already(let state): "is \(state) already"
        case .accepted(let reviewer):
            "is accepted already, by \(SafeText(reviewer).plain); to count agreement use toolgrad review --pass 2, or a "
                + "file of your own"
        case .missing(let target): "has no \(SafeText(target.description).plain)"
        case .stale(let step): "has step \(step) changed and not run again; run it in the explorer first"
        case .sameSample: "cannot repeat itself"
        case .itself: "cannot be compared with itself"
        case .edit(let problem): "cannot be edited so: \(Self.clause(problem))"
        case .unreadable(let problem): "cannot be read: \(Self.clause(problem))"
        }
    }

    /// A sentence without its full stop.
    private static func clause(_ sentence: String) -> String {
        let text = SafeText(sentence).plain
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
