/// What happened while one sample grew: the only output of the engine, in the past tense.
///
/// Payloads carry no clock reading; two runs are the same when their payloads are.
package enum RunEvent: Hashable, Codable, Sendable {
    case began(planner: String, plan: Plan)
    /// A branch began: it shares the iterations before `iteration` with its parent.
    case branched(from: SampleID, iteration: Int, steering: Steering, inherited: RunState)
    /// The sample was not grown here: a file had its workflow, and nothing of how it came to be.
    case imported(from: String, Workflow)
    case iterationBegan(Int)
    /// The curator asked for something, and it counts from here on.
    case steered(Steering, at: RunControl.Gate)
    case sampled([ToolName])
    case proposed(Proposals)
    /// A stage asked a model; the answer is in the record.
    case asked(Exchange)
    /// A trial made a call.
    case attempted(Proposal.ID, Trial.Attempt)
    case tried(Proposal.ID, Trial.Ending)
    case selected(Selection)
    case iterationEnded(Int, IterationOutcome)
    case drafted(Synthesis)
    case draftFailed(reason: String)
    /// A limit of the run was met; the sample may go on when the run is resumed.
    case interrupted(Budget.Limit)
    case finished(SampleOutcome)
}

/// How a sample ended.
package enum SampleOutcome: Hashable, Codable, Sendable {
    case completed(Synthesis)
    /// The workflow has steps, and no query could be written for it.
    case synthesisFailed(reason: String)
    /// No iteration added a step.
    case nothingGrown

    /// One word for lists and for machines.
    package var title: String {
        switch self {
        case .completed: "completed"
        case .synthesisFailed: "synthesis-failed"
        case .nothingGrown: "nothing-grown"
        }
    }
}

/// An event with the circumstances it happened in.
package struct RecordedEvent: Hashable, Codable, Sendable {
    package let sample: SampleID
    /// 1 for the first event of the sample; without gaps.
    package let number: Int
    package let time: Timestamp
    package let event: RunEvent

    package init(sample: SampleID, number: Int, time: Timestamp, event: RunEvent) {
        self.sample = sample
        self.number = number
        self.time = time
        self.event = event
    }
}

/// A moment of the wall clock, in microseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Codable, Sendable, Comparable {
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }

    /// The time since an earlier moment.
    package func since(_ earlier: Timestamp) -> Duration {
        .microseconds(microseconds - earlier.microseconds)
    }
}
