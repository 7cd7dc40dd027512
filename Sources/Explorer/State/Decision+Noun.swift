import Engine
import Review

extension Decision.Action {
    /// What it is, for a sentence that says what becomes of it; nil for what makes a status, since that says more.
    package func noun(about other: String) -> String? {
        switch self {
        case .prefer: "the preference over \(other)"
        case .equal: "the tie with \(other)"
        case .flag: "the flag"
        case .unflag: "the removal of the flag"
        case .comment: "the comment"
        case .edit(let edit): "the change of \(edit.path)"
        case .judge(_, let pass): "the judgement of pass \(pass)"
        case .accept, .reject, .skip, .returnToPending, .adjudicate, .undo: nil
        }
    }
}
