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
        let said = RunLog(at: log)
        let child: DetachedChild
        do { child = try await command.detach(loggingTo: log) } catch { throw Self.failure("\(error)", run, file) }
        let begun = ContinuousClock.now
        while begun.duration(to: .now) < patience, !dataset.isGrowing(run) {
            guard let ending = await child.waitForEnd(within: .milliseconds(20)) else { continue }
            guard Self.good.contains(ending) else {
                throw Self.failure("It \(ending). \(said.lastLine ?? "See \(log).")", run, file)
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

    /// The file that this process runs; by way of the system where it was replaced meanwhile.
    private static var ownProgram: String {
        let link = "/proc/self/exe"
        let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
        return path.flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil } ?? link
    }
}

/// What is added to a log from some moment on.
struct RunLog {
    private let path: String
    /// How long the log was at that moment.
    private let start: UInt64

    /// Begins where a log ends now, which may not be there yet.
    init(at path: String) {
        self.path = path
        let file = FileHandle(forReadingAtPath: path)
        start = (try? file?.seekToEnd()) ?? 0
        try? file?.close()
    }

    /// As much of its end as is read: a line is no longer.
    private static let longestEnd: UInt64 = 16 * 1024

    /// The last line that was added and says something; nil for none.
    var lastLine: String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let end = try? file.seekToEnd(), end > start else { return nil }
        let first = max(start, end - min(end, Self.longestEnd))
        guard (try? file.seek(toOffset: first)) != nil, let bytes = try? file.readToEnd() else { return nil }
        // A character that is cut is shown as such.
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
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
