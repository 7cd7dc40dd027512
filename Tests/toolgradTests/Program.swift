import DatasetStore
import Foundation

/// The built program, run as its users run it.
struct Program {
    /// What a run left behind.
    struct Ending {
        let status: Int32
        let output: String
        let errors: String
    }

    /// A folder of its own for datasets and settings; removed by ``clean()``.
    let folder: URL
    /// Variables that are set for it, beside those of the tests.
    var variables: [String: String] = [:]

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("toolgrad-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func clean() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The binary lies beside the test bundle.
    static var path: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("toolgrad").path
    }

    var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["XDG_DATA_HOME"] = folder.path
        environment["XDG_CONFIG_HOME"] = folder.path
        environment["XDG_RUNTIME_DIR"] = folder.path
        environment["TOOLGRAD_REVIEWER"] = "tester"
        return environment.merging(variables) { $1 }
    }

    func file(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Runs to the end, without a terminal.
    func run(_ arguments: String...) async throws -> Ending {
        try await run(arguments)
    }

    func run(_ arguments: [String]) async throws -> Ending {
        let process = try start(arguments)
        return await process.ending()
    }

    /// Starts without waiting; output goes to files, so that a killed program's last lines are there.
    func start(_ arguments: [String]) throws -> Running {
        let outputs = folder.appendingPathComponent("run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: outputs, withIntermediateDirectories: true)
        return try Running(arguments, environment: environment, outputs: outputs)
    }

    /// A program under way.
    final class Running: @unchecked Sendable {
        private let process = Process()
        private let outputs: URL

        fileprivate init(_ arguments: [String], environment: [String: String], outputs: URL) throws {
            self.outputs = outputs
            process.executableURL = URL(fileURLWithPath: Program.path)
            process.arguments = arguments
            process.environment = environment
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = try Self.file("out", in: outputs)
            process.standardError = try Self.file("err", in: outputs)
            try process.run()
        }

        private static func file(_ name: String, in folder: URL) throws -> FileHandle {
            let url = folder.appendingPathComponent(name)
            try Data().write(to: url)
            return try FileHandle(forWritingTo: url)
        }

        func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

        func interrupt() { Glibc.kill(process.processIdentifier, SIGINT) }

        /// Waits until the program has said something on stderr.
        func untilErrorsContain(_ words: String) async throws {
            while !text("err").contains(words) { try await Task.sleep(for: .milliseconds(20)) }
        }

        func ending() async -> Ending {
            Ending(status: await status(), output: text("out"), errors: text("err"))
        }

        /// Asks the kernel too: Foundation now and then misses the end of a child, and would wait for ever.
        private func status() async -> Int32 {
            var missed = 0
            while process.isRunning {
                var found = siginfo_t()
                let answer = waitid(P_PID, id_t(process.processIdentifier), &found, WEXITED | WNOHANG | WNOWAIT)
                if answer == 0, found.si_signo == SIGCHLD { missed += 1 }
                if missed > 200 { return found._sifields._sigchld.si_status }
                try? await Task.sleep(for: .milliseconds(5))
            }
            return process.terminationStatus
        }

        private func text(_ name: String) -> String {
            (try? String(contentsOf: outputs.appendingPathComponent(name), encoding: .utf8)) ?? ""
        }
    }
}

extension Program {
    /// How many calls and events a dataset holds.
    struct Counts: Equatable {
        var calls: Int
        var events: Int
    }

    func counts(in name: String) async throws -> Counts {
        let dataset = try Dataset.open(at: file(name), mode: .readOnly)
        var counts = Counts(calls: 0, events: 0)
        for run in try await dataset.runs() {
            counts.calls += try await dataset.finishedCallCount(of: run.id)
            for summary in try await dataset.summaries(offset: 0, limit: run.samples) {
                counts.events += try await dataset.events(of: summary.id).count
            }
        }
        return counts
    }
}
