import ArgumentParser
import DatasetFormats
import Engine
import Foundation
import Review

/// What rows are made of samples, and which samples are left out.
struct RowOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: "The share of the rows for training; near-duplicates and branches stay on one side.")
    var split = usualSplit

    @Option(
        parsing: .unconditional,
        help: "Decides everything that is drawn: rows for testing, offered tools, further rows.")
    var seed: UInt64 = 0

    @Option(help: "Leave out samples with a finding of this severity or a worse one: info, warning or error.")
    var gate: Finding.Severity?

    @Option(
        help: ArgumentHelp(
            "Only samples all of whose results are from here: live, cached, simulated or demo, with commas between.",
            valueName: "origins"))
    var origin: String?

    @Option(parsing: .unconditional, help: "Tools that each row offers at least; 0 offers only those it uses.")
    var candidates = 0

    @Option(
        help: ArgumentHelp(
            "Where the others come from, in this order: pool, random, family, near-miss.", valueName: "kinds"))
    var distractors = usualDistractors

    @Option(
        parsing: .unconditional,
        help: "The share of the samples that also become a row in which no offered tool can help, from 0 to 1.")
    var irrelevance = 0.0

    @Option(
        parsing: .unconditional,
        help: "The share of the samples that also become a row whose query lacks a needed value, from 0 to 1.")
    var missingParameters = 0.0

    @Option(parsing: .unconditional, help: "The most tokens of a row; longer ones are left out, and named.")
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
    var language = usualLanguage

    mutating func validate() throws {
        var problems: [String] = []
        for (name, value) in [("--irrelevance", irrelevance), ("--missing-parameters", missingParameters)]
        where Share(value) == nil {
            problems.append("\(name) is \(value). Give a share from 0 to 1.")
        }
        problems += unknown(distractors, among: Distractor.allCases.map(\.rawValue), "--distractors")
        problems += unknown(origin ?? "", among: ToolOrigin.allCases.map(\.rawValue), "--origin")
        if candidates < 0 { problems.append("--candidates is \(candidates). Give 0, or a number of tools.") }
        if !(split > 0 && split <= 1) { problems.append("--split is \(split). Give a share above 0 and at most 1.") }
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

    /// What is wrong where options were given that a kind of export makes nothing of.
    func unused(by kind: ExportKind) -> [String] {
        given.compactMap { option in
            let formats = ExportFormatName.allCases.filter(option.isUsed)
            switch kind {
            case .annotations: return "\(option.name) has no use in annotations, which are not rows. Leave it out."
            case .rows(let format) where !formats.contains(format):
                return
                    "\(option.name) has no use in \(format.rawValue). Leave it out, or choose a format that uses it: "
                    + formats.map(\.rawValue).joined(separator: ", ") + "."
            case .rows: return nil
            }
        }
    }

    /// Options that differ from what they are without a word, and the formats that use each.
    private var given: [(name: String, isUsed: (ExportFormatName) -> Bool)] {
        let all: [(name: String, isGiven: Bool, isUsed: (ExportFormatName) -> Bool)] = [
            ("--candidates", candidates != 0, \.takesOfferedTools),
            ("--distractors", distractors != Self.usualDistractors, \.takesOfferedTools),
            ("--irrelevance", irrelevance != 0, \.takesFurtherRows),
            ("--missing-parameters", missingParameters != 0, \.takesFurtherRows),
            ("--weak-pairs", weakPairs, \.takesPairs),
            ("--split", split != Self.usualSplit, { _ in true }), ("--seed", seed != 0, { _ in true }),
            ("--gate", gate != nil, { _ in true }), ("--origin", origin != nil, { _ in true }),
            ("--max-tokens", maxTokens != nil, { _ in true }), ("--cut-outputs", cutOutputs, { _ in true }),
            ("--tokenizer", tokenizer != nil, { _ in true }), ("--system-prompt", systemPrompt != nil, { _ in true }),
            ("--license", license != nil, { _ in true }), ("--language", language != Self.usualLanguage, { _ in true }),
        ]
        return all.filter(\.isGiven).map { ($0.name, $0.isUsed) }
    }

    private static let usualDistractors = Distractor.pool.rawValue
    private static let usualSplit = 0.9
    private static let usualLanguage = "en"

    private func prompt() throws -> String? {
        guard let systemPrompt, systemPrompt.hasPrefix("@") else { return systemPrompt }
        let path = String(systemPrompt.dropFirst())
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandFailure("The system prompt \(ToolText.line(path)) cannot be read as UTF-8. Check the path.")
        }
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    private func tokens() throws -> TokenCounting {
        guard let tokenizer else { return .estimated }
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: tokenizer)) else {
            throw CommandFailure("The tokenizer \(ToolText.line(tokenizer)) cannot be read. Check the path.")
        }
        do throws(TokenizerError) { return .counted(try Tokenizer(json: bytes)) } catch {
            throw CommandFailure(ToolText.line("The tokenizer \(tokenizer) cannot be used. \(error)"))
        }
    }
}
