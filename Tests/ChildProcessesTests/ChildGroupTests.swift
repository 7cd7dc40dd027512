import ChildProcesses
import Foundation
import Testing

/// Whatever happens, no process of a child's group is left.
@Suite("A child's group", .timeLimit(.minutes(1)))
struct ChildGroupTests {
    private let family: Family

    init() throws {
        family = try Family()
    }

    @Test func `is dead after a clean end, though a grandchild holds its output`() async throws {
        defer { family.remove() }

        let result = try await family.command("echo done; exit 0").collect(within: .seconds(30))

        #expect(result.ending == .exited(code: 0))
        #expect(String(decoding: result.output, as: UTF8.self) == "done\n")
        #expect(try await family.survivors() == [])
    }

    @Test(.enabled(if: Family.canScatter, "needs bash and /proc"))
    func `takes those along who made a group of their own in its session`() async throws {
        defer { family.remove() }
        let line = Family.ownGroup("sleep 300 & echo $! $(cut -d\" \" -f5 /proc/$!/stat)")

        let result = try await family.command("\(line); exit 0").collect(within: .seconds(30))

        let numbers = String(decoding: result.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        let own = try #require(numbers.first.flatMap { Int32($0) })
        #expect(numbers.last == numbers.first, "It leads its own group.")
        while lives(own) { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test func `is dead after its time is up`() async throws {
        defer { family.remove() }

        await #expect(throws: ChildProcessError.timedOut(.at(path: "/bin/sh"), after: .seconds(2))) {
            try await family.command("sleep 300").collect(within: .seconds(2))
        }

        #expect(try await family.survivors() == [])
    }

    @Test func `is dead after it said too much`() async throws {
        defer { family.remove() }

        await #expect(throws: ChildProcessError.tooMuchOutput(.at(path: "/bin/sh"), limit: 1000)) {
            try await family.command("yes").collect(within: .seconds(30), limits: ChildLimits(output: 1000))
        }

        #expect(try await family.survivors() == [])
    }

    @Test func `is dead after we were cancelled`() async throws {
        defer { family.remove() }
        let running = Task { try await family.command("sleep 300").collect(within: .seconds(200)) }
        try await family.begins()

        running.cancel()

        await #expect(throws: CancellationError.self) { try await running.value }
        #expect(try await family.survivors() == [])
    }

    @Test func `is never begun once we were cancelled`() async throws {
        defer { family.remove() }
        let command = try family.command("exit 0")
        let running = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await command.collect(within: .seconds(30))
        }

        await #expect(throws: CancellationError.self) { try await running.value }
        #expect(!family.has("family"))
    }
}
