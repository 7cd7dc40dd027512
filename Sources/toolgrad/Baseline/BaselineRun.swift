import DatasetStore
import Engine
import Evaluation

/// A baseline over a dataset, ready to go on: nothing that its record has is asked or called again.
struct BaselineRun: Sendable {
    let dataset: Dataset
    let id: RunID
    let plan: BaselinePlan
    /// Which baseline it is, for lines that machines read.
    let origin: BaselineLine.Origin
    /// Samples it should have in the end.
    let count: Int
    /// Samples that were there before.
    let before: Set<Int>
    let study: Study
    /// The model, by its name.
    let model: String
    private let baseline: Baseline
    /// Held for as long as this value lives.
    private let lock: RunLock

    /// Begins a baseline, or goes on with it when the dataset has it already.
    ///
    /// Limits count what earlier sessions have spent on it.
    ///
    /// - Throws: ``DatasetError``, also when another process works on it.
    static func begin(
        _ plan: BaselinePlan, by model: BaselineModel, with library: ToolLibrary, budget: Budget = Budget(),
        count: Int, in dataset: Dataset
    ) async throws -> BaselineRun {
        let clock = ContinuousClock()
        let start = clock.now
        let id = plan.id(model: model.identity, library: library.tools)
        let kept = plan.json(model: model.identity, library: library.tools)
        let lock = try dataset.lockStudy(id)
        try await dataset.beginStudy(
            id, kind: .baseline, name: "\(plan.method.rawValue) by \(model.name)",
            plan: kept, at: Surroundings.now())
        let spent = budget == Budget() ? BudgetAccount.Spent() : try await dataset.studySpending(of: id)
        let study = Study(
            model: model.stage(for: library.tools), library: library, ledger: dataset.ledger(for: id),
            account: BudgetAccount(budget, spent: spent) { clock.now - start }, prices: model.prices)
        return BaselineRun(
            dataset: dataset, id: id, plan: plan, origin: BaselineLine.Origin(study: id, plan: kept), count: count,
            before: try await dataset.itemIndices(of: id).filter { $0 <= count }, study: study, model: model.name,
            baseline: Baseline(plan, as: id, in: study, now: Surroundings.now), lock: lock)
    }

    /// Makes the samples that are missing; each is on disk before `tell` hears of it.
    ///
    /// - Throws: as ``Baseline/run(count:concurrency:without:tell:)``.
    func run(
        concurrency: Int, tell: @Sendable (BaselineSample) async throws -> Void
    ) async throws -> BaselineOutcome {
        try await baseline.run(count: count, concurrency: concurrency, without: before) { sample in
            try await save(sample)
            try await tell(sample)
        }
    }

    func save(_ sample: BaselineSample) async throws {
        try await dataset.saveItem(
            try JSON(encoding: sample), index: sample.index, of: id, at: Surroundings.now())
    }

    /// The samples that are there, 1 to `count`, in their order.
    func samples() async throws -> [BaselineSample] {
        try await dataset.baselineSamples(of: id).filter { $0.index <= count }
    }
}

extension Dataset {
    /// The samples of a baseline, in their order.
    ///
    /// - Throws: ``CommandFailure`` for one that this version cannot read.
    func baselineSamples(of study: RunID) async throws -> [BaselineSample] {
        try await items(of: study).map { index, json in try BaselineSample(stored: json, index: index) }
    }
}

extension BaselineSample {
    /// Reads a sample as a dataset keeps it.
    ///
    /// - Throws: ``CommandFailure`` for one that this version cannot read.
    init(stored json: JSON, index: Int) throws {
        guard let sample = json.decoded(as: BaselineSample.self) else {
            throw CommandFailure(
                "The baseline's sample \(index) is stored in a way that this version does not read. Use the version "
                    + "that made it.")
        }
        self = sample
    }
}
