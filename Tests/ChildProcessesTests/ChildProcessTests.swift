import ChildProcesses
import Foundation
import Testing

@Suite("A child process", .timeLimit(.minutes(1)))
struct ChildProcessTests {
    private let path = ["PATH": "/usr/bin:/bin"]

    private func shell(_ line: String) -> ChildCommand { .shell(line, environment: path) }

    private func text(_ data: Data) -> String { String(decoding: data, as: UTF8.self) }

    @Test func `says what it has to say, and how it ended`() async throws {
        let result = try await shell("printf out; printf err >&2; exit 3").collect(within: .seconds(20))

        #expect(text(result.output) == "out")
        #expect(text(result.errors) == "err")
        #expect(result.ending == .exited(code: 3))
        #expect(!result.ending.isSuccess)
    }

    @Test func `that a signal ends is told from one that exits`() async throws {
        let result = try await shell("kill -TERM $$").collect(within: .seconds(20))

        #expect(result.ending == .signalled(number: SIGTERM))
    }

    @Test func `is found in its own path, and gets its arguments as they are`() async throws {
        let command = ChildCommand(.named("printf"), ["%s|", "a b", "$HOME", "é\n"], environment: path)

        let result = try await command.collect(within: .seconds(20))

        #expect(text(result.output) == "a b|$HOME|é\n|")
        #expect(result.ending.isSuccess)
    }

    @Test func `that cannot be started is an error that says why, and nothing of what it was given`() async throws {
        for program in [ChildCommand.Program.named("no-such-program-here"), .at(path: "/no/such/program")] {
            let command = ChildCommand(program, ["canary-argument"], environment: ["KEY": "canary-value"])

            let error = await #expect(throws: ChildProcessError.self) {
                try await command.collect(within: .seconds(20))
            }

            guard case .notStarted(program, _) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(error?.description.contains("canary") == false)
        }
    }

    @Test func `has exactly the environment it is given`() async throws {
        setenv("TOOLGRAD_TEST_CANARY", "sk-CANARY", 1)
        defer { unsetenv("TOOLGRAD_TEST_CANARY") }
        let given = ["PATH": "/bin", "ODD": "a=b c", "EMPTY": ""]
        let command = ChildCommand(.at(path: "/bin/cat"), ["/proc/self/environ"], environment: given)

        let result = try await command.collect(within: .seconds(20))

        #expect(Set(text(result.output).split(separator: "\0")) == ["PATH=/bin", "ODD=a=b c", "EMPTY="])
    }

    @Test func `works in the folder it is given`() async throws {
        var command = shell("pwd")
        command.folder = "/usr/bin"

        #expect(text(try await command.collect(within: .seconds(20)).output) == "/usr/bin\n")
    }

    @Test func `leads a session and a group of its own, without a terminal`() async throws {
        // pid, parent, group, session, terminal: the fields after the name in brackets.
        let result = try await shell("sed 's/.*) . //' /proc/$$/stat; echo $$; sleep 0 </dev/tty && echo opened")
            .collect(within: .seconds(20))

        let lines = text(result.output).split(separator: "\n").map(String.init)
        let fields = lines.first?.split(separator: " ").map(String.init) ?? []
        let own = try #require(lines.last)
        #expect(lines.count == 2, "No terminal could be opened.")
        #expect(Array(fields.prefix(4).dropFirst()) == [own, own, "0"])
        #expect(getsid(0) != Int32(own))
    }

    @Test func `has no descriptor but the three, and reads nothing`() async throws {
        let inherited = fcntl(open("/dev/null", O_RDONLY), F_DUPFD, 230)
        try #require(inherited >= 230)
        defer { close(inherited) }
        #expect(fcntl(inherited, F_GETFD) & FD_CLOEXEC == 0)

        // Whatever reads the list is in it, and is gone when it is asked for again.
        let line = "for f in /proc/$$/fd/*; do [ -e $f ] && echo ${f##*/}; done; wc -c"
        let result = try await shell(line).collect(within: .seconds(20))

        #expect(
            text(result.output).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                == ["0", "1", "2", "0"])
    }

    @Test func `gets signals as if nobody had meddled with them`() async throws {
        // We ignore it, so that writing to a child that has left is an error and not our end.
        signal(SIGPIPE, SIG_IGN)

        let result = try await ChildCommand(.at(path: "/bin/cat"), ["/proc/self/status"], environment: path)
            .collect(within: .seconds(20))

        let lines = text(result.output).split(separator: "\n").map { $0.split(separator: "\t") }
        for field in ["SigBlk:", "SigIgn:"] {
            let mask = try #require(lines.first { $0.first.map(String.init) == field }?.last)
            // The C library keeps the first two of the real-time signals for itself.
            let signals = try #require(UInt64(mask, radix: 16)) & 0x7FFF_FFFF
            #expect(signals == 0, "\(field) \(mask)")
        }
        #expect(writeToNobody() == EPIPE, "Ours is left as it was.")
    }

    @Test func `may say much on both streams at once`() async throws {
        let result = try await shell("head -c 900000 /dev/zero & head -c 900000 /dev/zero >&2; wait")
            .collect(within: .seconds(20), limits: ChildLimits(output: 900_000, errors: 1000))

        #expect(result.output.count == 900_000)
        #expect(result.errors.count == 1000)
    }

    @Test func `may close its streams before it ends`() async throws {
        let result = try await shell("echo word; exec >&- 2>&-; sleep 0.3; exit 5").collect(within: .seconds(20))

        #expect(text(result.output) == "word\n")
        #expect(result.ending == .exited(code: 5))
    }

    @Test func `keeps the end of its errors`() async throws {
        let result = try await shell("seq 1 20000 >&2").collect(within: .seconds(20), limits: ChildLimits(errors: 12))

        #expect(text(result.errors) == "19999\n20000\n")
    }

    /// The error of writing to a pipe that nobody reads.
    private func writeToNobody() -> Int32 {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return 0 }
        close(ends[0])
        defer { close(ends[1]) }
        return write(ends[1], "x", 1) < 0 ? errno : 0
    }
}
