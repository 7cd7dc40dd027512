import ArgumentParser
import DatasetStore
import Engine
import Evaluation
import HTTPTransport

/// `toolgrad compare`: ways to make samples, side by side.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Make samples answer first and query first, and compare what each takes.",
        discussion: """
            toolgrad compare --count 5 --dataset compare.toolgrad
            toolgrad compare --count 50 --model gpt-4.1-mini --max-cost 5 --dataset compare.toolgrad
            toolgrad compare --only-stored --markdown --dataset compare.toolgrad

            Each method works on the same tools from the same seed. What is in the dataset already is not made again, \
            so an interrupted comparison goes on with the same command; a limit counts for each method by itself. \
            Without a model, the offline planner stands for answer first and a solver by rules for query first: that \
            shows what the table is like, and says nothing about models. --only-stored and --published make nothing, \
            and show what is there.
            """)

    @OptionGroup var plan: PlanOptions

    @OptionGroup(title: "Models") var models: ModelOptions

    @OptionGroup(title: "Tools") var tools: ToolOptions

    @Option(
        help: ArgumentHelp(
            "What is compared, with commas between: offline, lean, paper, dfs, react.",
            discussion: """
                Answer first: offline (the offline planner), lean (few questions), paper (as in the paper). Query \
                first: dfs (ToolBench's depth-first search), react (one chain). Without it, lean, paper, dfs, react; \
                with no model offline, dfs, react.
                """, valueName: "methods"))
    var method: MethodList?

    @Option(help: ArgumentHelp("The dataset; begun where there is none.", valueName: "file"))
    var dataset = "dataset.toolgrad"

    @Flag(
        help: "Make nothing: compare the newest of each method in the dataset with this seed; --count takes the first.")
    var onlyStored = false

    @Flag(
        help: ArgumentHelp(
            "Ask again what a query-first method had no answer to; samples made answer first stay as they are.",
            discussion: "No answer: the connection was lost, or every try timed out or failed."))
    var retryFailed = false

    @Flag(help: "Make nothing, as --only-stored, and show the paper's own figures beside, with their source.")
    var published = false

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Print a Markdown table.")
    var markdown = false

    mutating func validate() throws {
        if json, markdown { throw ValidationError("--json and --markdown are two ways to print. Give one of them.") }
        if models.strategy != nil {
            throw ValidationError("compare has both strategies. Choose with --method lean or --method paper.")
        }
        if retryFailed, let looking = looking.first {
            throw ValidationError("--retry-failed asks again, and \(looking) asks nothing. Leave one of them out.")
        }
    }

    /// The options by which nothing is made; empty where what is missing is.
    private var looking: [String] {
        [("--only-stored", onlyStored), ("--published", published)].filter(\.1).map(\.0)
    }

    func run() async throws {
        let surroundings = Surroundings.read()
        guard looking.isEmpty else {
            let store = try Dataset.openedAfterCrash(at: surroundings.existingDataset(dataset), mode: .readOnly)
            return try await printStored(of: store)
        }
        let methods = try methods(surroundings)
        let obstacles = try await Dataset.begun(at: dataset) { store in
            let live = try await surroundings.tools(tools, memory: store, .unattended(keeping: []))
            return try await live.closing {
                try live.tell()
                let growth = ComparisonGrowth(
                    dataset: store, tools: live, plan: plan, models: models,
                    unanswered: retryFailed ? .askedAgain : .kept, surroundings: surroundings)
                return try await make(methods, growth, in: store)
            }
        }
        surroundings.remember(dataset: dataset)
        for (method, obstacle) in obstacles {
            try Output.notes.line(ToolText.line("\(method.rawValue) is not complete: \(obstacle.words)."))
        }
        if let worst = obstacles.map(\.obstacle.exitCode).min(by: { $0.rawValue < $1.rawValue }) { throw worst }
    }

    /// What was asked for, or everything that there is a model for.
    private func methods(_ surroundings: Surroundings) throws -> [ComparedMethod] {
        let asksModels = models.asksModels(try surroundings.settings().models)
        let wanted = method?.methods ?? (asksModels ? [.lean, .paper, .dfs, .react] : [.offline, .dfs, .react])
        if !asksModels {
            if let asking = wanted.first(where: { $0 == .lean || $0 == .paper }) {
                throw CommandFailure(
                    "\(asking.rawValue) asks a model, and none is named. Name one with --model, or take --method offline."
                )
            }
            try models.check(nil, prices: PriceTable())
        }
        return wanted
    }

    /// Makes what is missing and prints the table; gives what kept samples away.
    private func make(
        _ methods: [ComparedMethod], _ growth: ComparisonGrowth, in store: Dataset
    ) async throws -> [(method: ComparedMethod, obstacle: ComparisonGrowth.Obstacle)] {
        var made: [ComparisonGrowth.Made] = []
        for method in methods {
            try Output.notes.line("\(method.rawValue), \(method.order.rawValue)")
            made.append(try await growth.make(method))
        }
        let stored = try await store.storedMethods()
        var columns: [ComparisonTable.Column] = []
        for one in made {
            guard let method = stored.first(where: { $0.id == one.id }) else { continue }
            columns.append(
                try await store.column(of: method, first: plan.count, obstacle: one.obstacle?.words))
        }
        try show(ComparisonTable(columns))
        return zip(methods, made).compactMap { method, made in
            made.obstacle.map { (method: method, obstacle: $0) }
        }
    }
}

