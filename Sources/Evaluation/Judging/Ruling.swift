/// A verdict, and why.
package struct Ruling<Verdict: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
    package let verdict: Verdict
    /// Empty where none was kept.
    package let reason: String

    package init(_ verdict: Verdict, reason: String) {
        self.verdict = verdict
        self.reason = reason
    }
}

/// Whether an answer solves its query, and why.
package typealias SolvedRuling = Ruling<SolvedVerdict>
/// Whether a query can be solved, and why.
package typealias SolvableRuling = Ruling<SolvableVerdict>

/// Whether an answer solves its query, as a judge model sees it.
///
/// Source: StableToolBench's SoPR, which counts them as 1, 0.5 and 0.
package enum SolvedVerdict: String, Hashable, Codable, Sendable, CaseIterable {
    case solved, unsure, unsolved
}

/// Whether the tools that are offered can solve a query, as a judge model sees it.
///
/// Source: ToolEval's status of a task.
package enum SolvableVerdict: String, Hashable, Codable, Sendable, CaseIterable {
    case solvable, unsure, unsolvable
}
