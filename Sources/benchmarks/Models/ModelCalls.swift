import Engine

/// How many model calls a ground-truth step takes, and how many samples survive answers that cannot be used.
struct ModelCalls {
    let run: MockRun
    /// Samples of each round without spoilt answers.
    let count: Int
    /// Samples of each round with them.
    let spoiltCount: Int

    private static let spoilt = MockModel.Manners(spoiltPerThousand: 50)
    private static let declining = MockModel.Manners(declined: [2, 5, 9])

    func table() async throws -> FigureTable {
        let lean = try await tally(.lean, count)
        let declining = try await tally(.lean, count, Self.declining)
        let paper = try await tally(.paper, count)
        var figures = [
            figure("lean", lean, .atMost(2.2)),
            figure("lean, 3 of 10 iterations add nothing", declining, .atMost(3)),
            figure("paper", paper, .atMost(9)), figure("paper, at least", paper, .atLeast(9)),
        ]
        for strategy in [Plan.Strategy.lean, .paper] {
            figures += spoiltFigures(strategy, try await tally(strategy, spoiltCount, Self.spoilt))
        }
        return FigureTable(title: "Model calls", method: method, figures: figures)
    }

    private var method: String {
        "A mock in this process answers well; \(MockRun.iterations) iterations of \(MockRun.proposals) proposals, each "
            + "carried out by one call, which succeeds. By hand, lean: \(MockRun.iterations) times 1 to propose and 1 to "
            + "select, and 1 to synthesise at the end: 21 for 10 steps, or for 7 when 3 selections are declined. Paper: "
            + "1 to propose, 3 trials of 2 turns (the call, and the report after it), 1 to select, 1 to synthesise: 9 for "
            + "each step. \(count) samples each. Then 5 of 100 answers are spoilt (broken JSON, JSON of another form, a "
            + "tool that does not exist, cut off, empty): \(spoiltCount) samples each."
    }

    private func figure(_ name: String, _ tally: Tally, _ goal: Figure.Goal) -> Figure {
        Figure(name: "model calls per step, \(name)", value: tally.callsPerStep, unit: "", goal: goal)
    }

    private func spoiltFigures(_ strategy: Plan.Strategy, _ tally: Tally) -> [Figure] {
        let share = tally.samples == 0 ? nil : Double(tally.completed) / Double(tally.samples) * 100
        return [
            Figure(
                name: "samples complete, \(strategy.rawValue), 5 % spoilt", value: share, unit: "%",
                goal: .atLeast(99.8)),
            Figure(
                name: "model calls per step, \(strategy.rawValue), 5 % spoilt", value: tally.callsPerStep, unit: ""),
            Figure(
                name: "of them to mend an answer, \(strategy.rawValue)",
                value: tally.modelCalls == 0 ? nil : Double(tally.repairs) / Double(tally.modelCalls) * 100, unit: "%"),
        ]
    }

    /// Each sample has a model of its own, so that what is declined does not depend on the others.
    private func tally(
        _ strategy: Plan.Strategy, _ count: Int, _ manners: MockModel.Manners = MockModel.Manners()
    ) async throws -> Tally {
        let recorder = TallyRecorder()
        try await inLanes(4, count: count) { place in
            let generator = run.generator(strategy, asking: MockModel(manners))
            let sample = SampleID(run: generator.run, index: place + 1)
            try await Run(generator, control: RunControl(), recorder: recorder).grow(sample)
        }
        return await recorder.tally
    }
}
