import DatasetStore
import Engine

/// A run over a dataset, ready to grow: the generator, its control, and the right to write.
struct Growth: Sendable {
    let dataset: Dataset
    let generator: Generator
    let control: RunControl
    /// Samples the run should have in the end.
    let count: Int
    /// What hears models speak; nil where nobody would see it.
    let listening: Listening?
    /// Held for as long as the run grows.
    private let lock: RunLock

    /// Begins a run, or goes on with it when the dataset has it already.
    ///
    /// Where a record is given, it answers instead of models and tools.
    ///
    /// - Throws: ``DatasetError``, ``ToolSourceError``, or ``CommandFailure`` when the run is not the expected one: its
    ///   tools or its planner are no longer those it was begun with.
    static func begin(
        _ plan: Plan, by planner: Planner = .offline, with tools: LiveTools, count: Int, concurrency: Int,
        in dataset: Dataset,
        replaying record: Dataset? = nil, expecting expected: RunID? = nil,
        listening: Listening? = nil
    ) async throws -> Growth {
        let clock = ContinuousClock()
        let start = clock.now
        let control = RunControl(concurrency: concurrency)
        let library = tools.library
        let run = RunID(plan: plan, library: library.tools, planner: planner.stages.identity)
        if let expected, expected != run {
            let stored = try await dataset.runs().first { $0.id == expected }
            throw CommandFailure.otherTools(expected, than: stored?.toolSetup)
        }
        if plan.budget.money != nil, record == nil { try planner.checkPrices() }
        let lock = try dataset.lockRun(run)
        try await dataset.beginRun(
            run, plan: plan, planner: planner.stages.planner, library: library.tools, requested: count,
            at: Surroundings.now(), setup: RunSetup(models: planner.setup, tools: tools.setup).json)
        let spent = plan.budget == Budget() ? BudgetAccount.Spent() : try await dataset.spent(of: run)
        let ledger: any RunLedger = record.map { ReplayLedger(from: $0, into: dataset) } ?? dataset
        let generator = Generator(
            plan: plan, library: library, stages: planner.stages, control: control, ledger: ledger,
            account: BudgetAccount(plan.budget, spent: spent) { clock.now - start }, prices: planner.prices,
            watch: listening?.hear, now: Surroundings.now)
        return Growth(
            dataset: dataset, generator: generator, control: control, count: count, listening: listening, lock: lock)
    }

    /// The samples of the run.
    var samples: [SampleID] { (1...count).map { SampleID(run: generator.run, index: $0) } }

    /// Grows what is not finished yet: every sample of the run, or only some.
    ///
    /// - Throws: what stopped it; see ``Run/grow(_:)``.
    func grow(recording recorder: any EventRecorder, only wanted: Set<Int>? = nil) async throws {
        defer { lock.release() }
        let finished = try await dataset.finishedIndices(of: generator.run)
        let left = (1...count).lazy.filter { !finished.contains($0) && wanted?.contains($0) != false }
        try await Run(generator, control: control, recorder: recorder).grow(left)
    }
}

extension CommandFailure {
    /// Says what a run was begun with, where its record names more than the demo tools.
    fileprivate static func otherTools(_ run: RunID, than setup: JSON?) -> CommandFailure {
        let sources = (setup?.array ?? []).compactMap { source in
            source["name"]?.string.map { "\($0) (\(source["command"]?.string ?? ""))" }
        }
        let begun = sources.isEmpty ? "the demo tools" : sources.joined(separator: ", ")
        return CommandFailure(
            ToolText.line(
                "The run \(run) was begun with other tools or another planner, so it cannot go on with these. It had "
                    + "\(begun). Name the same (--mcp-config, --toolbench), use the version it was begun with, or begin "
                    + "a new run with toolgrad generate."))
    }
}
