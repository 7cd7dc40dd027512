import ArgumentParser
import DatasetFormats
import DatasetStore
import Engine
import Foundation
import Review

/// `toolgrad export`: accepted samples as files that trainers read.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the accepted samples as files to train on.",
        discussion: ExportFormatName.allCases.map { "\($0.rawValue): \($0.summary)." }.joined(separator: "\n"))

    enum Included: String, ExpressibleByArgument, CaseIterable {
        case accepted, all
    }

    @Option(help: "trl (alias hf) or toolgrad.")
    var format: String

    @Option(help: ArgumentHelp("The folder to write; an earlier export in it is replaced.", valueName: "folder"))
    var output: String

    @Option(help: "Which samples: accepted, or all that are finished.")
    var include = Included.accepted

    @Option(help: "The share of the rows for training.")
    var split = 0.9

    @Option(help: "Decides which rows are for testing, and which tools fill up an offer.")
    var seed: UInt64 = 0

    @Option(help: "Tools that each row offers at least; 0 offers only those it uses.")
    var candidates = 0

    @Option(help: "A system prompt for every row.")
    var systemPrompt: String?

    @OptionGroup var source: DatasetOption

    mutating func validate() throws {
        guard ExportFormatName(format) != nil else {
            let known = ExportFormatName.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("There is no format \"\(format)\". Use one of: \(known).")
        }
    }

    func run() async throws {
        guard let format = ExportFormatName(format) else { return }
        let path = try source.path
        var options = ExportOptions(
            datasetName: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent,
            systemPrompt: systemPrompt, candidates: candidates, split: split, seed: seed)
        options.programVersion = programVersion
        let dataset = try Dataset.openedAfterCrash(at: path, mode: .readOnly)
        let summary = try await dataset.export(
            format, to: output, options, filter: include == .all ? Filter(growth: .finished) : .accepted)
        try Output.data.line(summary)
    }
}
