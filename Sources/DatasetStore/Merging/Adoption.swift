import Engine
import Review

/// What became of a sample that was taken over from elsewhere.
package struct Adoption: Hashable, Sendable {
    package let growth: Growth
    /// The number that it is called by here; nil for a refused one.
    package internal(set) var number: Int?
    package internal(set) var newDecisions = 0
    /// Decisions that were there already.
    package internal(set) var knownDecisions = 0
    /// Decisions that were not taken over, and why.
    package internal(set) var refusedDecisions: [DecisionRefusal] = []
    /// The bytes of texts and outputs that were written.
    package internal(set) var bytes = 0

    init(growth: Growth) {
        self.growth = growth
    }

    /// What came of its events.
    package enum Growth: Hashable, Sendable {
        case new
        /// All of its events were there.
        case same
        /// Some of its events were there, and the others followed.
        case extended
        /// Nothing of it was written.
        case refused(String)
    }
}

/// A decision that was not taken over.
package struct DecisionRefusal: Hashable, Sendable {
    package let sample: SampleID
    package let reviewer: String
    /// The title of what was done.
    package let action: String
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
        /// The sample itself was refused, or is not here.
        case noSample
        /// It takes back a decision that is not here.
        case nothingToUndo
    }

    init(_ decision: Decision, _ reason: Reason) {
        sample = decision.sample
        reviewer = decision.reviewer
        action = decision.action.title
        self.reason = reason
    }
}
