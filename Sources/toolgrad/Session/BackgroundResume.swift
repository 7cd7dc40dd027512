import ArgumentParser
import ChildProcesses
import DatasetStore
import Engine
import Foundation

/// Goes on with a run in a process of its own, `toolgrad resume` without a terminal, which lives on when this one ends.
struct BackgroundResume: Sendable {
    /// The program that goes on: this one, unless a test has another.
    var program = Self.ownProgram
    /// Every variable that it has: those that this one was started with.
    let environment: [String: String]
    /// Where the run's models are asked, where that was said when it was begun.
    let baseURL: String?
    /// The tools that the run was begun with.
    let tools: ToolOptions
    /// How long it may take to open its tools and to begin; one that takes longer is taken to be at it.
    var patience = Duration.seconds(10)

    /// Starts it, and returns once it has the run, or has ended it.
    ///
    /// Whoever grew the run here must have let go of it.
    ///
    /// - Throws: ``CommandFailure`` with what it said last, when it cannot be started or gives up at once.
    func start(
        _ run: RunID, of dataset: Dataset, concurrency: Int, muting muted: [ToolName]
    ) async throws -> BackgroundRun {
        let file = URL(fileURLWithPath: dataset.path).path
        let log = file + ".log"
        let command = ChildCommand(
            .at(path: program), words(for: run, of: file, concurrency: concurrency, muting: muted),
            environment: environment)
        let child: DetachedChild
        do { child = try await command.detach(loggingTo: log) } catch { throw Self.failure("\(error)", run, file) }
        let begun = ContinuousClock.now
        while begun.duration(to: .now) < patience, !dataset.isGrowing(run) {
            guard let ending = await child.waitForEnd(within: .milliseconds(20)) else { continue }
            guard Self.good.contains(ending) else {
                throw Self.failure("It \(ending). \(Self.lastLine(of: log))", run, file)
            }
            return .over(log: log, dataset: dataset.path)
        }
        return .goesOn(process: child.process, log: log, dataset: dataset.path)
    }

    /// How it ends once nothing is left to grow.
    private static let good: Set<ChildEnding> = [.exited(code: 0), .exited(code: ExitCode.limitMet.rawValue)]

    /// What the program is called with.
    func words(for run: RunID, of file: String, concurrency: Int, muting muted: [ToolName]) -> [String] {
        ["resume", run.hash.hex, "--dataset=\(file)", "--concurrency=\(concurrency)"]
            + muted.map { "--mute=\($0.text)" } + (baseURL.map { ["--base-url=\($0)"] } ?? []) + tools.words
    }

    private static func failure(_ reason: String, _ run: RunID, _ file: String) -> CommandFailure {
        CommandFailure(
            ToolText.line(
                "The run cannot go on in the background: \(reason) It is stopped, and nothing is lost; go on with: "
                    + "toolgrad resume \(run) --dataset \(file)"))
    }

    private static func lastLine(of log: String) -> String {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").last.map(String.init) ?? "See \(log)."
    }

    /// The file that this process runs; by way of the system where it was replaced meanwhile.
    private static var ownProgram: String {
        let link = "/proc/self/exe"
        let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
        return path.flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil } ?? link
    }
}

/// A run that was left to a process of its own.
enum BackgroundRun: Hashable, Sendable {
    /// The process writes what it has to say to the log.
    case goesOn(process: Int32, log: String, dataset: String)
    /// There was next to nothing left to grow.
    case over(log: String, dataset: String)

    /// What whoever left it behind has to know.
    var line: String {
        switch self {
        case .goesOn(let process, let log, let dataset):
            "The run goes on in the background: process \(process), log \(log)   look: toolgrad review \(dataset)   "
                + "stop: kill \(process)"
        case .over(let log, let dataset):
            "The run has ended, log \(log)   look: toolgrad review \(dataset)"
        }
    }
}

extension ToolOptions {
    /// The same options, as words of a command line.
    var words: [String] {
        let values: [(name: String, values: [String])] = [
            ("mcp-config", mcpConfig), ("server", server), ("toolbench", toolbench.map { [$0] } ?? []),
            ("toolbench-url", toolbenchURL.map { [$0] } ?? []), ("sandbox", sandbox.map { [$0.rawValue] } ?? []),
            ("call-seconds", callSeconds.map { ["\($0)"] } ?? []),
            ("calls-per-sample", callsPerSample.map { ["\($0)"] } ?? []),
        ]
        return values.flatMap { option in option.values.map { "--\(option.name)=\($0)" } }
            + (demoTools ? ["--demo-tools"] : [])
    }
}
