import ArgumentParser
import DatasetStore
import Engine
import Evaluation
import Glibc

/// Makes the samples that a comparison lacks: every method on the same tools, from the same seed.
struct ComparisonGrowth {
    let dataset: Dataset
    let tools: LiveTools
    let plan: PlanOptions
    let models: ModelOptions
    /// What becomes of query-first samples that had no answer.
    let unanswered: AskedBefore.Unanswered
    let surroundings: Surroundings
    /// Tells of tries that fail, whichever method makes them.
    private let tries = FailedTries()

    init(
        dataset: Dataset, tools: LiveTools, plan: PlanOptions, models: ModelOptions,
        unanswered: AskedBefore.Unanswered, surroundings: Surroundings
    ) {
        self.dataset = dataset
        self.tools = tools
        self.plan = plan
        self.models = models
        self.unanswered = unanswered
        self.surroundings = surroundings
    }

    /// What a method made.
    struct Made {
        let id: RunID
        /// What kept samples away; nil where every one is there.
        let obstacle: Obstacle?
    }

    /// Why a method has not all of its samples.
    enum Obstacle: Hashable {
        /// The limit is nil where no sample says which it was.
        case limitMet(Budget.Limit?, by: ComparedMethod)
        case noInstructions(String)

        var words: String {
            switch self {
            case .limitMet(let limit, let method):
                (limit.map { "the limit of \($0.title)" } ?? "a limit") + " was met. " + method.order.way(on: method)
            case .noInstructions(let reason): "no instructions could be written: \(reason)"
            }
        }
    }

    /// Goes on with a method, or begins it.
    ///
    /// - Throws: what stops a run or a baseline, and an exit code after a signal. What was made until then is stored.
    func make(_ method: ComparedMethod) async throws -> Made {
        switch method {
        case .offline: try await grow(method, by: .offline)
        case .lean: try await grow(method, by: try await planner(.lean))
        case .paper: try await grow(method, by: try await planner(.paper))
        case .dfs: try await search(.dfs)
        case .react: try await search(.react)
        }
    }

    private func planner(_ strategy: Plan.Strategy) async throws -> Planner {
        var options = models
        options.strategy = strategy
        return try await surroundings.planner(options, telling: tries)
    }

    private func grow(_ method: ComparedMethod, by planner: Planner) async throws -> Made {
        let growth = try await Growth.begin(
            wanted(planner.strategy), by: planner, with: tools, count: plan.count, concurrency: plan.concurrency,
            in: dataset)
        try growth.tell()
        let headless = HeadlessGrowth(growth: growth, path: dataset.path, printsLines: false)
        if case .signal(let number) = try await headless.runQuietly() { throw try ExitCode.interrupted(by: number) }
        let finished = try await dataset.finishedIndices(of: growth.generator.run)
        guard let missing = (1...plan.count).first(where: { !finished.contains($0) }) else {
            return Made(id: growth.generator.run, obstacle: nil)
        }
        let limit = try await limit(of: growth.generator.run, from: missing, without: finished)
        return Made(id: growth.generator.run, obstacle: .limitMet(limit, by: method))
    }

    /// The limit that the first of the missing samples met which says so.
    private func limit(of run: RunID, from first: Int, without finished: Set<Int>) async throws -> Budget.Limit? {
        for index in first...plan.count where !finished.contains(index) {
            let last = try await dataset.events(of: SampleID(run: run, index: index)).last?.event
            if case .interrupted(let limit)? = last { return limit }
        }
        return nil
    }

    private func wanted(_ strategy: Plan.Strategy?) -> Plan {
        models.applied(to: plan.plan(strategy))
    }
}

extension ComparisonGrowth {
    private func search(_ method: BaselineSample.Method) async throws -> Made {
        let baseline = BaselinePlan(
            method: method, seed: plan.seed, answerTokens: models.answerTokens, temperature: models.temperature)
        let run = try await BaselineRun.begin(
            baseline, by: try await searcher, with: tools.library, budget: wanted(nil).budget, count: plan.count,
            unanswered: unanswered, in: dataset)
        let outcome = try await untilSignal(run)
        let silent = try await run.figures().unanswered
        if silent > 0 {
            try Output.notes.line(silent.withoutAnswer(silent.samples) + ". Until then that counts as not passed.")
        }
        return Made(id: run.id, obstacle: outcome.obstacle(to: ComparedMethod(method)))
    }

    /// Who writes instructions and searches for answers: the rules, where no model is asked.
    private var searcher: BaselineModel {
        get async throws {
            let budget = wanted(nil).budget
            guard models.asksModels(try surroundings.settings().models) else { return .rules }
            return try await surroundings.baselineModel(models.endpoint.wish, limit: budget.money, telling: tries)
        }
    }

    private func untilSignal(_ run: BaselineRun) async throws -> BaselineOutcome {
        let progress = BaselineProgress(count: run.count, already: run.before.count)
        await progress.begin(run)
        let concurrency = plan.concurrency
        let making = Task { try await run.run(concurrency: concurrency) { await progress.tell($0) } }
        let signals = SignalWatch([SIGINT, SIGTERM, SIGHUP]) { making.cancel() }
        let result = await making.result
        signals.stop()
        await progress.end()
        if case .failure(let error) = result, error is CancellationError, let number = signals.received {
            throw try ExitCode.interrupted(by: number)
        }
        return try result.get()
    }
}

extension ModelOptions {
    /// Whether a model is asked at all: the rules and the offline planner ask none.
    func asksModels(_ configured: ConfiguredModels) -> Bool {
        switch endpoint.model {
        case RuleBasedSolver.name?, ModelChoice.offline?: endpoint.baseURL != nil
        case .some: true
        case nil: configured.model.map { $0 != ModelChoice.offline } ?? !configured.stages.isEmpty
        }
    }
}

extension ExitCode {
    fileprivate static func interrupted(by number: Int32) throws -> ExitCode {
        try Output.notes.line("Stopped by a signal; nothing is lost. The same command goes on.")
        return signal(number)
    }
}

extension BaselineOutcome {
    /// Why samples are missing; nil where none is.
    fileprivate func obstacle(to method: ComparedMethod) -> ComparisonGrowth.Obstacle? {
        switch ending {
        case .complete: nil
        case .limitMet(let limit): .limitMet(limit, by: method)
        case .noInstructions(let reason): .noInstructions(reason)
        }
    }
}

extension ComparedMethod.Order {
    /// How one comes to the rest of the samples, once a limit was met.
    fileprivate func way(on method: ComparedMethod) -> String {
        switch self {
        case .answerFirst: "Limits are part of a run: with other limits \(method.rawValue) begins anew"
        case .queryFirst: "With a higher one, \(method.rawValue) goes on"
        }
    }
}
