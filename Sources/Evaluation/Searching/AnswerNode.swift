import Engine

/// A node of an answer tree, with everything below it.
package struct AnswerNode: Hashable, Codable, Sendable {
    /// What a node stands for.
    package enum Kind: Hashable, Codable, Sendable {
        case root
        /// What the model said in words.
        case thought(String)
        /// The function that the model called, as it wrote it; where there is none, only messages say so.
        case action(String)
        /// Its arguments, as the model wrote them, and what came of it.
        case input(arguments: String, observation: String, status: CallStatus)
    }

    package var kind: Kind
    /// 0 for the root.
    package let depth: Int
    /// In the order in which they were grown: their number in that order, the root's is 0.
    package let number: Int
    /// How many nodes the search had come to before this one; 0 also for those that it only passed on the way to one.
    package let expansion: Int
    /// Nothing below it is searched.
    package var isPruned: Bool
    /// It ends in an answer, or in giving up.
    package var isTerminal: Bool
    /// It is an answer, one of the last two inputs before one, or between those.
    package var isFinished: Bool
    package var children: [AnswerNode]

    package init(
        _ kind: Kind, depth: Int, number: Int, expansion: Int = 0, isPruned: Bool = false, isTerminal: Bool = false,
        isFinished: Bool = false, children: [AnswerNode] = []
    ) {
        self.kind = kind
        self.depth = depth
        self.number = number
        self.expansion = expansion
        self.isPruned = isPruned
        self.isTerminal = isTerminal
        self.isFinished = isFinished
        self.children = children
    }

    /// Nodes, itself included.
    package var size: Int { children.reduce(1) { $0 + $1.size } }
    /// The depth of the deepest node.
    package var deepest: Int { children.map(\.deepest).max() ?? depth }
}

/// How a call of the search ended, by ToolBench's numbers.
package enum CallStatus: Int, Hashable, Codable, Sendable, CaseIterable {
    case worked = 0, unknownFunction, badInput, answered, gaveUp, timedOut, notWorking, unauthorised, notSubscribed
    case tooMany, rateLimited, errorInMessage, sendingFailed
}
