import ArgumentParser
import Engine

/// What a run is asked to do.
struct PlanOptions: ParsableArguments {
    @Option(name: .customLong("count"), help: "Samples the run should have in the end. (default: 10)")
    var wantedCount: Int?

    var count: Int { wantedCount ?? 10 }

    @Option(help: "Decides everything that is random; the same seed gives the same data.")
    var seed: UInt64 = 1

    @Option(help: "Iterations a sample may take.")
    var iterations = 10

    @Option(help: "Tools sampled in each iteration.")
    var batch = 20

    @Option(
        help: ArgumentHelp(
            "How those are drawn: uniform, family or coverage.",
            discussion: """
                uniform: every tool as likely as every other. family: tools that belong together. coverage: every tool \
                is offered once before any is offered twice.
                """, valueName: "way"))
    var sampling = Plan.Sampling.uniform

    @Option(help: "Samples that grow at once. It does not change what is in them.")
    var concurrency = 16

    @Option(help: "Gradients of earlier iterations that the proposer reads; 0 to do without. Usually 5; 0 with paper.")
    var gradientMemory: Int?

    @Option(help: "Stop the run after so many tool calls.")
    var maxCalls: Int?

    @Option(help: "Stop the run after so many seconds.")
    var maxSeconds: Int?

    mutating func validate() throws {
        let atLeastOne = [
            ("--count", count), ("--iterations", iterations), ("--batch", batch), ("--concurrency", concurrency),
            ("--max-calls", maxCalls ?? 1), ("--max-seconds", maxSeconds ?? 1),
        ]
        for (name, value) in atLeastOne where value < 1 {
            throw ValidationError("\(name) is \(value). Give a number of at least 1.")
        }
        let bounds = [
            ("--count", count, 10_000_000), ("--concurrency", concurrency, 1024), ("--iterations", iterations, 1000),
            ("--batch", batch, 1000), ("--gradient-memory", gradientMemory ?? 0, 1000),
        ]
        for (name, value, most) in bounds where value > most {
            throw ValidationError("\(name) is \(value). Give a number of at most \(most).")
        }
        if let gradientMemory, gradientMemory < 0 {
            throw ValidationError("--gradient-memory is \(gradientMemory). Give 0 or more.")
        }
    }

    /// The plan for the offline planner, or for models that follow a strategy.
    func plan(_ strategy: Plan.Strategy?) -> Plan {
        var plan = Plan.demo(seed: seed)
        plan.follow(strategy)
        plan.iterations = iterations
        plan.batch = batch
        plan.sampling = sampling
        if let gradientMemory { plan.gradientMemory = gradientMemory }
        plan.budget = Budget(toolCalls: maxCalls, time: maxSeconds.map { .seconds($0) })
        return plan
    }
}

extension Plan.Sampling: ExpressibleByArgument {}
