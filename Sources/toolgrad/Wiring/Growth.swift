import DatasetStore
import Engine

/// A run over a dataset, ready to grow: the generator, its control, and the right to write.
struct Growth: Sendable {
    let dataset: Dataset
    let generator: Generator
    let control: RunControl
    /// Samples the run should have in the end.
    let count: Int
    /// How many samples grow at once in the beginning.
    let workers: Int
    /// Samples of the run that had ended before.
    let endedBefore: Int
    /// What hears models speak; nil where nobody would see it.
    let listening: Listening?
    /// What was asked of its samples before they were cut off, and counts once they go on.
    let waiting: [SampleID: WaitingSteerings]
    /// The samples that were held when they were cut off, in their order; nothing holds them before ``holdAgain()``.
    let held: [KeptSteering]
    /// What whoever grows the run must know.
    let notices: [String]
    /// Branches that were begun before and cut off.
    private let openBranches: [SampleID]
    /// Held for as long as the run or a branch of it grows.
    private let hold: RunHold

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
        let hold = try RunHold(of: run, in: dataset)
        try await dataset.beginRun(
            run, plan: plan, planner: planner.stages.planner, library: library.tools, requested: count,
            at: Surroundings.now(), setup: RunSetup(models: planner.setup, tools: tools.setup).json)
        let spent = plan.budget == Budget() ? BudgetAccount.Spent() : try await dataset.spent(of: run)
        let ledger: any RunLedger = record.map { ReplayLedger(from: $0, into: dataset) } ?? dataset
        let generator = Generator(
            plan: plan, library: library, stages: planner.stages, control: control, ledger: ledger,
            account: BudgetAccount(plan.budget, spent: spent) { clock.now - start }, prices: planner.prices,
            watch: listening?.hear, now: Surroundings.now)
        let kept = try await dataset.keptSteerings(of: run)
        for (sample, words) in kept.waiting { await control.ask(words.words, of: sample) }
        return Growth(
            dataset: dataset, generator: generator, control: control, count: count, workers: concurrency,
            endedBefore: try await dataset.finishedIndices(of: run).count, listening: listening,
            waiting: kept.waiting, held: kept.held, notices: kept.notices,
            openBranches: try await dataset.unfinishedBranches(of: run),
            hold: hold)
    }

    /// The samples of the run.
    var samples: [SampleID] { (1...count).map { SampleID(run: generator.run, index: $0) } }

    /// Grows what is not finished yet: every sample of the run and its branches, or only some of its samples.
    ///
    /// - Throws: what stopped it; see ``Run/grow(_:)``.
    func grow(recording recorder: any EventRecorder, only wanted: Set<Int>? = nil) async throws {
        try hold.enter()
        defer { hold.leave() }
        let finished = try await dataset.finishedIndices(of: generator.run)
        let left = (1...count).lazy.filter { !finished.contains($0) && wanted?.contains($0) != false }
        let run = Run(generator, control: control, recorder: recorder)
        try await run.grow(left)
        if wanted == nil { try await run.grow(samples: openBranches) }
    }
}

extension RunControl {
    fileprivate func ask(_ words: [WaitingSteering], of sample: SampleID) {
        for word in words { steer(sample, with: word.steering, at: word.gate, iteration: word.iteration) }
    }
}

extension Growth {
    /// Whether anything of this process grows the run now.
    var isUnderWay: Bool { hold.isUsed }

    /// Whether this process has the run for itself, be it for what is about to grow.
    var holdsRun: Bool { hold.isLocked }

    /// Holds the samples again that were held, for somebody who can let them go.
    func holdAgain() async {
        for kept in held { await control.hold(kept.sample) }
    }

    /// Lets the samples go that were held, where nobody is there to do it later.
    ///
    /// - Returns: What has to be told of that, nothing where none was held.
    /// - Throws: ``DatasetError``
    func letHeldGo() async throws -> [String] {
        guard !held.isEmpty else { return [] }
        var names: [String] = []
        for kept in held {
            try await dataset.keep(kept.letGo, at: Surroundings.now())
            names.append(try await dataset.name(of: kept.sample))
        }
        return [
            "\(names.joined(separator: ", ")) \(names.count == 1 ? "was" : "were") held. Nobody is here to let go of "
                + "\(names.count == 1 ? "it, so it grows" : "them, so they grow") on; with --watch what is held stays so."
        ]
    }

    /// Tells its notices on stderr, where no explorer does.
    func tell() throws {
        for notice in notices { try Output.notes.line(ToolText.line(notice)) }
    }

    /// Leaves tools out of the batches to come.
    ///
    /// - Throws: ``BranchObstacle/unknownTool(_:)`` for one that the run does not have.
    func mute(_ tools: [ToolName]) async throws {
        for tool in tools {
            guard generator.library[tool] != nil else { throw BranchObstacle.unknownTool(tool) }
            await control.mute(tool)
        }
    }

    /// Grows branches that were begun before, from where their records end.
    func grow(branches: [SampleID], recording recorder: any EventRecorder) async throws {
        try hold.enter()
        defer { hold.leave() }
        try await Run(generator, control: control, recorder: recorder).grow(samples: branches)
    }

    /// Begins a branch and grows it; `begun` is told its first event once that is on disk.
    ///
    /// - Throws: what stopped it; see ``Run/grow(_:)``. ``DatasetError`` when another process grows the run.
    func grow(
        _ branch: BranchWish, recording recorder: any EventRecorder,
        begun: @Sendable (RecordedEvent) async throws -> Void
    ) async throws {
        try hold.enter()
        defer { hold.leave() }
        let first = try await dataset.beginBranch(of: branch.parent, with: branch.event, at: Surroundings.now())
        try await begun(first)
        try await Run(generator, control: control, recorder: recorder).grow(samples: [first.sample])
    }
}

extension Dataset {
    /// A sample's label; one that has not begun has none yet, and is named by its place in the run.
    fileprivate func name(of sample: SampleID) async throws -> String {
        do { return try await label(of: sample).description } catch DatasetError.unknownSample {
            return "sample \(sample.index) of the run"
        }
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
