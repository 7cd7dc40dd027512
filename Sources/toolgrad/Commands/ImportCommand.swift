import ArgumentParser
import DatasetFormats
import DatasetStore
import DisplaySafety
import Engine
import Foundation

/// `toolgrad import`: files of other tools, and our own exports, as samples of a dataset.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read samples from files: our own exports, the reference's, chat rows.",
        discussion: """
            toolgrad import exports/toolgrad --dataset again.toolgrad
            toolgrad import rows.jsonl --format openai --dataset others.toolgrad

            A folder stands for the files in it. A toolgrad export comes back with its iterations and decisions; other \
            files have none, and what they do not tell is said. A row that cannot be read is named with its line, the \
            others are read, and it exits with 1. Rows that an export made beside those of its samples are left out and \
            counted: it makes them again. Importing the same again changes nothing.
            """)

    @Argument(help: ArgumentHelp("Files, or folders of an export.", valueName: "path"))
    var paths: [String]

    @Option(help: "toolgrad, trl or openai; judged by the content where it is not given.")
    var format: ImportFormat?

    @Option(help: "Where the results of other people's files count as coming from: live, cached, simulated or demo.")
    var origin = ToolOrigin.simulated

    @Option(help: ArgumentHelp("The dataset to add to; begun where there is none.", valueName: "file"))
    var dataset: String

    func run() async throws {
        let list = try ImportList(paths, format: format)
        var importing = Importing(list, origin: origin, into: try ImportTarget(dataset))
        do { try await importing.run() } catch {
            // Samples that were committed stay, so they are told before the reason.
            try? Output.notes.line("The import stopped before its end. What it did until then:")
            try? importing.report.tell()
            throw error
        }
        let report = importing.report
        try report.tell()
        // One that was to be begun is not there where no row is a sample.
        if FileManager.default.fileExists(atPath: dataset) { Surroundings.read().remember(dataset: dataset) }
        guard report.problems == 0 else { throw ExitCode.failure }
    }
}

extension ImportFormat: ExpressibleByArgument {}
extension ToolOrigin: ExpressibleByArgument {}
