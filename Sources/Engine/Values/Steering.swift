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
    /// These instructions and calls are executed as they are: in place of what a proposer would say, or, asked for at the
    /// selection, beside what it said.
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

extension Steering {
    /// What was asked later counts over what was asked before; tools stay muted.
    ///
    /// A place belongs to the choice it was asked with: another choice does not go there.
    func merged(over earlier: Steering) -> Steering {
        Steering(
            choice: choice ?? earlier.choice, place: choice == nil ? place ?? earlier.place : place,
            proposals: proposals ?? earlier.proposals, note: note ?? earlier.note,
            mutedTools: Set(mutedTools).union(earlier.mutedTools).sorted())
    }

    /// The same for two words that count at one gate: both notes are read, each as a line.
    func joined(to earlier: Steering) -> Steering {
        var steering = merged(over: earlier)
        let notes = [earlier.note, note].compactMap(\.self)
        steering.note = notes.isEmpty ? nil : notes.joined(separator: "\n")
        return steering
    }
}
