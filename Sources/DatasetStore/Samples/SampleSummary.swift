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
    /// The primary reason of a rejection.
    package let reason: Reason?
    /// How much the checks found; nil until ``Dataset/noteFindings(_:in:)`` says it of the sample as it stands.
    package let findings: Int?
}

/// Which samples a list shows.
package struct SampleFilter: Hashable, Sendable {
    package enum Growth: Hashable, Sendable {
        case any, growing, finished
    }

    /// Empty for every status.
    package var statuses: Set<ReviewState.Status>
    package var growth: Growth
    /// Nil for every run.
    package var run: RunID?

    package init(statuses: Set<ReviewState.Status> = [], growth: Growth = .any, run: RunID? = nil) {
        self.statuses = statuses
        self.growth = growth
        self.run = run
    }

    /// Every sample.
    package static let all = SampleFilter()
    /// What goes into an export.
    package static let accepted = SampleFilter(statuses: [.accepted], growth: .finished)
}
