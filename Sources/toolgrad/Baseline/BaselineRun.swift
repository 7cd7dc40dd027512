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
    /// Samples that were there before, and stay as they are.
    let before: Set<Int>
    /// Samples that were there before without an answer, and are asked again.
    let again: Set<Int>
    /// The instructions up to this sample's were given out before.
    private let settled: Int
    /// A baseline of the same plan that an earlier version stored with the bare name of the model.
    ///
    /// It may be another endpoint's, so nothing of it is taken. Nil where there is none, and where this one was begun
    /// before.
    let namesake: RunID?
    let study: Study
    /// The model, by its name.
    let model: String
    private let baseline: Baseline
    /// Held for as long as this value lives.
    private let lock: RunLock

    /// Begins a baseline, or goes on with it when the dataset has it already.
    ///
    /// Limits count what earlier sessions have spent on it. Where what is `unanswered` is asked again, so is each
    /// sample in whose search a question had no answer; what comes of it takes the sample's place.
    ///
    /// - Throws: ``DatasetError``, also when another process works on it.
    static func begin(
        _ plan: BaselinePlan, by model: BaselineModel, with library: ToolLibrary, budget: Budget = Budget(),
        count: Int, unanswered: AskedBefore.Unanswered = .kept, in dataset: Dataset
    ) async throws -> BaselineRun {
        let clock = ContinuousClock()
        let start = clock.now
        let id = plan.id(model: model.identity, library: library.tools)
        let kept = plan.json(model: model.identity, library: library.tools)
        let lock = try dataset.lockStudy(id)
        let known = Set(try await dataset.studies().map(\.id))
        let bare = plan.id(model: model.name, library: library.tools)
        try await dataset.beginStudy(
            id, kind: .baseline, name: "\(plan.method.rawValue) by \(model.name)",
            plan: kept, at: Surroundings.now())
        try await dataset.want(count, of: id)
        let spent = budget == Budget() ? BudgetAccount.Spent() : try await dataset.studySpending(of: id)
        let ledger = dataset.ledger(for: id)
        let study = Study(
            model: model.stage(for: library.tools), library: library, ledger: ledger,
            account: BudgetAccount(budget, spent: spent) { clock.now - start }, prices: model.prices,
            askedBefore: AskedBefore(unanswered) { try await ledger.endings(of: $0) })
        let saved = try await dataset.itemIndices(of: id)
        let again: Set<Int> =
            switch unanswered {
            case .kept: []
            case .askedAgain: try await dataset.unansweredSamples(of: id, upTo: count)
            }
        return BaselineRun(
            dataset: dataset, id: id, plan: plan, origin: BaselineLine.Origin(study: id, plan: kept), count: count,
            before: saved.filter { $0 <= count }.subtracting(again), again: again, settled: saved.max() ?? 0,
            namesake: known.contains(bare) && !known.contains(id) ? bare : nil, study: study, model: model.name,
            baseline: Baseline(plan, as: id, in: study, now: Surroundings.now), lock: lock)
    }

    /// Makes the samples that are missing; each is on disk before `tell` hears of it.
    ///
    /// - Throws: as ``Baseline/run(count:concurrency:without:settled:tell:)``.
    func run(
        concurrency: Int, tell: @Sendable (BaselineSample) async throws -> Void
    ) async throws -> BaselineOutcome {
        try await baseline.run(count: count, concurrency: concurrency, without: before, settled: settled) { sample in
            try await save(sample)
            try await tell(sample)
        }
    }

    func save(_ sample: BaselineSample) async throws {
        try await dataset.saveItem(
            try JSON(encoding: sample), index: sample.index, of: id, at: Surroundings.now())
    }

    /// The samples that are there, 1 to `count`, in their order; those after an index for `after`.
    func samples(after index: Int? = nil) -> BaselineSamples {
        dataset.baselineSamples(of: id, by: origin.model, after: index, upTo: count)
    }

    /// What those samples came to.
    func figures() async throws -> BaselineFigures {
        var figures = BaselineFigures()
        for try await sample in samples() { figures.add(sample) }
        return figures
    }
}
