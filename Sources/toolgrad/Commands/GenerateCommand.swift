import ArgumentParser
import DatasetStore
import Engine
import NcursesTerminal

/// `toolgrad generate`: grows samples without the interface, or watched in it.
struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Grow samples, without the explorer or watched in it.",
        discussion: """
            The same command goes on with the same run, so an interrupted one loses nothing; a complete one prints its \
            stored result. Review the file in another terminal meanwhile: toolgrad review FILE.
            """)

    @OptionGroup var plan: PlanOptions

    @OptionGroup(title: "Guidance") var guidance: GuidanceOptions

    @OptionGroup(title: "Models") var models: ModelOptions

    @OptionGroup(title: "Tools") var tools: ToolOptions

    @Option(help: ArgumentHelp("The dataset; begun where there is none.", valueName: "file"))
    var dataset = "dataset.toolgrad"

    @Option(
        help: ArgumentHelp(
            "Grow the finished samples of another dataset again, from its record alone: no model and no tool is asked.",
            discussion:
                "Plan and models are the record's own. Tells whether every event is the same; exits with 1 if not.",
            valueName: "file"))
    var replay: String?

    @Flag(help: "Print one line of JSON for each finished sample, in the order of the samples.")
    var json = false

    @Flag(help: "Open the explorer on the run while it grows: follow it, steer it, decide what is finished.")
    var watch = false

    @Flag(help: "With --watch: nothing grows until you let it, so that you can hold a sample from its beginning.")
    var paused = false

    @OptionGroup(title: "The explorer, with --watch") var screen: ScreenOptions

    func validate() throws {
        if paused, !watch { throw ValidationError("--paused waits for the explorer: add --watch.") }
        if watch, json || replay != nil {
            throw ValidationError("--watch opens the explorer; leave out \(json ? "--json" : "--replay").")
        }
    }

    func run() async throws {
        if replay != nil, models.endpoint.model != nil {
            throw CommandFailure("--replay asks no model: it has the record's own. Leave out --model.")
        }
        if replay != nil, guidance.isUsed {
            throw CommandFailure(
                "--replay tells samples what they were told in the record. Leave out --guidance and --learn-from.")
        }
        if let replay { return try await ReplayReport(record: replay, target: dataset).run(plan.concurrency) }
        let surroundings = Surroundings.read()
        let planner = try await surroundings.planner(models)
        try await Dataset.begun(at: dataset) { try await grow(in: $0, by: planner, surroundings) }
    }

    private func grow(in store: Dataset, by planner: Planner, _ surroundings: Surroundings) async throws {
        let report = try await guidance.guidance(from: store)
        for line in report.lines { try Output.notes.line(line) }
        guard !report.isInVain else {
            throw CommandFailure(
                "Nothing was learnt, so the run was not begun. Reject samples with a note or blame a tool, change the "
                    + "filter, leave --learn-from out, or give --guidance.")
        }
        var wanted = models.applied(to: plan.plan(planner.strategy))
        wanted.guidance = report.guidance
        guard !watch else {
            let session = WatchSession(
                dataset: store, planner: planner, toolOptions: tools, surroundings: surroundings, screen: screen,
                isPaused: paused, baseURL: models.endpoint.baseURL)
            return try await session.run(wanted, count: plan.count, concurrency: plan.concurrency)
        }
        let listening = StandardStreams.error.isTerminal ? Listening() : nil
        let live = try await surroundings.tools(tools, memory: store, .unattended(keeping: []))
        try await live.closing { [wanted] in
            try live.tell()
            let growth = try await Growth.begin(
                wanted, by: planner, with: live, count: plan.count, concurrency: plan.concurrency, in: store,
                listening: listening)
            try growth.tell()
            surroundings.remember(dataset: dataset)
            try await HeadlessGrowth(growth: growth, path: dataset, printsLines: json).run()
        }
    }
}

/// `toolgrad resume`: goes on with a run that was interrupted.
struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Go on with an interrupted run.",
        discussion: """
            Models are asked where they were, with the key that the settings name for their endpoint. The key of \
            OPENAI_API_KEY goes only to OpenAI, to OPENAI_BASE_URL or to --base-url: an address that only the dataset \
            names gets none. The limits and the guidance of a run are part of it. Branches that were cut off go on too. \
            A sample that was held stays held with --watch, and grows on without it.
            """)

    @Argument(help: "The run's first digits; without them, the newest run that is not complete.")
    var run: String?

    @Option(help: "Samples that grow at once; the dataset does not keep how many did before.")
    var concurrency = 16

    @Flag(help: "Print one line of JSON for each finished sample, in the order of the samples.")
    var json = false

    @Flag(help: "Open the explorer on the run while it goes on.")
    var watch = false

    @Flag(help: "With --watch: nothing grows until you let it, so that you can steer what is unfinished.")
    var paused = false

    @OptionGroup(title: "The explorer, with --watch") var screen: ScreenOptions

    @Option(
        help: ArgumentHelp("Leave this tool out of the batches to come; may be given several times.", valueName: "tool")
    )
    var mute: [String] = []

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("Where the run's models are asked, if not where they were.", valueName: "url"))
    var baseURL: String?

    @OptionGroup var source: DatasetOption

    @OptionGroup(title: "Tools, those it was begun with") var tools: ToolOptions

    mutating func validate() throws {
        guard (1...1024).contains(concurrency) else {
            throw ValidationError("--concurrency is \(concurrency). Give a number from 1 to 1024.")
        }
        if paused, !watch { throw ValidationError("--paused waits for the explorer: add --watch.") }
        if watch, json { throw ValidationError("--watch opens the explorer; leave out --json.") }
    }

    func run() async throws {
        let store = try source.open(.readWrite)
        let stored = try choose(among: try await store.runs())
        if watch {
            let surroundings = Surroundings.read()
            let session = WatchSession(
                dataset: store, planner: try await surroundings.planner(of: stored, baseURL: baseURL),
                toolOptions: tools, surroundings: surroundings, screen: screen, isPaused: paused, muted: muted,
                baseURL: baseURL)
            return try await session.run(
                stored.plan, count: stored.requested, concurrency: concurrency, expecting: stored.id)
        }
        let opening = StoredRunOpening(run: stored, dataset: store, tools: tools, baseURL: baseURL)
        try await opening.open(concurrency: concurrency) { growth in
            try await growth.mute(muted)
            try await HeadlessGrowth(growth: growth, path: try source.path, printsLines: json).run()
        }
    }

    private var muted: [ToolName] { Set(mute.map { ToolName($0) }).sorted() }

    private func choose(among runs: [StoredRun]) throws -> StoredRun {
        guard let run else {
            if let open = runs.last(where: { $0.unfinished > 0 }) ?? runs.last { return open }
            throw CommandFailure("The dataset has no run. Begin one with toolgrad generate.")
        }
        let matching = runs.filter { $0.id.hash.hex.hasPrefix(run) }
        guard let found = matching.first else {
            let known = runs.map(\.id.description).joined(separator: ", ")
            throw CommandFailure("The dataset has no run \(run). It has: \(known.isEmpty ? "none" : known).")
        }
        guard matching.count == 1 else {
            throw CommandFailure("\(matching.count) runs begin with \(run). Give more digits.")
        }
        return found
    }
}