extension CompareCommand {
    private func printStored(of store: Dataset) async throws {
        let made = try await store.storedMethods().filter { $0.isMade(by: models.endpoint.wish) }
        let stored = made.filter { $0.seed == plan.seed }
        let wanted = method?.methods ?? ComparedMethod.allCases
        let chosen = wanted.compactMap { method in stored.last { $0.method == method } }
        guard !chosen.isEmpty else {
            let seeds = made.filter { wanted.contains($0.method) }.map(\.seed)
            throw CommandFailure(
                "The dataset has nothing to compare with seed \(plan.seed)"
                    + (models.endpoint.model.map { ToolText.line(" by \($0)") } ?? "")
                    + (models.endpoint.baseURL.map { ToolText.line(" at \($0)") } ?? "")
                    + ". \(remedy(of: seeds))")
        }
        let others = stored.count { method in wanted.contains(method.method) } - chosen.count
        if others > 0 {
            let words = others == 1 ? "1 other is" : "\(others) others are"
            try Output.notes.line(
                "\(words) left out: the newest of each method; choose with --seed, --model and --base-url.")
        }
        var columns: [ComparisonTable.Column] = []
        for method in chosen { columns.append(try await store.column(of: method, first: plan.wantedCount)) }
        try show(ComparisonTable(columns))
    }

    /// What to do where nothing has the seed; the seeds are those that something has.
    private func remedy(of seeds: [UInt64]) -> String {
        let options = looking.joined(separator: " and ")
        guard !seeds.isEmpty else { return "Leave out \(options) to make it." }
        let named = Set(seeds).sorted().map { "\($0)" }
        let words = named.count == 1 ? "seed \(named[0])" : "seeds \(named.joined(separator: ", "))"
        return "It has \(words): give that with --seed, or leave out \(options) to make it."
    }

    private func show(_ table: ComparisonTable) throws {
        let others = published ? PublishedFigures.paper : []
        let report = MethodReport(table, beside: others)
        if json { return try Output.data.write(table.json(beside: others).prettyText + "\n") }
        try Output.data.write(markdown ? report.markdown : report.text)
    }
}

extension ComparisonGrowth.Obstacle {
    fileprivate var exitCode: ExitCode {
        switch self {
        case .limitMet: .limitMet
        case .noInstructions: .failure
        }
    }
}

extension StoredMethod {
    /// Whether a model made it that options name, asked where they say; true where they say nothing.
    fileprivate func isMade(by wish: ModelWish) -> Bool {
        guard let name = wish.model else { return true }
        if let text = wish.baseURL { return model == name && endpoint == (try? BaseURL(text)).map { "\($0)" } }
        return model == name || name.hasSuffix("/" + model)
            || name == RuleBasedSolver.name && model == RuleBasedSolver.identity
    }
}

/// Methods on the command line.
struct MethodList: ExpressibleByArgument {
    let methods: [ComparedMethod]

    /// Nil for what names no method, or one twice.
    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let methods = names.compactMap { ComparedMethod(rawValue: String($0)) }
        guard methods.count == names.count, Set(methods).count == methods.count else { return nil }
        self.methods = methods
    }
}
