/// One use of the sampled tools that the proposer suggests: an imperative instruction with one to three tools.
package struct Proposal: Hashable, Codable, Sendable, Identifiable {
    package struct ID: Hashable, Codable, Sendable, Comparable {
        /// 1 for the first proposal of an iteration.
        package let number: Int

        package init(_ number: Int) {
            self.number = number
        }

        package static func < (left: ID, right: ID) -> Bool { left.number < right.number }
    }

    package let id: ID
    package let instruction: String
    package let tools: [ToolName]
    /// The calls in order, where the proposer planned them (strategy `lean`); empty where it left them to the trial.
    package let calls: [PlannedCall]

    package init(id: ID, instruction: String, tools: [ToolName], calls: [PlannedCall] = []) {
        self.id = id
        self.instruction = instruction
        self.tools = tools
        self.calls = calls
    }
}

/// What the proposer answered: its proposals and why it made them.
package struct Proposals: Hashable, Codable, Sendable {
    package let reason: String
    package let all: [Proposal]

    package init(reason: String, all: [Proposal]) {
        self.reason = reason
        self.all = all
    }
}

/// A call whose arguments are literals or references that are resolved when its turn comes.
package struct PlannedCall: Hashable, Codable, Sendable {
    package struct Argument: Hashable, Codable, Sendable {
        package let name: String
        package let binding: Binding

        package init(name: String, binding: Binding) {
            self.name = name
            self.binding = binding
        }
    }

    package enum Binding: Hashable, Codable, Sendable {
        case literal(JSON)
        /// A value of the output of a step that the workflow already has.
        case step(Int, path: JSONPath)
        /// A value of the output of an earlier call of the same proposal; 1 is the first.
        case call(Int, path: JSONPath)
    }

    package let tool: ToolName
    package let arguments: [Argument]

    package init(tool: ToolName, arguments: [Argument]) {
        self.tool = tool
        self.arguments = arguments
    }
}
