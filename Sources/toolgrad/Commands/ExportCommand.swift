import ArgumentParser
import DatasetFormats
import DatasetStore
import Explorer
import Review

/// `toolgrad export`: samples as files that trainers and evaluations read.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write accepted samples as files to train on and to evaluate with.",
        discussion: """
            toolgrad export --format trl --output rows
            toolgrad export --format openai --output rows --candidates 8 --distractors pool,near-miss --irrelevance 0.1
            toolgrad export --format annotations --output rejected

            \(ExportKind.all.map { "\($0.name): \($0.summary)." }.joined(separator: "\n"))
            """)

    enum Included: String, ExpressibleByArgument, CaseIterable {
        case accepted, all
    }

    @Option(help: "One of the formats below.")
    var format: String

    @Option(
        help: ArgumentHelp(
            "The folder to write; an earlier export of the same format in it is replaced.", valueName: "folder"))
    var output: String

    @Flag(help: "Replace an export of another format or of another version of toolgrad too.")
    var replace = false

    @Option(help: "Which samples: accepted, or all that are finished; annotations are always of rejected ones.")
    var include = Included.accepted

    @OptionGroup var list: ListOptions

    @OptionGroup(title: "Rows") var rows: RowOptions

    @OptionGroup var source: DatasetOption

    mutating func validate() throws {
        var problems: [String] = []
        do throws(CommandFailure) {
            let kind = try ExportKind(format)
            problems += rows.unused(by: kind)
            if kind == .annotations, include == .all { problems.append("--include all has no use in annotations.") }
        } catch { problems.append(error.description) }
        problems += list.problems
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    func run() async throws {
        let kind = try ExportKind(format)
        let dataset = try source.openForList()
        let request = ExportRequest(
            kind, to: output, try await scope(of: kind, in: dataset), try rows.options(named: dataset.name),
            replacing: replace ? .anyExport : .exports(like: kind.stamp))
        let filter = request.scope.filter
        // Likeness is known of samples that were looked at.
        try await dataset.prepare(
            for: QueueView(filter: request.needsFindings ? filter.and(.condition(.duplicate)) : filter))
        try Output.data.line(try await report(request, of: dataset).text)
    }

    private func scope(of kind: ExportKind, in dataset: Dataset) async throws -> ExportScope {
        ExportScope(
            part: kind == .annotations ? .rejected : include == .all ? .finished : .accepted,
            asked: try await list.view(in: dataset).filter, words: list.words)
    }

    /// Names of tools, files and arguments come from elsewhere, and a terminal obeys what it is sent.
    private func report(_ request: ExportRequest, of dataset: Dataset) async throws -> ExportReport {
        do { return try await dataset.export(request) } catch let error as ExportError {
            throw CommandFailure(ToolText.line("\(error)"))
        } catch let error as ExportWritingError {
            throw CommandFailure(ToolText.line("\(error)"))
        }
    }
}

extension ListOptions {
    /// What was asked, as it was written; empty where nothing was.
    fileprivate var words: String {
        [queue.map { "queue:\"\($0)\"" }, filter].compactMap(\.self).joined(separator: " ")
    }
}
