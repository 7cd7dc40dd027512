/// What the selector decided about the trials that succeeded.
package enum Selection: Hashable, Codable, Sendable {
    case chosen(Proposal.ID, place: Placement, reason: String)
    case declined(reason: String)

    /// The selector's reason, verbatim.
    package var reason: String {
        switch self {
        case .chosen(_, _, let reason), .declined(let reason): reason
        }
    }
}

/// Where the steps of a selected trial go.
package enum Placement: Hashable, Codable, Sendable {
    case append(Chain.ID)
    case newChain
}
