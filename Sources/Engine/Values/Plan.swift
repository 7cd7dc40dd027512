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
    package var targetSteps: StepTarget?
    package var strategy: Strategy
    /// How many of the last gradients the proposer reads; 0 is the ablation.
    package var gradientMemory: Int
    /// Whether query and response are drafted in every iteration or only at the end.
    package var drafting: Drafting
    package var budget: Budget
    /// Stored only where it is not uniform.
    private var sampledBy: Sampling?

    /// How the mini-batch is drawn from the library.
    package var sampling: Sampling {
        get { sampledBy ?? .uniform }
        set { sampledBy = newValue == .uniform ? nil : newValue }
    }

    /// Stored only where there is some.
    private var guidedBy: Guidance?

    /// What proposer and selector of every sample read before the curator's own notes.
    package var guidance: Guidance {
        get { guidedBy ?? .none }
        set { guidedBy = newValue.isEmpty ? nil : newValue }
    }

    package enum Sampling: String, Codable, Sendable, CaseIterable {
        /// Every tool is as likely as every other, in each iteration anew.
        case uniform
        /// Tools of the same family, and of a second one only where the first has too few; a family is drawn by its
        /// size.
        case family
        /// Every tool is offered once before any is offered twice, over all iterations of all samples.
        case coverage
    }

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

    /// What the demo library is grown with: batches of 20, gradient memory on, done at four to nine steps.
    package static func demo(seed: UInt64) -> Plan {
        Plan(
            seed: seed, iterations: 10, batch: 20, proposals: 3, toolsPerProposal: 3, turns: 3, chains: 10,
            targetSteps: StepTarget(4...9), strategy: .lean, gradientMemory: 5, drafting: .everyIteration,
            budget: Budget())
    }

    /// The part that decides what samples contain, as the run's identity hashes it.
    ///
    /// The budget is part of it, since a run's limits are fixed when it starts.
    var identity: JSON {
        let additions = [
            sampledBy.map { JSON.Object.Member(key: "sampling", value: .string($0.rawValue)) },
            guidedBy.map { JSON.Object.Member(key: "guidance", value: .array($0.notes.map(JSON.string))) },
        ].compactMap(\.self)
        guard !additions.isEmpty else { return plainIdentity }
        return .object(JSON.Object([JSON.Object.Member(key: "plan", value: plainIdentity)] + additions))
    }

    /// As runs had it from the beginning: what came later is added to it only where a run has it.
    private var plainIdentity: JSON {
        [
            "seed": .string(String(seed)), "iterations": .init(iterations), "batch": .init(batch),
            "proposals": .init(proposals), "toolsPerProposal": .init(toolsPerProposal), "turns": .init(turns),
            "chains": .init(chains), "targetSteps": targetSteps?.identity ?? .null,
            "strategy": .string(strategy.rawValue), "gradientMemory": .init(gradientMemory),
            "drafting": .string(drafting.rawValue), "budget": budget.identity,
        ]
    }
}

/// How many steps are enough, or a few more when the last growth has several: drawn for each sample, evenly, so that a dataset has short and long ones.
package struct StepTarget: Hashable, Sendable, ExpressibleByIntegerLiteral {
    package let fewest: Int
    package let most: Int

    package init(_ range: ClosedRange<Int>) {
        fewest = range.lowerBound
        most = range.upperBound
    }

    package init(integerLiteral value: Int) {
        self.init(value...value)
    }

    /// The target of one sample.
    package func drawn(using random: inout SeededGenerator) -> Int { Int.random(in: fewest...most, using: &random) }

    var identity: JSON { fewest == most ? .init(fewest) : [.init(fewest), .init(most)] }
}

/// A single number where all samples have the same target, else the two ends.
extension StepTarget: Codable {
    package init(from decoder: any Decoder) throws {
        let stored = try decoder.singleValueContainer()
        let ends = try (try? stored.decode(Int.self)).map { [$0] } ?? stored.decode([Int].self)
        guard ends.count <= 2, let fewest = ends.first, let most = ends.last, fewest >= 1, fewest <= most else {
            throw DecodingError.dataCorruptedError(
                in: stored, debugDescription: "A target of steps has two ends, of at least 1.")
        }
        self.init(fewest...most)
    }

    package func encode(to encoder: any Encoder) throws {
        var stored = encoder.singleValueContainer()
        if fewest == most { try stored.encode(fewest) } else { try stored.encode([fewest, most]) }
    }
}

extension JSON {
    fileprivate init(_ number: Int) {
        self = .number(Number(number))
    }
}
