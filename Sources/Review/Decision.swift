import Engine

/// One row of the append-only journal: what a reviewer did to a sample.
package struct Decision: Hashable, Codable, Sendable {
    /// 1 for the first decision of the dataset; the store numbers them.
    package let sequence: Int
    package let time: Timestamp
    package let reviewer: String
    package let sample: SampleID
    package let action: Action
    /// The sequence number of the first decision of those that were made, and are undone, as one; nil for a single one.
    package let bulk: Int?

    package init(
        sequence: Int, time: Timestamp, reviewer: String, sample: SampleID, action: Action, bulk: Int? = nil
    ) {
        self.sequence = sequence
        self.time = time
        self.reviewer = reviewer
        self.sample = sample
        self.action = action
        self.bulk = bulk
    }

    /// What was done.
    ///
    /// Undoing is an action too, so it survives restarts and can itself be undone.
    package enum Action: Hashable, Codable, Sendable {
        case accept
        /// At least one reason; the first is the primary one.
        case reject([AnchoredReason], note: String)
        case skip
        case returnToPending
        case flag
        case unflag
        case edit(Edit)
        /// Replaces what the reviewer said of the target before; empty text takes it back.
        case comment(Target, text: String)
        /// Says that the sample is better than another one; what is said of the two later counts instead.
        case prefer(over: SampleID)
        /// Says that neither the sample nor another one is better.
        case equal(to: SampleID)
        /// What the reviewer makes of the sample in a further pass, blind; it changes nothing of the sample, and replaces
        /// what the same reviewer said in the same pass before.
        case judge(Opinion, pass: Int)
        /// Settles what reviewers see differently, and makes the sample's status.
        case adjudicate(Opinion)
        /// Takes back the decision with this sequence number.
        case undo(Int)

        /// A word for lists and machines.
        package var title: String {
            switch self {
            case .accept: "accept"
            case .reject: "reject"
            case .skip: "skip"
            case .returnToPending: "pending"
            case .flag: "flag"
            case .unflag: "unflag"
            case .edit: "edit"
            case .comment: "comment"
            case .prefer: "prefer"
            case .equal: "equal"
            case .judge: "judge"
            case .adjudicate: "adjudicate"
            case .undo: "undo"
            }
        }

        /// The sample that it compares the decided one with; nil for what compares none.
        package var compared: SampleID? {
            switch self {
            case .prefer(let other), .equal(let other): other
            case .accept, .reject, .skip, .returnToPending, .flag, .unflag, .edit, .comment, .judge, .adjudicate,
                .undo:
                nil
            }
        }
    }
}

/// A reason and what it is about.
package struct AnchoredReason: Hashable, Codable, Sendable {
    package let reason: Reason
    package let target: Target
    /// The label of the sample that this one repeats, for a duplicate; nil where nobody said.
    package let other: String?

    package init(_ reason: Reason, at target: Target = .whole, other: String? = nil) {
        self.reason = reason
        self.target = target
        self.other = other
    }
}
