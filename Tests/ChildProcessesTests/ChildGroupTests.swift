import ChildProcesses
import Foundation
import Testing

/// Whatever happens, no process of a child's group is left.
@Suite("A child's group", .timeLimit(.minutes(1)))
struct ChildGroupTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("children-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// A shell whose child and grandchild ignore what they can; all are noted before it does as it is told.
    private func family(_ line: String) throws -> ChildCommand {
        let stubborn = "trap '' TERM HUP INT; sleep 300 & echo $$ $! >> family; touch begun; wait"
        try Data(stubborn.utf8).write(to: folder.appendingPathComponent("stubborn"))
        let script = "echo $$ >> family; sh stubborn & while [ ! -e begun ]; do sleep 0.01; done; " + line
        var command = ChildCommand.shell(script, environment: ["PATH": "/usr/bin:/bin"])
        command.folder = folder.path
        return command
    }

    /// Everybody who was noted.
    private var members: Set<Int32> {
        get throws {
            let notes = try String(contentsOf: folder.appendingPathComponent("family"), encoding: .utf8)
            return Set(notes.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) })
        }
    }

    private func clean() { try? FileManager.default.removeItem(at: folder) }

    /// Whether a process runs; one that nobody has reaped yet does not.
    private func lives(_ process: Int32) -> Bool {
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
        let state = stat.split(separator: ")").last?.split(separator: " ").first
        return state != "Z" && state != "X"
    }

    /// Those who still live once the kernel has had a moment to end them.
    private func survivors() async throws -> Set<Int32> {
        let members = try members
        try #require(members.count == 3, "The family was there: \(members)")
        for _ in 0..<100 where members.contains(where: lives) { try await Task.sleep(for: .milliseconds(10)) }
        return members.filter(lives)
    }

    @Test func `is dead after a clean end, though a grandchild holds its output`() async throws {
        defer { clean() }

        let result = try await family("echo done; exit 0").collect(within: .seconds(30))

        #expect(result.ending == .exited(code: 0))
        #expect(String(decoding: result.output, as: UTF8.self) == "done\n")
        #expect(try await survivors() == [])
    }

    @Test func `is dead after its time is up`() async throws {
        defer { clean() }

        await #expect(throws: ChildProcessError.timedOut(.at(path: "/bin/sh"), after: .seconds(2))) {
            try await family("sleep 300").collect(within: .seconds(2))
        }

        #expect(try await survivors() == [])
    }

    @Test func `is dead after it said too much`() async throws {
        defer { clean() }

        await #expect(throws: ChildProcessError.tooMuchOutput(.at(path: "/bin/sh"), limit: 1000)) {
            try await family("yes").collect(within: .seconds(30), limits: ChildLimits(output: 1000))
        }

        #expect(try await survivors() == [])
    }

    @Test func `is dead after we were cancelled`() async throws {
        defer { clean() }
        let begun = folder.appendingPathComponent("begun").path
        let running = Task { try await family("sleep 300").collect(within: .seconds(200)) }
        while !FileManager.default.fileExists(atPath: begun) { try await Task.sleep(for: .milliseconds(10)) }

        running.cancel()

        await #expect(throws: CancellationError.self) { try await running.value }
        #expect(try await survivors() == [])
    }

    @Test func `is never begun once we were cancelled`() async throws {
        defer { clean() }
        let command = try family("exit 0")
        let running = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await command.collect(within: .seconds(30))
        }

        await #expect(throws: CancellationError.self) { try await running.value }
        #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("family").path))
    }
}
