import DatasetStore
import DemoTools
import Engine
import OfflinePlanner

/// A run over a dataset, ready to grow: the generator, its control, and the right to write.
struct Growth: Sendable {
    let dataset: Dataset
    let generator: Generator
    let control: RunControl
    /// Samples the run should have in the end.
    let count: Int
    /// Held for as long as the run grows.
    private let lock: RunLock

    /// Begins a run, or goes on with it when the dataset has it already.
    ///
    /// - Throws: ``DatasetError``, or ``ToolSourceError``.
    static func begin(_ plan: Plan, count: Int, concurrency: Int, in dataset: Dataset) async throws -> Growth {
        let library = try await ToolLibrary(DemoTools())
        let clock = ContinuousClock()
        let start = clock.now
        let control = RunControl(concurrency: concurrency)
        let run = RunID(plan: plan, library: library.tools, planner: Stages.offline.identity)
        let lock = try dataset.lockRun(run)
        try await dataset.beginRun(
            run, plan: plan, planner: Stages.offline.planner, library: library.tools, requested: count,
            at: Surroundings.now())
        let spent = plan.budget.toolCalls == nil ? 0 : try await dataset.finishedCallCount(of: run)
        let generator = Generator(
            plan: plan, library: library, stages: .offline, control: control, ledger: dataset,
            account: BudgetAccount(plan.budget, toolCalls: spent) { clock.now - start }, now: Surroundings.now)
        return Growth(dataset: dataset, generator: generator, control: control, count: count, lock: lock)
    }

    /// Goes on with a run that the dataset has.
    ///
    /// - Throws: ``CommandFailure`` when the tools or the planner are no longer those the run was begun with.
    static func resume(_ stored: StoredRun, concurrency: Int, in dataset: Dataset) async throws -> Growth {
        let growth = try await begin(
            stored.plan, count: stored.requested, concurrency: concurrency, in: dataset, expecting: stored.id)
        return growth
    }

    private static func begin(
        _ plan: Plan, count: Int, concurrency: Int, in dataset: Dataset, expecting run: RunID
    ) async throws -> Growth {
        let library = try await ToolLibrary(DemoTools())
        guard RunID(plan: plan, library: library.tools, planner: Stages.offline.identity) == run else {
            throw CommandFailure(
                "The run \(run) was begun with other tools or another planner, so it cannot go on with these. "
                    + "Use the version it was begun with, or begin a new run with toolgrad generate.")
        }
        return try await begin(plan, count: count, concurrency: concurrency, in: dataset)
    }

    /// The samples of the run.
    var samples: [SampleID] { (1...count).map { SampleID(run: generator.run, index: $0) } }

    /// Grows what is not finished yet.
    ///
    /// - Throws: what stopped it; see ``Run/grow(_:)``.
    func grow(recording recorder: any EventRecorder) async throws {
        defer { lock.release() }
        try await Run(generator, control: control, recorder: recorder).grow(1...count)
    }
}
