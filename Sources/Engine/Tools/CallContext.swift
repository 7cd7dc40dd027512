/// What a source may know about a call beside the call itself.
package struct CallContext: Hashable, Sendable {
    /// Where in a run the call belongs; nil for one that a person makes by hand.
    package let slot: CallSlot?
    /// The calls whose effects it builds on, in the order in which they were made: those of the sample's steps, then
    /// the earlier ones of its own trial.
    ///
    /// Calls of trials that were not chosen are not among them: a source that keeps state owes the call a state without
    /// theirs.
    package let history: [ToolCall]
    /// Calls that the sample made before: in its earlier iterations, and in this trial; in a study, all of the item's.
    ///
    /// What other trials of the same iteration do meanwhile does not count, so that the number is the same at any
    /// concurrency.
    package let callsMade: Int
    /// How many of them were this very call.
    package let repeats: Int

    package init(slot: CallSlot? = nil, history: [ToolCall] = [], callsMade: Int = 0, repeats: Int = 0) {
        self.slot = slot
        self.history = history
        self.callsMade = callsMade
        self.repeats = repeats
    }

    /// A call that a person makes by hand, on whatever state there is.
    package static let byHand = CallContext()
}
