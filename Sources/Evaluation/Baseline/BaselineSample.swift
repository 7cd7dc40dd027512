import Engine

/// One item of the query-first baseline: an instruction, and how an answer was searched.
package struct BaselineSample: Hashable, Codable, Sendable {
    /// How an answer is searched.
    package enum Method: String, Hashable, Codable, Sendable, CaseIterable {
        case dfs, react
    }

    /// 1 for the first of the baseline.
    package let index: Int
    package let method: Method
    package let instruction: Instruction
    /// The whole set that the model was offered.
    package let offered: [ToolName]
    package let result: SearchResult
    /// Writing the instruction included: its share of the question that wrote it.
    package let spending: Spending
    /// What a judge said; nil where none was asked.
    package var verdict: SolvedVerdict?
    /// The judge, as its endpoint knows it; nil where none was asked.
    package var judge: String?
    /// In seconds of the clock; nil for one that was answered from the record.
    package let wallTime: Duration?

    package init(
        index: Int, method: Method, instruction: Instruction, offered: [ToolName], result: SearchResult,
        spending: Spending, verdict: SolvedVerdict? = nil, wallTime: Duration? = nil
    ) {
        self.index = index
        self.method = method
        self.instruction = instruction
        self.offered = offered
        self.result = result
        self.spending = spending
        self.verdict = verdict
        self.wallTime = wallTime
    }
}

/// Whether an answer solves its query, as a judge model sees it.
///
/// Source: StableToolBench's SoPR, which counts them as 1, 0.5 and 0.
package enum SolvedVerdict: String, Hashable, Codable, Sendable, CaseIterable {
    case solved, unsure, unsolved
}
