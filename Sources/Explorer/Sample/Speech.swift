import Engine

/// What a model is saying for a growing sample, as far as it is shown: a glimpse, not a record.
package struct Speech: Hashable, Sendable {
    /// The stage it answers for.
    package let stage: ExchangeSlot.Stage
    /// The proposal whose trial asked; nil outside a trial.
    package let proposal: Proposal.ID?
    /// The newest end of what was said.
    package let tail: String
    /// Whether it thinks aloud, and has not begun to answer.
    package let isReasoning: Bool

    package init(stage: ExchangeSlot.Stage, proposal: Proposal.ID?, tail: String, isReasoning: Bool) {
        self.stage = stage
        self.proposal = proposal
        self.tail = tail
        self.isReasoning = isReasoning
    }
}
