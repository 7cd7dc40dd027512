/// What was spent: counts of calls.
package struct Usage: Hashable, Codable, Sendable {
    package var modelCalls: Int
    /// Calls that were sent or rejected, failures too.
    package var toolCalls: Int
    package var failedCalls: Int
    package var failedTrials: Int

    package init(modelCalls: Int = 0, toolCalls: Int = 0, failedCalls: Int = 0, failedTrials: Int = 0) {
        self.modelCalls = modelCalls
        self.toolCalls = toolCalls
        self.failedCalls = failedCalls
        self.failedTrials = failedTrials
    }

    package static func + (left: Usage, right: Usage) -> Usage {
        Usage(
            modelCalls: left.modelCalls + right.modelCalls, toolCalls: left.toolCalls + right.toolCalls,
            failedCalls: left.failedCalls + right.failedCalls, failedTrials: left.failedTrials + right.failedTrials)
    }
}
