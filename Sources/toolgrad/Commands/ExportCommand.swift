import ArgumentParser
import DatasetFormats
import DatasetStore
import Engine
import Foundation
import Review

/// `toolgrad export`: samples as files that trainers and evaluations read.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write accepted samples as files to train on and to evaluate with.",
        discussion: """
            toolgrad export --format trl --output rows
            toolgrad export --format openai --output rows --candidates 8 --distractors pool,near-miss --irrelevance 0.1
            toolgrad export --format annotations --output rejected

            \(ExportFormatName.allCases.map { "\($0.rawValue): \($0.summary)." }.joined(separator: "\n"))
            annotations: every rejected sample with its reasons, targets, notes and what checks found, a line each.
            """)

    enum Included: String, ExpressibleByArgument, CaseIterable {
        case accepted, all
    }

    @Option(help: "One of the formats below.")
    var format: String

    @Option(help: ArgumentHelp("The folder to write; an earlier export in it is replaced.", valueName: "folder"))
    var output: String

    @Option(help: "Which samples: accepted, or all that are finished.")
    var include = Included.accepted

    @OptionGroup var list: ListOptions

    @OptionGroup(title: "Rows") var rows: RowOptions

    @OptionGroup var source: DatasetOption

    mutating func validate() throws {
        var problems = list.problems
        if ExportFormatName(format) == nil, format != AnnotationExport.name {
            let known = ExportFormatName.allCases.map(\.rawValue) + [AnnotationExport.name]
            problems.insert("There is no format \"\(format)\". Use one of: \(known.joined(separator: ", ")).", at: 0)
        }
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    func run() async throws {
        let path = try source.path
        let dataset = try source.openForList()
        var view = try await list.view(in: dataset)
        if format != AnnotationExport.name {
            view.filter = view.filter.and(include == .all ? Filter(growth: .finished) : .accepted)
        }
        try await dataset.prepare(for: view)
        guard let format = ExportFormatName(format) else {
            return try Output.data.line(try await AnnotationExport(dataset, view.filter).write(to: output))
        }
        var options = try rows.options(
            named: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent)
        options.facts = try await dataset.cardFacts(filter: list.filter ?? "", gate: options.gate)
        try Output.data.line(try await dataset.export(format, to: output, options, filter: view.filter))
    }
}

/// What rows are made of samples, and which samples are left out.
struct RowOptions: ParsableArguments {
    @Option(help: "The share of the rows for training; near-duplicates and branches stay on one side.")
    var split = 0.9

    @Option(help: "Decides everything that is drawn: rows for testing, offered tools, further rows.")
    var seed: UInt64 = 0

    @Option(help: "Leave out samples with a finding of this severity or a worse one: info, warning or error.")
    var gate: Finding.Severity?

    @Option(
        help: ArgumentHelp(
            "Only samples all of whose results are from here: live, cached, simulated or demo, with commas between.",
            valueName: "origins"))
    var origin: String?

    @Option(help: "Tools that each row offers at least; 0 offers only those it uses.")
    var candidates = 0

    @Option(
        help: ArgumentHelp(
            "Where the others come from, in this order: pool, random, family, near-miss.", valueName: "kinds"))
    var distractors = "pool"

    @Option(help: "The share of the samples that also become a row in which no offered tool can help, from 0 to 1.")
    var irrelevance = 0.0

    @Option(help: "The share of the samples that also become a row whose query lacks a needed value, from 0 to 1.")
    var missingParameters = 0.0

    @Option(help: "The most tokens of a row; longer ones are left out, and named.")
    var maxTokens: Int?

    @Flag(help: "Cut long tool outputs of rows above --max-tokens, visibly, before leaving them out.")
    var cutOutputs = false

    @Option(
        help: ArgumentHelp(
            "A tokenizer.json to count tokens with; without one they are estimated.", valueName: "file"))
    var tokenizer: String?

    @Option(help: ArgumentHelp("A system prompt for every row; @FILE reads it from a file.", valueName: "text"))
    var systemPrompt: String?

    @Flag(help: "Preference formats: also pairs in which the rejected one merely was not chosen.")
    var weakPairs = false

    @Option(help: ArgumentHelp("The licence to name in the card, such as cc-by-4.0.", valueName: "identifier"))
    var license: String?

    @Option(help: ArgumentHelp("The languages of the queries, with commas between.", valueName: "codes"))
    var language = "en"

    mutating func validate() throws {
        var problems: [String] = []
        for (name, value) in [("--irrelevance", irrelevance), ("--missing-parameters", missingParameters)]
        where Share(value) == nil {
            problems.append("\(name) is \(value). Give a share from 0 to 1.")
        }
        problems += unknown(distractors, among: Distractor.allCases.map(\.rawValue), "--distractors")
        problems += unknown(origin ?? "", among: ToolOrigin.allCases.map(\.rawValue), "--origin")
        if let maxTokens, maxTokens < 1 { problems.append("--max-tokens is \(maxTokens). Give at least 1.") }
        if cutOutputs, maxTokens == nil {
            problems.append("--cut-outputs needs --max-tokens: say how long a row may be.")
        }
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    /// - Throws: ``CommandFailure`` for a file that cannot be read.
    func options(named name: String) throws -> ExportOptions {
        var options = ExportOptions(
            datasetName: name, systemPrompt: try prompt(), candidates: candidates,
            distractors: Self.words(distractors).compactMap(Distractor.init), irrelevance: Share(irrelevance) ?? .none,
            missingParameters: Share(missingParameters) ?? .none, maxTokens: maxTokens,
            oversize: cutOutputs ? .cutOutputs : .skipped, tokens: try tokens(), split: split, seed: seed,
            license: license, languages: Self.words(language), programVersion: programVersion)
        options.gate = gate
        options.origins = origin.map { Set(Self.words($0).compactMap(ToolOrigin.init)) }
        options.weakPairs = weakPairs ? .included : .leftOut
        return options
    }

    private func unknown(_ text: String, among known: [String], _ option: String) -> [String] {
        Self.words(text).filter { !known.contains($0) }.map {
            "\(option) has \($0), which is not known. Use: \(known.joined(separator: ", "))."
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private func prompt() throws -> String? {
        guard let systemPrompt, systemPrompt.hasPrefix("@") else { return systemPrompt }
        let path = String(systemPrompt.dropFirst())
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandFailure("The system prompt \(path) cannot be read as UTF-8. Check the path.")
        }
        return text
    }

    private func tokens() throws -> TokenCounting {
        guard let tokenizer else { return .estimated }
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: tokenizer)) else {
            throw CommandFailure("The tokenizer \(tokenizer) cannot be read. Check the path.")
        }
        do throws(TokenizerError) { return .counted(try Tokenizer(json: bytes)) } catch {
            throw CommandFailure("The tokenizer \(tokenizer) cannot be used: \(error)")
        }
    }
}
