import Engine

/// What an experiment beside the growth of samples is about.
package enum StudyKind: String, Hashable, Codable, Sendable, CaseIterable {
    /// Queries first: instructions, and searches for answers to them.
    case baseline
    /// A model on the items of a dataset.
    case evaluation
}

/// A study as the dataset has it.
package struct StoredStudy: Hashable, Sendable, Identifiable {
    package let id: RunID
    package let kind: StudyKind
    /// What people call it; several may have the same name.
    package let name: String
    /// What it does, without the number of its items and without keys.
    package let plan: JSON
    package let began: Timestamp
    /// How many items have been saved.
    package let items: Int
}

/// What a study has spent, by its record.
package struct StudyTotals: Hashable, Sendable {
    /// Items that have been saved.
    package let items: Int
    /// Tool calls that were sent and have ended.
    package let toolCalls: Int
    /// Those, and those that a policy or their source turned away: a limit of tool calls counts what was about to be sent.
    ///
    /// A call that breaks its tool's schema is in neither.
    package let endedCalls: Int
    package let models: ModelTotals
}
