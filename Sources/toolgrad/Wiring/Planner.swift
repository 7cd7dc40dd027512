import DatasetStore
import Engine
import OfflinePlanner

/// Who plans a run: the offline stages, or stages that ask models.
struct Planner: Sendable {
    let stages: Stages
    /// What the models cost, as far as it is known.
    let prices: PriceTable
    /// How the run reaches its models, so that it can go on without being told again; never a key.
    let setup: JSON?

    /// How models share the work; nil where none is asked.
    let strategy: Plan.Strategy?

    static let offline = Planner(stages: .offline, prices: PriceTable(), setup: nil, strategy: nil)
}

extension Planner {
    /// Stages that ask models.
    init(_ setup: ModelSetup, prices: PriceTable, model: (ModelStage) throws -> any LanguageModel) rethrows {
        self.init(
            stages: .model(try setup.settings(model)), prices: prices, setup: setup.json, strategy: setup.strategy)
    }

    /// Finds out whether a limit in dollars can hold.
    ///
    /// - Throws: ``UnknownPrices``.
    func checkPrices() throws {
        let models = try setup.map { try ModelSetup($0).stages.all.map(\.model) } ?? []
        let unpriced = Set(models).filter { prices[model: $0] == nil }
        if !unpriced.isEmpty { throw UnknownPrices(models: unpriced.sorted()) }
    }

    /// What a demo is grown with.
    func demoPlan(seed: UInt64) -> Plan {
        var plan = Plan.demo(seed: seed)
        plan.follow(strategy)
        return plan
    }

    /// Who planned a stored run, with models that nobody can ask: its record has every answer.
    ///
    /// - Throws: ``CommandFailure`` when this version cannot read how the run asked its models.
    init(of run: StoredRun) throws {
        guard let setup = run.modelSetup else {
            self = .offline
            return
        }
        self.init(try ModelSetup(setup), prices: PriceTable()) { _ in UnreachableModel() }
    }
}

/// Stands where a record answers: asking it is an error.
private struct UnreachableModel: LanguageModel {
    func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
        throw ModelError.notRecorded("a question to \(request.model)")
    }
}

extension Plan {
    /// What a strategy of models implies; nil leaves the plan as the offline planner has it.
    ///
    /// With `paper` every iteration runs, query and response are drafted in each, and no gradient is remembered, as in
    /// the paper; with `lean` a model writes them once, at the end.
    mutating func follow(_ strategy: Strategy?) {
        guard let strategy else { return }
        self.strategy = strategy
        drafting = strategy == .paper ? .everyIteration : .atTheEnd
        if strategy == .paper { (targetSteps, gradientMemory) = (nil, 0) }
    }
}
