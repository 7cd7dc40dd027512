/// What a run is asked to do; fixed when it starts.
package struct Plan: Hashable, Codable, Sendable {
    /// How the stages share the work between proposer and trial.
    package enum Strategy: String, Codable, Sendable, CaseIterable {
        /// A proposal carries its calls; a trial asks again only to repair a failed call.
        case lean
        /// The loop of the paper: a turn before each call and one after it, synthesis in every iteration.
        case paper
    }

    package var seed: UInt64
    package var iterations: Int
    /// Tools sampled in each iteration.
    package var batch: Int
    package var proposals: Int
    package var toolsPerProposal: Int
    /// Calls a trial may make.
    package var turns: Int
    package var chains: Int
    /// The sample is done once its workflow has this many steps; nil runs every iteration.
    package var targetSteps: Int?
    package var strategy: Strategy
    /// How many of the last gradients the proposer reads; 0 is the ablation.
    package var gradientMemory: Int
    /// Whether query and response are drafted in every iteration or only at the end.
    package var drafting: Drafting
    package var budget: Budget

    package enum Drafting: String, Codable, Sendable {
        case everyIteration, atTheEnd
    }

    /// The figures of the paper (arXiv 2508.04086): 10 iterations, 50 tools a batch, 3 proposals of at most 3 tools,
    /// 3 turns a trial, 10 chains.
    package static func paper(seed: UInt64) -> Plan {
        Plan(
            seed: seed, iterations: 10, batch: 50, proposals: 3, toolsPerProposal: 3, turns: 3, chains: 10,
            targetSteps: nil, strategy: .paper, gradientMemory: 0, drafting: .everyIteration, budget: Budget())
    }

    /// What the demo library is grown with: batches of 12, gradient memory on, done at six steps.
    package static func demo(seed: UInt64) -> Plan {
        Plan(
            seed: seed, iterations: 6, batch: 12, proposals: 3, toolsPerProposal: 3, turns: 3, chains: 10,
            targetSteps: 6, strategy: .lean, gradientMemory: 3, drafting: .everyIteration, budget: Budget())
    }

    /// The part that decides what samples contain, as the run's identity hashes it.
    ///
    /// The budget is part of it, since a run's limits are fixed when it starts.
    var identity: JSON {
        [
            "seed": .string(String(seed)), "iterations": .init(iterations), "batch": .init(batch),
            "proposals": .init(proposals), "toolsPerProposal": .init(toolsPerProposal), "turns": .init(turns),
            "chains": .init(chains), "targetSteps": targetSteps.map { .init($0) } ?? .null,
            "strategy": .string(strategy.rawValue), "gradientMemory": .init(gradientMemory),
            "drafting": .string(drafting.rawValue), "budget": budget.identity,
        ]
    }
}

extension JSON {
    fileprivate init(_ number: Int) {
        self = .number(Number(number))
    }
}
