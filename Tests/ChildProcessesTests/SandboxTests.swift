import ChildProcesses
import Foundation
import Testing

/// These need bubblewrap, and leave to make namespaces.
@Suite(
    "A child in the sandbox", .timeLimit(.minutes(1)),
    .enabled("bubblewrap can be used") { await SandboxProbe.ofThisMachine.isUsable })
struct SandboxTests {
    private let folder: URL
    private let environment = ["PATH": "/usr/bin:/bin", "ONLY": "this"]

    init() throws {
        signal(SIGPIPE, SIG_IGN)
        folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("sandbox-\(UUID().uuidString)")
        for name in ["home/.ssh", "home/venv/bin", "home/venv/lib", "home/work", "home/notes", "other"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
        }
        try write("secret", to: "home/.ssh/key")
        try write("read me", to: "home/notes/list")
        try write("here", to: "home/work/file")
        try write("named", to: "other/named")
        try write("unnamed", to: "other/unnamed")
    }

    private func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(file))
    }

    private func clean() { try? FileManager.default.removeItem(at: folder) }

    private func place(_ file: String) -> String { folder.appendingPathComponent(file).path }

    private func sandboxed(
        _ command: ChildCommand, _ change: (inout Sandbox) -> Void = { _ in }
    ) async throws -> ChildCommand {
        var sandbox = Sandbox(home: place("home"), currentFolder: place("home/work"))
        change(&sandbox)
        return try SandboxMode.require.apply(sandbox, to: command, on: await SandboxProbe.ofThisMachine.availability())
            .command
    }

    /// What a line of shell says in the sandbox, and complains about.
    private func said(
        by line: String, _ arguments: [String] = [], _ change: (inout Sandbox) -> Void = { _ in }
    ) async throws -> [String] {
        var shell = ChildCommand.shell(line, environment: environment)
        shell.arguments += ["sh"] + arguments
        let result = try await sandboxed(shell, change).collect(within: .seconds(20))
        #expect(result.ending.isSuccess, "\(String(decoding: result.errors, as: UTF8.self))")
        return String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func `sees the folder it works in, and nothing else of the home folder`() async throws {
        defer { clean() }

        let said = try await said(by: "pwd; cat file; echo; ls -A ..; ls -A / | grep -c usr")

        #expect(said == [place("home/work"), "here", "work", "1"])
    }

    @Test func `sees what its arguments name, and nothing else beside it`() async throws {
        defer { clean() }

        let said = try await said(by: "cat $1; echo; ls -A ${1%/*}", [place("other/named")])

        #expect(said == ["named", "named"])
    }

    @Test func `changes nothing but what is listed, and its scratch`() async throws {
        defer { clean() }
        let attempts = """
            for f in file ../new $HOMEFOLDER/notes/list /usr/new /etc/new ../../other/new $TMPDIR/own; do
                (echo changed > $f) 2>/dev/null && echo ${f##*/}
            done; true
            """

        let line = "HOMEFOLDER=\(place("home")); " + attempts
        let said = try await said(by: line) {
            $0.writable = [place("home/work")]; $0.readable = [place("home/notes")]
        }

        // The rest of its home is its own, and gone with it.
        #expect(said == ["file", "new", "own"])
        #expect(try String(contentsOfFile: place("home/work/file"), encoding: .utf8) == "changed\n")
        #expect(!FileManager.default.fileExists(atPath: place("home/new")))
        #expect(try String(contentsOfFile: place("home/notes/list"), encoding: .utf8) == "read me")
    }

    @Test func `finds its program, its interpreter and their environments in the home folder`() async throws {
        defer { clean() }
        try write("#!\(place("home/venv/bin/shell"))\n. \(place("home/venv/lib/words"))\n", to: "home/venv/bin/tool")
        try write("echo found\n", to: "home/venv/lib/words")
        try FileManager.default.createSymbolicLink(
            atPath: place("home/venv/bin/shell"), withDestinationPath: "/bin/sh")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place("home/venv/bin/tool"))
        let command = ChildCommand(.named("tool"), environment: ["PATH": "\(place("home/venv/bin")):/usr/bin:/bin"])

        let result = try await sandboxed(command).collect(within: .seconds(20))

        #expect(
            String(decoding: result.output, as: UTF8.self) == "found\n",
            "\(String(decoding: result.errors, as: UTF8.self))")
    }

    @Test func `has no network unless it is given one`() async throws {
        defer { clean() }
        let line = "tail -n +3 /proc/net/dev | cut -d : -f 1 | tr -d ' ' | sort"

        let without = try await said(by: line)
        let with = try await said(by: line) { $0.network = .shared }
        let ours = try await ChildCommand.shell(line, environment: environment).collect(within: .seconds(20))

        #expect(without == ["lo"])
        #expect(with == String(decoding: ours.output, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    @Test func `sees no other process, has no terminal, and only its own environment`() async throws {
        defer { clean() }

        let said = try await said(
            by:
                "ls /proc | grep -c '^[0-9]*$'; (sleep 0 </dev/tty) 2>/dev/null || echo none; env | cut -d = -f 1 | sort"
        )

        // Bubblewrap's first process, the shell, and those of the pipe.
        #expect((2...5).contains(try #require(said.first.flatMap { Int($0) })))
        #expect(said.dropFirst() == ["none", "ONLY", "PATH", "PWD", "TMPDIR"])
    }

    @Test func `takes those with it that begin a session of their own`() async throws {
        defer { clean() }
        let mark = "sleep 3\(Int.random(in: 100_000...999_999))"
        let line = "setsid \(mark) </dev/null >/dev/null 2>&1 & trap '' TERM; while read word; do echo $word; done"

        let (number, _) = try await sandboxed(.shell(line, environment: environment)).converse { child in
            var number: Int32?
            while number == nil {
                try await Task.sleep(for: .milliseconds(10))
                number = process(of: mark)
            }
            return number
        }

        let escaped = try #require(number)
        for _ in 0..<200 where lives(escaped) { try await Task.sleep(for: .milliseconds(10)) }
        #expect(!lives(escaped))
    }

    @Test func `can be talked to`() async throws {
        defer { clean() }

        let command = try await sandboxed(.shell("while read line; do echo got $line; done", environment: environment))
        let (answer, ending) = try await command.converse { child in
            try await child.write(Data("word\n".utf8))
            return try await child.firstLine()
        }

        #expect(answer == "got word")
        #expect(ending == .exited(code: 1) || ending == .exited(code: 0))
    }

    @Test func `is told of listed paths that are not there`() async throws {
        defer { clean() }
        let sandbox = Sandbox(readable: ["/no/such/path"], home: nil, currentFolder: "/")

        let sandboxed = try SandboxMode.auto.apply(
            sandbox, to: .shell("true", environment: environment), on: await SandboxProbe.ofThisMachine.availability())

        #expect(sandboxed.notices.count == 1)
        #expect(sandboxed.notices.first?.contains("/no/such/path") == true)
        #expect(try await sandboxed.command.collect(within: .seconds(20)).ending.isSuccess)
    }

    /// The number of the process with this command line.
    private func process(of line: String) -> Int32? {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.compactMap { Int32($0) }.first { process in
            let words = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
            return words.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") == line
        }
    }
}

extension SandboxProbe {
    fileprivate static let ofThisMachine = SandboxProbe(environment: ["PATH": "/usr/bin:/bin"])

    fileprivate var isUsable: Bool {
        get async {
            switch await availability() {
            case .usable: true
            case .missing, .refused: false
            }
        }
    }
}
