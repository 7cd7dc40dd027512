/// One executed tool call that the workflow keeps.
package struct Step: Hashable, Codable, Sendable, Identifiable {
    /// 1 for the first step of the workflow, whatever its chain.
    package let number: Int
    package let call: ToolCall
    package let output: RecordedOutput
    package let origin: ToolOrigin
    /// The iteration that added it.
    package let iteration: Int
    /// The proposal of that iteration whose trial made the call.
    package let proposal: Proposal.ID

    package var id: Int { number }

    package init(
        number: Int, call: ToolCall, output: RecordedOutput, origin: ToolOrigin, iteration: Int, proposal: Proposal.ID
    ) {
        self.number = number
        self.call = call
        self.output = output
        self.origin = origin
        self.iteration = iteration
        self.proposal = proposal
    }
}

/// An ordered list of executed steps.
package struct Chain: Hashable, Codable, Sendable, Identifiable {
    package struct ID: Hashable, Codable, Sendable, Comparable {
        /// 1 for the first chain.
        package let number: Int

        package init(_ number: Int) {
            self.number = number
        }

        package static func < (left: ID, right: ID) -> Bool { left.number < right.number }
    }

    package let id: ID
    package var steps: [Step]

    package init(id: ID, steps: [Step]) {
        self.id = id
        self.steps = steps
    }
}

/// What one sample has learnt so far: one to ten chains of executed steps.
///
/// Empty before the first selection.
package struct Workflow: Hashable, Codable, Sendable {
    package var chains: [Chain]

    package init(chains: [Chain] = []) {
        self.chains = chains
    }

    /// Every step, in the order in which they run: that of each chain, and over the chains the lowest number first.
    ///
    /// As long as nobody moves a step, that is the order in which they were added.
    package var steps: [Step] {
        var rest = chains.map { $0.steps[...] }.filter { !$0.isEmpty }
        var steps: [Step] = []
        while let next = rest.indices.min(by: { rest[$0].nextNumber < rest[$1].nextNumber }) {
            steps.append(rest[next].removeFirst())
            if rest[next].isEmpty { rest.remove(at: next) }
        }
        return steps
    }

    /// The step with a number; nil when there is none.
    package func step(_ number: Int) -> Step? {
        for chain in chains {
            if let step = chain.steps.first(where: { $0.number == number }) { return step }
        }
        return nil
    }

    /// The chain that holds a step.
    package func chain(of step: Int) -> Chain.ID? {
        chains.first { $0.steps.contains { $0.number == step } }?.id
    }
}

extension ArraySlice<Step> {
    fileprivate var nextNumber: Int { first?.number ?? .max }
}

/// What one iteration adds to the workflow.
package struct Growth: Hashable, Codable, Sendable {
    package let chain: Chain.ID
    /// Whether the chain began with these steps.
    package let opensChain: Bool
    package let steps: [Step]

    package init(chain: Chain.ID, opensChain: Bool, steps: [Step]) {
        self.chain = chain
        self.opensChain = opensChain
        self.steps = steps
    }
}

extension Workflow {
    /// The optimiser's step: adds what an iteration chose.
    package mutating func grow(by growth: Growth) {
        if let index = chains.firstIndex(where: { $0.id == growth.chain }) {
            chains[index].steps += growth.steps
        } else {
            chains.append(Chain(id: growth.chain, steps: growth.steps))
        }
    }
}
