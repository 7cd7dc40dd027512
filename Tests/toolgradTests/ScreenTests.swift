import Foundation
import Testing

@Suite(
    "The explorer in a real terminal", .serialized, .timeLimit(.minutes(6)),
    .enabled(if: Tmux.isThere, "tmux is not installed"))
struct ScreenTests {
    private func open(_ program: Program, columns: Int = 120, rows: Int = 36) throws -> Tmux {
        var environment = program.environment
        environment["TERM"] = "xterm-256color"
        environment["LC_ALL"] = "C.UTF-8"
        return try Tmux(columns: columns, rows: rows, socket: program.file("tmux"), environment: environment)
    }

    @Test(arguments: [(120, 36), (80, 24)])
    func `a demo grows, is decided, and is all there when it is opened again`(
        columns: Int, rows: Int
    ) async throws {
        let program = try Program()
        defer { program.clean() }
        let tmux = try open(program, columns: columns, rows: rows)
        defer { tmux.close() }

        try tmux.type("\(Program.path) demo")
        let first = try await tmux.until("Tools are proposed and really called", "s-00001")
        try tmux.press("Space")
        try await tmux.until("final query", "a accept")
        try tmux.press("a")
        try await tmux.until("s-00002", "1 decision")
        try tmux.press("r", "2")
        try await tmux.until("s-00003", "2 decisions")
        try await quit(tmux)

        #expect(first.contains("The gradient"))
        let listed = try await program.run("show")
        #expect(statuses(listed.output).prefix(3) == ["accepted", "rejected", "pending"])

        try tmux.type(Program.path)
        try await tmux.until("undo 2")
        try tmux.press("u")
        try await tmux.until("undo 1")
        try await quit(tmux)
        let undone = try await program.run("show")
        #expect(statuses(undone.output).prefix(3) == ["accepted", "pending", "pending"])
    }

    @Test func `a growing sample is held, stepped and let go`() async throws {
        let program = try Program()
        defer { program.clean() }
        let tmux = try open(program)
        defer { tmux.close() }

        try tmux.type("\(Program.path) demo")
        try await tmux.until("executing")
        try tmux.press("H")
        try await tmux.until("HELD")
        try tmux.press(".")
        try await tmux.until("HELD", "2 …")
        try tmux.press("[")
        try await tmux.until("▶1")
        try tmux.press("H", "Space")

        let grown = try await tmux.until("final query")
        #expect(!grown.contains("HELD"))
    }

    @Test func `a query is edited in the user's editor, and exported`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("a.toolgrad")
        _ = try await program.run("generate", "--count", "1", "--dataset", file)
        let tmux = try open(program)
        defer { tmux.close() }
        try tmux.type("export VISUAL='sed -i s/.*/Where,do,I,live/'")

        try tmux.type("\(Program.path) review \(file)")
        try await tmux.until("s-00001", "Query")
        try tmux.press("E")
        try await tmux.until("draft", "(edited)")
        try tmux.press("a")
        try await tmux.until("decided 1/1")
        try tmux.press("W")
        try await tmux.until("trl")
        try tmux.press("Enter")
        try await tmux.until("1 sample of")
        try await quit(tmux)

        let rows = try String(contentsOfFile: program.file("a-trl/data/train.jsonl"), encoding: .utf8)
        #expect(rows.contains("Where,do,I,live"))
    }

    @Test func `samples of another process appear and are accepted while it grows them`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("a.toolgrad")
        _ = try await program.run("generate", "--count", "1", "--dataset", file)
        let tmux = try open(program)
        defer { tmux.close() }
        try tmux.type("\(Program.path) review \(file)")
        try await tmux.until("1/1")

        let growing = try program.start(["generate", "--count", "8", "--seed", "1", "--dataset", file])
        try await tmux.until("Queue 8")
        try tmux.press("a")
        try await tmux.until("1 decision")
        let ending = await growing.ending()
        try await quit(tmux)

        #expect(ending.status == 0, "\(ending.errors)")
        let listed = try await program.run("show", "--dataset", file)
        #expect(statuses(listed.output) == ["accepted"] + Array(repeating: "pending", count: 7))
    }

    enum Signal: String, CaseIterable {
        case terminate, hangUp, interrupt

        var number: Int32 {
            switch self {
            case .terminate: SIGTERM
            case .hangUp: SIGHUP
            case .interrupt: SIGINT
            }
        }
    }

    @Test(arguments: Signal.allCases)
    func `the terminal is given back when a signal ends the program`(signal: Signal) async throws {
        let program = try Program()
        defer { program.clean() }
        let tmux = try open(program)
        defer { tmux.close() }
        try tmux.type("stty -g > \(program.file("before"))")

        let holder = program.file("pid")
        try tmux.type("sh -c 'echo $$ > \(holder); exec \(Program.path) demo'; echo ended $?")
        try await tmux.until("s-00001")
        let text = try String(contentsOfFile: holder, encoding: .utf8)
        let pid = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        kill(pid, signal.number)
        try await tmux.until("ended \(128 + signal.number)")
        try tmux.type("stty -g > \(program.file("after")); echo writ\"\"ten")
        try await tmux.until("written\n")

        let before = try String(contentsOfFile: program.file("before"), encoding: .utf8)
        #expect(try String(contentsOfFile: program.file("after"), encoding: .utf8) == before)
    }

    private func quit(_ tmux: Tmux) async throws {
        try tmux.press("q")
        var screen = try tmux.screen()
        while screen.contains("s-0") {
            // The demo's other samples may still be growing: then quitting asks first.
            if screen.contains("after in-flight") || screen.contains("in flight") { try tmux.press("c") }
            try await Task.sleep(for: .milliseconds(100))
            screen = try tmux.screen()
        }
    }

    private func statuses(_ listing: String) -> [Substring] {
        listing.split(separator: "\n").compactMap { $0.split(separator: " ").dropFirst().first }
    }
}
