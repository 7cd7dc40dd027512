import Engine
import Review

/// Everything that a dataset knows of one sample, beside the workflow file that the reference reads.
///
/// A file with it can be read back without loss: into the sample's own run, with its iterations, its decisions and its
/// tools. Sequence numbers of decisions belong to one dataset file, so a record counts its own from 1, and decisions that
/// were made as one with those of other samples are one only among themselves.
package struct WorkflowRecord: Hashable, Sendable {
    /// The key in a workflow file.
    package static let key = "toolgrad_record"
    /// Only grows; a reader refuses what is newer than itself.
    package static let version = 1

    package let sample: SampleID
    /// The seed of the sample's run.
    package let seed: UInt64
    /// In their order, numbered from 1 without gaps.
    package let events: [RecordedEvent]
    /// In their order, numbered from 1 without gaps.
    package let decisions: [Decision]
    /// The tools of the sample's run, in their order.
    package let tools: [Tool]

    /// Takes what a dataset has; `events` and `decisions` are the sample's own.
    package init(
        sample: SampleID, seed: UInt64, events: [RecordedEvent], decisions: [Decision], tools: [Tool]
    ) {
        self.sample = sample
        self.seed = seed
        self.events = events
        self.decisions = decisions.countedFromOne
        self.tools = tools
    }

    /// The sample as it counts.
    package var reviewed: ReviewedSample {
        ReviewedSample(
            id: sample, seed: seed, state: RunState(events.map(\.event)), review: ReviewState(decisions),
            library: tools)
    }

    package var plan: Plan? { RunState(events.map(\.event)).plan }

    package var planner: String { RunState(events.map(\.event)).planner }

    package var status: ReviewState.Status { ReviewState(decisions).status }
}

/// Why a `toolgrad_record` cannot be read or written.
package struct WorkflowRecordProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// A whole sentence.
    package let wrong: String
    /// A whole sentence.
    package let advice: String

    package var description: String { "\(wrong) \(advice)" }

    static func damaged(_ what: String) -> WorkflowRecordProblem {
        WorkflowRecordProblem(
            wrong: "Its \(WorkflowRecord.key) is damaged: \(what).",
            advice: "Remove the key to import the workflow alone.")
    }
}

extension [Decision] {
    /// The same decisions with sequence numbers from 1; what they take back keeps being what they take back.
    fileprivate var countedFromOne: [Decision] {
        let ordered = sorted { $0.sequence < $1.sequence }
        var numbers: [Int: Int] = [:]
        var firsts: [Int: Int] = [:]
        for (place, decision) in ordered.enumerated() {
            numbers[decision.sequence] = place + 1
            if let bulk = decision.bulk, firsts[bulk] == nil { firsts[bulk] = place + 1 }
        }
        return ordered.enumerated().map { place, decision in
            Decision(
                sequence: place + 1, time: decision.time, reviewer: decision.reviewer, sample: decision.sample,
                action: decision.action.counted(by: numbers), bulk: decision.bulk.flatMap { firsts[$0] })
        }
    }
}

extension Decision.Action {
    /// A decision of another sample has no number here, and 0 takes nothing back.
    fileprivate func counted(by numbers: [Int: Int]) -> Decision.Action {
        guard case .undo(let sequence) = self else { return self }
        return .undo(numbers[sequence] ?? 0)
    }
}
