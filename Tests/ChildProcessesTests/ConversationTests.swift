import ChildProcesses
import Foundation
import Testing

@Suite("A conversation with a child", .timeLimit(.minutes(1)))
struct ConversationTests {
    private let path = ["PATH": "/usr/bin:/bin"]

    init() {
        // As the program does when it starts.
        signal(SIGPIPE, SIG_IGN)
    }

    private func shell(_ line: String) -> ChildCommand { .shell(line, environment: path) }

    @Test func `goes to and fro, and ends with the child's own code`() async throws {
        let (answers, ending) = try await shell("while read line; do echo \"<$line>\"; done; exit 7").converse {
            child in
            var lines = Lines(child)
            try await child.write(Data("one\n".utf8))
            let first = try await lines.next()
            try await child.write(Data("zwei é\n".utf8))
            return [first, try await lines.next()]
        }

        #expect(answers == ["<one>", "<zwei é>"])
        #expect(ending == .exited(code: 7))
    }

    @Test func `keeps messages whole and in order, though many write at once`() async throws {
        let message = String(repeating: "0123456789", count: 20_000)

        let (lines, _) = try await shell("cat").converse { child in
            await withTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask { try? await child.write(Data("\(writer)\(message)\n".utf8)) }
                }
                var lines = Lines(child)
                var seen: [String] = []
                while seen.count < 8, let line = try? await lines.next() { seen.append(line) }
                return seen
            }
        }

        #expect(lines.sorted() == (0..<8).map { "\($0)\(message)" })
    }

    @Test func `is with a child of three descriptors and no terminal, in a group of its own`() async throws {
        let inherited = fcntl(open("/dev/null", O_RDONLY), F_DUPFD, 230)
        try #require(inherited >= 230)
        defer { close(inherited) }
        let watchdog = Watchdog()
        let line = """
            for f in /proc/$$/fd/*; do [ -e $f ] && echo ${f##*/}; done
            sed 's/.*) . //' /proc/$$/stat | cut -d ' ' -f 2,3,4
            echo $$; (sleep 0 </dev/tty) 2>/dev/null && echo opened; echo end
            """

        let (lines, _) = try await shell(line).converse(watched: watchdog) { try await Lines($0).all() }
        await watchdog.end()

        try #require(lines.count == 6, "\(lines)")
        #expect(lines.prefix(3) == ["0", "1", "2"])
        #expect(lines[3] == "\(lines[4]) \(lines[4]) 0")
        #expect(lines[5] == "end")
    }

    @Test func `is with a child that has exactly its environment, and signals as if nobody had meddled`() async throws {
        let command = ChildCommand(
            .at(path: "/bin/cat"), ["/proc/self/environ", "/proc/self/status"], environment: ["ONLY": "this"])

        let (lines, _) = try await command.converse { try await Lines($0).all() }

        #expect(lines.first?.hasPrefix("ONLY=this\0Name:") == true, "\(lines.first ?? "")")
        for field in ["SigBlk:\t", "SigIgn:\t"] {
            let mask = try #require(lines.first { $0.hasPrefix(field) }?.dropFirst(field.count))
            #expect(try #require(UInt64(mask, radix: 16)) & 0x7FFF_FFFF == 0, "\(field) \(mask)")
        }
    }

    @Test func `knows how a child ended while it goes on`() async throws {
        let (ending, last) = try await shell("exit 3").converse { await $0.waitForEnd(within: .seconds(10)) }
        let (other, _) = try await shell("kill -TERM $$").converse { await $0.waitForEnd(within: .seconds(10)) }

        #expect(ending == .exited(code: 3))
        #expect(last == .exited(code: 3))
        #expect(other == .signalled(number: SIGTERM))
    }

    @Test func `knows that a child still lives`() async throws {
        let (ending, last) = try await shell("read line; exit 4").converse {
            await $0.waitForEnd(within: .milliseconds(100))
        }

        #expect(ending == nil)
        #expect(last == .exited(code: 4), "The end of its input let it leave.")
    }

    @Test func `asks a child to end that does not leave with its input`() async throws {
        let (_, ending) = try await shell("trap 'exit 9' TERM; while :; do sleep 0.05; done").converse { child in
            await child.endInput()
        }

        #expect(ending == .exited(code: 9))
    }

    @Test func `lets a child be asked to end at once`() async throws {
        let (ending, _) = try await shell("sleep 300").converse { child in
            child.terminate()
            return await child.waitForEnd(within: .seconds(10))
        }

        #expect(ending == .signalled(number: SIGTERM))
    }

    @Test func `throws what its body throws, and a child that cannot be started`() async throws {
        struct Refused: Error {}

        await #expect(throws: Refused.self) { try await shell("cat").converse { _ in throw Refused() } }
        await #expect(throws: ChildProcessError.self) {
            try await ChildCommand(.at(path: "/no/such/program"), environment: path).converse { _ in }
        }
    }

    @Test func `fails to write to a child that no longer reads, and goes on`() async throws {
        let (_, ending) = try await shell("exec <&-; echo closed; sleep 0.5; exit 6").converse { child in
            _ = try await child.firstLine()
            await #expect(throws: ConversationError.inputClosed(.at(path: "/bin/sh"))) {
                // Another child that is just starting may hold the other end for a moment.
                while true {
                    try await child.write(Data("x\n".utf8))
                    try await Task.sleep(for: .milliseconds(1))
                }
            }
        }

        #expect(ending == .exited(code: 6))
    }

    @Test func `fails to write to a child that has ended, and after the end of its input`() async throws {
        _ = try await shell("exit 0").converse { child in
            _ = await child.waitForEnd(within: .seconds(10))
            await #expect(throws: ConversationError.self) { try await child.write(Data("x".utf8)) }
        }
        _ = try await shell("cat").converse { child in
            await child.endInput()
            await #expect(throws: ConversationError.self) { try await child.write(Data("x".utf8)) }
        }
    }

    @Test func `does not wait longer than it wants for a child that does not read`() async throws {
        let (words, _) = try await shell("sleep 0.7; head -c 1000000 | wc -c").converse { child in
            let writing = Task { try await child.write(Data(count: 999_999)) }
            try await Task.sleep(for: .milliseconds(100))
            writing.cancel()
            await #expect(throws: CancellationError.self) { try await writing.value }
            // What was begun is written all the same, and what comes after it is where it belongs.
            try await child.write(Data([0]))
            return try await child.firstLine()
        }

        #expect(words == "1000000")
    }

    @Test func `keeps only so much for a child that does not read`() async throws {
        _ = try await shell("sleep 300").converse(grace: .milliseconds(100)) { child in
            let half = Data(count: 9 << 20)
            let first = Task { try await child.write(half) }
            try await Task.sleep(for: .milliseconds(100))
            await #expect(throws: ConversationError.notReading(.at(path: "/bin/sh"), waiting: half.count)) {
                try await child.write(half)
            }
            child.terminate()
            await #expect(throws: ConversationError.inputClosed(.at(path: "/bin/sh"))) { try await first.value }
        }
    }

    @Test func `keeps the last lines of what a child complains about`() async throws {
        let (words, _) = try await shell("seq 1 30000 >&2; printf 'bad \\377 byte\\r\\nlast' >&2; echo said; cat")
            .converse { child in
                _ = try await child.firstLine()
                try await until { child.lastWords(lines: 1) == ["last"] }
                return (child.lastWords(lines: 3), child.lastWords(lines: .max).count)
            }

        #expect(words.0 == ["30000", "bad \u{FFFD} byte", "last"])
        #expect((1000...20_000).contains(words.1), "\(words.1)")
    }
}

/// Splits what a child says into lines.
struct Lines {
    private var pieces: AsyncThrowingStream<Data, any Error>.Iterator
    private var rest = Data()

    init(_ child: LivingChild) { pieces = child.output.makeAsyncIterator() }

    /// The next line without its end; what stands after the last end, once; then nil.
    mutating func next() async throws -> String? {
        while true {
            if let end = rest.firstIndex(of: 0x0A) {
                defer { rest = Data(rest[(end + 1)...]) }
                return String(decoding: rest[..<end], as: UTF8.self)
            }
            guard let piece = try await pieces.next() else {
                defer { rest = Data() }
                return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
            }
            rest.append(piece)
        }
    }

    func all() async throws -> [String] {
        var lines = self
        var all: [String] = []
        while let line = try await lines.next() { all.append(line) }
        return all
    }
}

extension LivingChild {
    /// The first line that it says.
    func firstLine() async throws -> String? {
        var lines = Lines(self)
        return try await lines.next()
    }
}

/// Waits for something that is to come true; the test's own time limit ends the waiting.
func until(_ condition: () throws -> Bool) async throws {
    while try !condition() { try await Task.sleep(for: .milliseconds(10)) }
}
