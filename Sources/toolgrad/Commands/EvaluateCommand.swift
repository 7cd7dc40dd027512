import ArgumentParser
import DatasetStore
import Engine
import Evaluation

/// `toolgrad evaluate`: how well a model does what the accepted samples ask for.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measure a model, or a file of predictions, on accepted samples.",
        discussion: """
            toolgrad evaluate --model gpt-4.1-mini --candidates 8 --distractors pool,near-miss --irrelevance 0.1
            toolgrad evaluate --model local/qwen --judge-model gpt-4.1 --max-cost 2.50
            toolgrad evaluate --predictions answers.jsonl
            toolgrad evaluate --compare gpt-4.1-mini rules
            toolgrad evaluate --show s-00417 --of gpt-4.1-mini

            The model is offered each sample's tools, and every call that it asks for is made. The same command goes on \
            with the same evaluation, and asks nothing again that was answered. The figures stay in the dataset, beside \
            the samples and apart from them.

            A line of a file of predictions is {"id": "s-00417", "calls": [{"name": ..., "arguments": {...}, "error": \
            ""}], "response": ...}; messages as OpenAI has them will do too. Exits with 3 when a limit was met.
            """)

    @OptionGroup(title: "Items") var items: ItemOptions

    @OptionGroup(title: "Models") var answering: AnsweringOptions

    @Option(help: ArgumentHelp("Measure what a file of JSON lines predicts, instead of a model.", valueName: "file"))
    var predictions: String?

    @Option(help: ArgumentHelp("Write what the model did as such a file.", valueName: "file"))
    var savePredictions: String?

    @Option(
        help: ArgumentHelp("What the evaluation is called; usually as the model, or as the file.", valueName: "label"))
    var name: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Compare two evaluations item by item: names, first digits of studies, or files of predictions.",
            valueName: "evaluations"))
    var compare: [String] = []

    @Flag(name: .customLong("list"), help: "List the evaluations of the dataset.")
    var lists = false

    @Option(
        help: ArgumentHelp("Print one item: the truth beside the prediction, and what is wrong.", valueName: "item"))
    var show: String?

    @Option(help: ArgumentHelp("The evaluation that --show is about; usually the newest.", valueName: "evaluation"))
    var of: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Print tables of Markdown.")
    var markdown = false

    @OptionGroup var source: DatasetOption

    @Option(
        help: ArgumentHelp(
            "Who answers calls: live for the tools themselves, recorded for the dataset's record.",
            discussion: """
                Usually live where tools are named or all items are about the demo tools, else recorded. A call that \
                the record does not have fails, and says so.
                """, valueName: "who"))
    var tools: CallAnswering?

    @OptionGroup(title: "Tools, with --tools live") var toolOptions: ToolOptions

    mutating func validate() throws {
        let modes = [
            ("--compare", !compare.isEmpty), ("--list", lists), ("--show", show != nil),
            ("--predictions", predictions != nil),
        ].filter(\.1).map(\.0)
        if modes.count > 1 { throw ValidationError("Give one of \(modes.joined(separator: " and ")).") }
        if json, markdown { throw ValidationError("--json and --markdown exclude each other.") }
        if !compare.isEmpty, compare.count != 2 {
            throw ValidationError("--compare takes two evaluations, and \(compare.count) are given.")
        }
        if of != nil, show == nil { throw ValidationError("--of says which evaluation --show is about. Add --show.") }
        if markdown, lists || show != nil { throw ValidationError("--markdown is for figures. Leave it out.") }
        if let mode = modes.first, let option = unused.first {
            throw ValidationError("\(option) has no use with \(mode). Leave it out.")
        }
        if tools == .recorded, !toolOptions.mcpConfig.isEmpty || toolOptions.toolbench != nil || toolOptions.demoTools {
            throw ValidationError("--tools recorded asks no tools. Leave out those that are named, or take live.")
        }
        if let name, name.allSatisfy(\.isWhitespace) { throw ValidationError("--name is empty. Give a label.") }
    }

    /// Options that were given and that whatever asks no model for answers makes nothing of.
    private var unused: [String] {
        let ofAsking = [("--save-predictions", savePredictions != nil), ("--tools", tools != nil)]
        let ofMeasuring = [("--name", name != nil)]
        let isJudged = predictions != nil && answering.asking.judgeModel != nil
        let models = isJudged ? answering.onlyForAnswers : answering.onlyForModels
        let others = (ofAsking + (predictions == nil ? ofMeasuring : [])).filter(\.1).map(\.0)
        return models + others
    }

    func run() async throws {
        if lists { return try await printList(in: try source.openForList()) }
        if let show { return try await printItem(show, in: try source.openForList()) }
        if !compare.isEmpty { return try await printComparison(in: try source.openForList()) }
        let output = savePredictions.map(PredictionsOutput.init)
        try output?.check()
        let dataset = try source.open(.readWrite)
        let (result, ending) = try await wish.open(in: dataset, Surroundings.read()) { evaluating in
            try await evaluating.run(seed: items.seed)
        }
        let report = EvaluationReport(result)
        try Output.data.write(
            json ? result.json.prettyText + "\n" : markdown ? report.markdown : report.text)
        try output?.write(result.items)
        try finish(ending)
    }

    private var wish: EvaluationWish {
        EvaluationWish(
            items: items, answering: answering, predictions: predictions, name: name, tools: tools,
            toolOptions: toolOptions)
    }

    private func finish(_ ending: EvaluationEnding) throws {
        switch ending {
        case .complete: return
        case .limitMet(let limit):
            try Output.notes.line(
                "The limit of \(limit) is met. What was answered is kept: the same command with a higher limit goes on."
            )
            throw ExitCode.limitMet
        case .cancelled: throw ExitCode.failure
        case .failed(let reason):
            throw CommandFailure(
                ToolText.line(reason) + " What was answered is kept: the same command goes on.")
        }
    }
}

extension EvaluateCommand {
    private func printList(in dataset: Dataset) async throws {
        let list = try await EvaluationList(in: dataset)
        try Output.data.write(json ? list.json.prettyText + "\n" : list.text)
    }

    private func printItem(_ id: String, in dataset: Dataset) async throws {
        let item = try await dataset.evaluation(of).item(id)
        try Output.data.write(json ? try item.json.prettyText + "\n" : EvaluatedItemReport(item).text)
    }

    private func printComparison(in dataset: Dataset) async throws {
        let comparison = try EvaluationComparison(
            try await side(compare[0], in: dataset), try await side(compare[1], in: dataset), seed: items.seed)
        let report = EvaluationComparisonReport(comparison)
        try Output.data.write(
            json ? comparison.json.prettyText + "\n" : markdown ? report.markdown : report.text)
    }

    /// A stored evaluation, or else a file, whose predictions are scored for the items that the options name.
    private func side(_ name: String, in dataset: Dataset) async throws -> EvaluationComparison.Side {
        if try await dataset.hasEvaluation(name) || !PredictionsInput.isFile(name) {
            let stored = try await dataset.evaluation(name)
            return EvaluationComparison.Side(name: stored.study.name, study: stored.study.id, items: stored.items)
        }
        let options = self.items
        let items = try await EvaluationItems(options, in: dataset)
        let input = try PredictionsInput(
            name, for: items, others: try await options.others(than: items, in: dataset))
        for note in input.notes { try Output.notes.line(note) }
        return EvaluationComparison.Side(name: input.name, study: nil, items: input.scored(items))
    }
}
