/// How an answer to an instruction is searched; ToolBench's parameters by default.
///
/// Source: OpenBMB/ToolBench, `DFS_woFilter_w2` and `CoT@1`.
package struct SearchPlan: Hashable, Codable, Sendable {
    /// The most children of a node.
    package var width: Int
    /// A node so deep is not expanded; counted in nodes of the tree, the root at 0, and looked at on entry.
    package var depthLimit: Int
    /// The most questions to the model; the whole search ends there.
    package var queryLimit: Int
    /// The most characters of an observation; what is longer is cut and gets `...`.
    package var observationLimit: Int
    /// Levels to back up after an answer.
    package var backAfterAnswer: Int
    /// Levels to back up after giving up.
    package var backAfterGivingUp: Int
    /// The most tokens of one answer of the model.
    package var answerTokens: Int
    /// Nil leaves it to the endpoint.
    package var temperature: Double?

    package init(
        width: Int, depthLimit: Int = 12, queryLimit: Int = 200, observationLimit: Int = 1_024,
        backAfterAnswer: Int = 2, backAfterGivingUp: Int = 2, answerTokens: Int = 1_024, temperature: Double? = nil
    ) {
        self.width = width
        self.depthLimit = depthLimit
        self.queryLimit = queryLimit
        self.observationLimit = observationLimit
        self.backAfterAnswer = backAfterAnswer
        self.backAfterGivingUp = backAfterGivingUp
        self.answerTokens = answerTokens
        self.temperature = temperature
    }

    /// Depth-first search over decisions, two children a node.
    package static let depthFirst = SearchPlan(width: 2)
    /// One chain, without backing up.
    package static let react = SearchPlan(width: 1)
}
