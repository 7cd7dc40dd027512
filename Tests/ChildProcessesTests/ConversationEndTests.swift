import ChildProcesses
import Foundation
import Testing

/// However a conversation ends, nobody of the child's group is left, and nothing waits for ever.
@Suite("The end of a conversation", .timeLimit(.minutes(1)))
struct ConversationEndTests {
    private let family: Family

    init() throws {
        signal(SIGPIPE, SIG_IGN)
        family = try Family()
    }

    @Test func `leaves nobody behind when the child left by itself`() async throws {
        defer { family.remove() }

        let (_, ending) = try await family.command("cat; exit 0").converse { _ in try await family.begins() }

        #expect(ending == .exited(code: 0))
        #expect(try await family.survivors() == [])
    }

    @Test func `leaves nobody behind when the child ignores all that it is asked`() async throws {
        defer { family.remove() }
        let begun = ContinuousClock.now

        let (_, ending) = try await family.command("trap '' TERM; while :; do sleep 0.1; done")
            .converse(grace: .milliseconds(300)) { _ in try await family.begins() }

        #expect(ending == .signalled(number: SIGKILL))
        #expect(ContinuousClock.now - begun < .seconds(10), "Two seconds and the grace, and no more than that by far.")
        #expect(try await family.survivors() == [])
    }

    @Test func `leaves nobody behind when its body fails`() async throws {
        defer { family.remove() }
        struct Refused: Error {}

        await #expect(throws: Refused.self) {
            try await family.command("cat").converse { _ in
                try await family.begins()
                throw Refused()
            }
        }

        #expect(try await family.survivors() == [])
    }

    @Test func `kills at once when it is cancelled`() async throws {
        defer { family.remove() }
        let command = try family.command("trap '' TERM; while :; do sleep 0.1; done")
        let talking = Task {
            try await command.converse(grace: .seconds(60)) { child in
                for try await _ in child.output {}
                try await Task.sleep(for: .seconds(60))
            }
        }
        try await family.begins()

        talking.cancel()

        await #expect(throws: CancellationError.self) { try await talking.value }
        #expect(try await family.survivors() == [])
    }

    @Test func `lets nothing reach the child any more`() async throws {
        defer { family.remove() }

        let (child, ending) = try await family.command("echo spoken; exit 2").converse { child in
            try await family.begins()
            return child
        }

        child.terminate()
        await #expect(throws: ConversationError.self) { try await child.write(Data("x".utf8)) }
        for try await _ in child.output { Issue.record("Nothing is read after the end.") }
        #expect(await child.waitForEnd(within: .zero) == ending)
    }

    @Test func `comes though nobody reads what the child says for ever`() async throws {
        defer { family.remove() }

        let (_, ending) = try await family.command("yes").converse(grace: .milliseconds(300)) { _ in
            try await family.begins()
        }

        #expect(!ending.isSuccess)
        #expect(try await family.survivors() == [])
    }
}

/// What a child says without end does not fill our memory.
@Suite("A child that floods us", .timeLimit(.minutes(1)), .serialized)
struct FloodTests {
    private let path = ["PATH": "/usr/bin:/bin"]

    /// Resident memory of this process, in bytes.
    private var memory: Int {
        get throws {
            let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            return try #require(Int(fields[1])) * sysconf(Int32(_SC_PAGESIZE))
        }
    }

    @Test func `waits when nobody reads`() async throws {
        let folder = try Family()
        defer { folder.remove() }
        var command = ChildCommand.shell(
            "for i in $(seq 1000000); do printf %01000d 1; echo $i > count.new; mv count.new count; done",
            environment: path)
        command.folder = folder.folder.path
        let counted = folder.folder.appendingPathComponent("count")
        func count() -> Int {
            (try? String(contentsOf: counted, encoding: .utf8)).flatMap { Int($0.dropLast()) } ?? 0
        }

        let (last, _) = try await command.converse(grace: .milliseconds(100)) { child in
            var (before, now) = (-1, 0)
            while before != now || now == 0 {
                try await Task.sleep(for: .milliseconds(500))
                (before, now) = (now, count())
            }
            return now
        }

        #expect((1...200).contains(last), "The pipe holds 64 KiB; \(last) KB were written.")
    }

    @Test func `with an endless line costs no more than what is kept`() async throws {
        let before = try memory

        let (read, _) = try await ChildCommand.shell("yes | tr -d '\\n'", environment: path)
            .converse(grace: .milliseconds(100)) { child in
                var read = 0
                for try await piece in child.output {
                    read += piece.count
                    if read > 300 << 20 { break }
                }
                return read
            }

        let grown = try memory - before
        #expect(read > 300 << 20)
        #expect(grown < 128 << 20, "It grew by \(grown >> 20) MiB.")
    }

    @Test func `with complaints costs no more than what is kept`() async throws {
        let before = try memory

        let (words, _) = try await ChildCommand.shell("yes | head -c 300000000 >&2; echo done; cat", environment: path)
            .converse { child in
                _ = try await child.firstLine()
                return child.lastWords(lines: .max)
            }

        let grown = try memory - before
        #expect(words.count <= 32 << 10 && words.allSatisfy { $0 == "y" })
        #expect(grown < 128 << 20, "It grew by \(grown >> 20) MiB.")
    }
}
