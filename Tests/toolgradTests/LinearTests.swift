import Foundation
import Testing

@Suite("The explorer line after line", .timeLimit(.minutes(6)))
struct LinearTests {
    private func dataset(in program: Program, samples: Int = 3) async throws -> String {
        let file = program.file("d.toolgrad")
        _ = try await program.run("generate", "--count", "\(samples)", "--seed", "1", "--dataset", file)
        return file
    }

    @Test func `decides what is piped in, one line after the other`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = try await dataset(in: program)

        let ending = try await program.run(typing: ["a", "r 3 no source", "q"], "review", "--linear", file)

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.lines.contains("Saved: s-00001 is accepted."))
        #expect(ending.lines.contains("Saved: s-00002 is rejected, arg_not_inferable."))
        #expect(try await program.statuses(in: file) == ["accepted", "rejected", "pending"])
    }

    @Test func `needs no option where lines are piped in, and ends with them`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = try await dataset(in: program, samples: 2)

        let ending = try await program.run(typing: ["s"], "review", file)

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.lines.first == "toolgrad, d. Type keys by their names, then Enter.")
        #expect(try await program.statuses(in: file) == ["skipped", "pending"])
    }

    @Test func `a query that is typed is kept, exported and taken back`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = try await dataset(in: program, samples: 1)
        let folder = program.file("out")

        let ending = try await program.run(
            typing: ["tab tab", "e", "Where do I live?", ".", "a", "W trl \(folder)", "u", "u", "q"],
            "review", "--linear", file)

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.lines.contains("Query: Where do I live?"))
        #expect(ending.lines.contains { $0.hasPrefix("1 sample of ") && $0.hasSuffix("as trl.") })
        let rows = try String(contentsOfFile: folder + "/data/train.jsonl", encoding: .utf8)
        #expect(rows.contains("Where do I live?"))
        #expect(try await program.statuses(in: file) == ["pending"])
    }

    @Test func `a demo whose lines are over grows what is in flight to its end`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run(typing: ["?", "", "n"], "demo", "--linear")

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.lines.contains("The run is over."))
        #expect(ending.lines.last?.contains("open it again with: toolgrad review") == true)
    }

    @Test func `what is printed has no control characters, also where much is asked`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = try await dataset(in: program, samples: 1)
        let keys = [
            "?", "", "!", "", "v", "]", "", "yy", ":theme mono", "o", "9", "esc", "E", "ctrl-l", ".", "\u{1B}[31mx",
            "q",
        ]

        let ending = try await program.run(typing: keys, "review", "--linear", file)

        #expect(ending.status == 0, "\(ending.errors)")
        let controls = ending.output.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
        #expect(controls.isEmpty)
        #expect(ending.lines.contains("There is no terminal for an editor; e and c take the text here."))
    }

    @Test(.enabled(if: Tmux.isThere, "tmux is not installed"))
    func `a terminal that only prints is used line after line, its editor too`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = try await dataset(in: program, samples: 2)
        var environment = program.environment
        environment["LC_ALL"] = "C.UTF-8"
        let tmux = try Tmux(columns: 120, rows: 50, socket: program.file("tmux"), environment: environment)
        defer { tmux.close() }
        try tmux.type("export VISUAL='sed -i s/.*/Where,do,I,live/'")

        try tmux.type("TERM=dumb \(Program.path) review \(file)")
        try await tmux.until("Sample s-00001, 1 of 2")
        try tmux.type("E")
        try await tmux.until("Query: Where,do,I,live")
        try tmux.type("a")
        try await tmux.until("Saved: s-00001 is accepted")
        try tmux.type("q")
        try await tmux.until("open it again with")

        #expect(try await program.statuses(in: file) == ["accepted", "pending"])
    }
}

extension Program {
    /// Runs to the end with these lines as its input.
    func run(typing lines: [String], _ arguments: String...) async throws -> Ending {
        let (input, output, errors) = (file("typed"), file("told"), file("complained"))
        try lines.map { $0 + "\n" }.joined().write(toFile: input, atomically: true, encoding: .utf8)
        for path in [output, errors] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = arguments
        process.environment = environment.merging(["LC_ALL": "C.UTF-8"]) { _, new in new }
        process.standardInput = FileHandle(forReadingAtPath: input)
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        let (exited, exiting) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in exiting.finish() }
        try process.run()
        for await _ in exited {}
        process.waitUntilExit()
        return Ending(
            status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    /// What `toolgrad show` says of each sample.
    fileprivate func statuses(in file: String) async throws -> [Substring] {
        let listed = try await run("show", "--dataset", file)
        return listed.output.split(separator: "\n").compactMap { $0.split(separator: " ").dropFirst().first }
    }
}

extension Program.Ending {
    fileprivate var lines: [String] { output.split(separator: "\n").map(String.init) }
}
