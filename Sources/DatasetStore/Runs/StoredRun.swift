import Engine

/// A run as the dataset has it.
package struct StoredRun: Hashable, Sendable, Identifiable {
    package let id: RunID
    package let plan: Plan
    /// Who proposes, selects and synthesises.
    package let planner: String
    /// The most samples that were asked for.
    package let requested: Int
    /// Samples that have begun, branches included.
    package let samples: Int
    /// Those of them that are finished.
    package let finished: Int
    /// Those that are left to grow: begun or not, branches that were cut off included.
    package let unfinished: Int
    package let began: Timestamp
    /// How it last reached its models, without keys; nil for a run without models.
    package let setup: JSON?
}
