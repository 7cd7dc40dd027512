import Engine

/// A source as it is now, approved or not: for looking at it, and for approving it.
struct SeenSource: Sendable {
    let name: String
    /// What is started or asked, whole, for people.
    let command: String
    let identity: ContentHash
    /// The names of the variables that a command gets.
    let environment: [String]
    /// The file that configures it, as the user gave it; nil for what has none.
    var configFile: String?
    /// Nil for sources that need no approval.
    let review: ApprovalReview?
    let offer: ToolOffer
    /// Ready to be called as the policy allows; by hand, so that whoever calls is asked.
    let guarded: any ToolSource
}

extension SeenSource {
    /// Whether a tool may be called, in a word or two.
    func standing(of tool: ToolName) -> String {
        guard let review, let entry = review.listed.first(where: { $0.tool.name == tool }) else { return "allowed" }
        guard review.commandChange == nil else { return "command changed" }
        switch entry.state {
        case .new, .gone: return "not approved"
        case .changed: return "changed"
        case .same: return entry.current.map { "approved as \($0.rawValue)" } ?? "not approved"
        }
    }
}
