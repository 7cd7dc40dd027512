import Engine
import Review

/// One line of a list of samples.
package struct SampleSummary: Hashable, Sendable, Identifiable {
    /// How far the sample has grown.
    package enum Growth: Hashable, Sendable {
        case growing(RunState.Phase)
        case completed
        case synthesisFailed
        case nothingGrown
    }

    package let id: SampleID
    package let label: SampleLabel
    package let status: ReviewState.Status
    package let growth: Growth
    package let iterations: Int
    package let chains: Int
    package let steps: Int
    /// The first 160 characters of the query that counts; nil while there is none.
    package let queryHead: String?
    package let isEdited: Bool
    package let isFlagged: Bool
    package let isCommented: Bool
    /// Whether an argument was changed and its step not run again.
    package let isStale: Bool
    /// The primary reason of a rejection.
    package let reason: Reason?
    /// How much the checks found; nil until ``Dataset/note(_:in:)-(_,SampleReading)`` says it of the sample as it
    /// stands.
    package let findings: Int?
}
