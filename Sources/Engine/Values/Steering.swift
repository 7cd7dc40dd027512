/// What the curator asks of one iteration.
package struct Steering: Hashable, Codable, Sendable {
    /// What replaces the selector's decision.
    package enum Choice: Hashable, Codable, Sendable {
        case proposal(Proposal.ID)
        case decline
    }

    package var choice: Choice?
    /// Where the chosen trial goes, whoever chose it.
    package var place: Placement?
    /// Replaces the proposer: these instructions and calls are executed as they are.
    package var proposals: [Proposal]?
    /// The human gradient: read by the proposer of this and the following iterations.
    package var note: String?
    /// Tools left out of the batch.
    package var mutedTools: [ToolName]

    package init(
        choice: Choice? = nil, place: Placement? = nil, proposals: [Proposal]? = nil, note: String? = nil,
        mutedTools: [ToolName] = []
    ) {
        self.choice = choice
        self.place = place
        self.proposals = proposals
        self.note = note
        self.mutedTools = mutedTools
    }

    /// Whether nothing is asked.
    package var isEmpty: Bool { self == Steering() }
}
