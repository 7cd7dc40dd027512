import ArgumentParser
import DatasetStore
import Engine
import Evaluation

/// `toolgrad baseline`: makes samples query first, to compare answer-first generation with.
struct BaselineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline", abstract: "Make samples query first, as ToolBench does, to compare with.",
        discussion: """
            toolgrad baseline --model rules --count 20 --dataset compare.toolgrad
            toolgrad baseline --list --dataset compare.toolgrad
            toolgrad baseline --show 3 --dataset compare.toolgrad

            A model writes ten instructions for each small set of tools, and then searches an answer to each by calling \
            them. The same command goes on with the same baseline, so an interrupted one pays for nothing twice; a \
            higher --count adds samples. They are kept beside the samples of the dataset, in no list and no export.
            """)

    @OptionGroup var options: BaselineOptions

    @OptionGroup(title: "Tools") var tools: ToolOptions

    @Option(help: ArgumentHelp("The dataset; begun where there is none.", valueName: "file"))
    var dataset = "dataset.toolgrad"

    @Option(
        help: ArgumentHelp("Write each answer as a ToolBench answer file into this folder.", valueName: "folder"))
    var answers: String?

    @Flag(help: "Print one line of JSON for each sample, in their order.")
    var json = false

    @Flag(help: "List the baselines of the dataset and their samples; nothing is asked.")
    var list = false

    @Option(help: ArgumentHelp("Print a stored sample with its tree; nothing is asked.", valueName: "index"))
    var show: Int?

    @Option(
        help: ArgumentHelp(
            "With --list or --show: the baseline's first digits; without them, the newest for --show.",
            valueName: "id"))
    var study: String?

    func validate() throws {
        if list, show != nil { throw ValidationError("--list and --show are two things. Leave one out.") }
        if study != nil, !list, show == nil {
            throw ValidationError("--study says which baseline to look at. Add --list or --show.")
        }
        if answers != nil, list || show != nil {
            throw ValidationError("--answers is for a baseline that is run. Leave out \(list ? "--list" : "--show").")
        }
        if options.asking.retryFailed, list || show != nil {
            let looking = list ? "--list" : "--show"
            throw ValidationError("--retry-failed is for a baseline that is run. Leave out \(looking).")
        }
    }

    func run() async throws {
        if list || show != nil {
            let looking = StoredBaselines(path: dataset, wanted: study, printsLines: json)
            return if let show { try await looking.show(show) } else { try await looking.list() }
        }
        let surroundings = Surroundings.read()
        let (tries, limit) = (FailedTries(), options.asking.money)
        let model = try await surroundings.baselineModel(options.asking.wish, limit: limit, telling: tries)
        var judging: BaselineJudging?
        if let wish = options.asking.judgeWish {
            let judge = try await surroundings.baselineModel(wish, limit: limit, telling: tries)
            judging = BaselineJudging(
                judge: judge, subject: options.judged, concurrency: options.asking.concurrency)
        }
        let folder = answers.map(AnswerFolder.init)
        try folder?.prepare()
        try await Dataset.begun(at: dataset) { [judging] store in
            let live = try await surroundings.tools(tools, memory: store, .unattended(keeping: []))
            try await live.closing {
                try live.tell()
                let run = try await BaselineRun.begin(
                    options.plan, by: model, with: live.library, budget: options.budget, count: options.count,
                    unanswered: options.asking.unanswered, in: store)
                surroundings.remember(dataset: dataset)
                try await make(run, judging, folder)
            }
        }
    }

    /// Answers are written even where a limit was met.
    private func make(_ run: BaselineRun, _ judging: BaselineJudging?, _ folder: AnswerFolder?) async throws {
        let headless = HeadlessBaseline(
            run: run, path: dataset, concurrency: options.asking.concurrency, judging: judging, printsLines: json)
        let result: Result<Void, any Error>
        do { result = .success(try await headless.make()) } catch { result = .failure(error) }
        try await folder?.write(run.samples(), of: run)
        try result.get()
    }
}
