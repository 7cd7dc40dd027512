import Engine
import Review

/// A part of the Review screen that takes keys.
enum Pane: String, Hashable, Codable, Sendable, CaseIterable {
    case queue, chains, gradient, query, response, facts

    /// Its name on a tab.
    var title: String {
        switch self {
        case .queue: "Queue"
        case .chains: "Chains"
        case .gradient: "Gradient"
        case .query: "Query"
        case .response: "Response"
        case .facts: "Facts"
        }
    }
}

/// Something in a pane that the cursor can be on; known by what it is, not by its row.
enum PaneItem: Hashable, Sendable {
    case sample(SampleID)
    case chain(Chain.ID)
    case step(Int)
    case argument(step: Int, JSONPath)
    case output(step: Int)
    case proposal(Proposal.ID)
    /// Why an iteration added nothing.
    case noOp
    case proposerReason
    /// What a reviewer said about something.
    case comment(Target)
    /// A row of a pane of another screen than Review.
    case row(Int)
}
