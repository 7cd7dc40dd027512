import Engine
import Foundation
import Testing

@testable import toolgrad

@Suite("The doctor", .timeLimit(.minutes(2)))
struct DoctorTests {
    private func grown(_ program: Program, _ name: String = "a.toolgrad") async throws -> String {
        let path = program.file(name)
        let ending = try await program.run("generate", "--count", "2", "--seed", "5", "--dataset", path)
        try #require(ending.status == 0, "\(ending.errors)")
        return path
    }

    /// The lines of an area that say a verdict.
    private func lines(_ verdict: String, in output: String) -> [String] {
        output.split(separator: "\n").map(String.init).filter { $0.hasPrefix("  " + verdict) }
    }

    @Test func `finds nothing wrong with a sound dataset, and changes nothing`() async throws {
        let program = try Program()
        defer { program.clean() }
        let path = try await grown(program)
        let before = try files(in: program.folder)

        let ending = try await program.run("doctor", "--dataset", path)

        #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
        #expect(lines("FAIL", in: ending.output).isEmpty)
        #expect(ending.output.contains("runs 1, samples 2 (finished 2), decisions 0"))
        #expect(ending.output.contains("integrity_check found nothing wrong"))
        #expect(ending.output.contains("have the SHA-256 they were stored with"))
        #expect(try files(in: program.folder) == before)
    }

    @Test func `looks at the dataset that was open last, where none is named`() async throws {
        let program = try Program()
        defer { program.clean() }

        let none = try await program.run("doctor")
        let path = try await grown(program)
        let last = try await program.run("doctor")
        try FileManager.default.removeItem(atPath: path)
        let gone = try await program.run("doctor")

        #expect([none, last, gone].map(\.status) == [0, 0, 0])
        #expect(none.output.contains("none was open before"))
        #expect(last.output.contains(path))
        #expect(
            lines("warn", in: gone.output).contains { $0.contains("\(path) was open last, and is no longer there") })
    }

    @Test func `names who grows a run`() async throws {
        let program = try Program()
        defer { program.clean() }
        let path = try await grown(program)
        let growing = try program.start(["generate", "--count", "4000", "--seed", "6", "--dataset", path])
        try await growing.untilErrorsContain("4000 samples")

        let ending = try await program.run("doctor", "--dataset", path)
        growing.interrupt()
        _ = await growing.ending()

        #expect(ending.status == 0, "\(ending.output)")
        #expect(ending.output.contains("is being grown by process "))
    }

    @Test func `says what is wrong with what is no dataset, and leaves it as it is`() async throws {
        let program = try Program()
        defer { program.clean() }
        let jpeg = Data([0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 1, count: 9000))
        for (name, bytes) in [("empty", Data()), ("photo", jpeg), ("text", Data("hello".utf8))] {
            try bytes.write(to: URL(fileURLWithPath: program.file(name)))
            let before = try files(in: program.folder, named: name)

            let ending = try await program.run("doctor", "--dataset", program.file(name))

            #expect(ending.status == 1)
            #expect(lines("FAIL", in: ending.output).count == 1, "\(ending.output)")
            #expect(ending.output.contains("is not a toolgrad dataset"))
            #expect(try files(in: program.folder, named: name) == before)
        }
    }

    @Test func `refuses a missing file, a folder and a newer version`() async throws {
        let program = try Program()
        defer { program.clean() }
        let path = try await grown(program)
        try overwrite(path, at: 60, with: [0, 0, 0, 99])

        let missing = try await program.run("doctor", "--dataset", program.file("none.toolgrad"))
        let folder = try await program.run("doctor", "--dataset", program.folder.path)
        let newer = try await program.run("doctor", "--dataset", path)

        #expect([missing, folder, newer].map(\.status) == [1, 1, 1])
        #expect(missing.output.contains("there is nothing at"))
        #expect(folder.output.contains("is no file"))
        #expect(newer.output.contains("has version 99"))
        #expect(!FileManager.default.fileExists(atPath: program.file("none.toolgrad")))
    }

    @Test func `refuses migrations that are not its own`() async throws {
        let program = try Program()
        defer { program.clean() }
        let path = try await grown(program)
        let place = try #require(
            try Data(contentsOf: URL(fileURLWithPath: path)).firstRange(of: Data("001 dataset".utf8)))
        try overwrite(path, at: place.lowerBound, with: Array("001 detaset".utf8))

        let ending = try await program.run("doctor", "--dataset", path)

        #expect(ending.status == 1)
        #expect(
            lines("FAIL", in: ending.output).map {
                $0.contains(
                    "migrations 001 detaset, 002 review, 003 models, 004 tools, 005 likeness, 006 judged, 007 studies: this toolgrad has others"
                )
            }
                == [true])
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
    func `says that a dataset can only be read`() async throws {
        let program = try Program()
        defer { program.clean() }
        let path = try await grown(program)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)

        let ending = try await program.run("doctor", "--dataset", path)

        #expect(ending.status == 0, "\(ending.output)")
        #expect(lines("warn", in: ending.output).contains { $0.contains("you may read it, not write it") })
    }

    @Test func `finds damage in the middle of a file`() async throws {
        let program = try Program()
        defer { program.clean() }
        let path = try await grown(program)
        let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
        try overwrite(path, at: size / 2, with: [UInt8](repeating: 0x5A, count: 2000))

        let ending = try await program.run("doctor", "--dataset", path)

        #expect(ending.status == 1)
        #expect(!lines("FAIL", in: ending.output).isEmpty)
    }

    @Test func `tells machines the same as people`() async throws {
        let program = try Program()
        defer { program.clean() }
        let path = try await grown(program)

        let text = try await program.run("doctor", "--dataset", path)
        let json = try JSON(parsing: try await program.run("doctor", "--dataset", path, "--format", "json").output)

        let checks = json["checks"]?.array ?? []
        #expect(json["program"] == .string(programVersion))
        #expect(json["verdict"] == "warn")
        #expect(checks.count == text.output.split(separator: "\n").count { $0.hasPrefix("  ") })
        for check in checks { #expect(text.output.contains(check["text"]?.string ?? "?")) }
    }
}

@Suite("What the doctor says of a terminal", .timeLimit(.minutes(2)))
struct DoctorTerminalTests {
    private func output(_ changes: [String: String], removing names: [String] = []) async throws -> String {
        let program = try Program()
        defer { program.clean() }
        let cleared = ["LC_ALL", "LC_CTYPE", "NO_COLOR", "COLORTERM"] + names
        let script =
            cleared.map { "unset \($0); " }.joined() + changes.map { "export \($0.key)='\($0.value)'; " }.joined()
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script + "exec '\(Program.path)' doctor"]
        process.environment = program.environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (["TERM": "xterm-256color", "LANG": "C.UTF-8"], "terminfo gives 256 colours"),
        (["TERM": "xterm-256color", "COLORTERM": "truecolor"], "COLORTERM=truecolor changes nothing"),
        (["TERM": "vt100", "LANG": "C.UTF-8"], "no colours: attributes alone"),
        (["TERM": "vt100", "LANG": "C.UTF-8"], "ASCII glyphs, since TERM=vt100 has no others"),
        (["TERM": "xterm-256color", "NO_COLOR": "1"], "none, since NO_COLOR is set"),
        (["TERM": "dumb"], "\"dumb\" is unknown here or cannot draw a screen"),
        (["TERM": "no-such-terminal"], "\"no-such-terminal\" is unknown here"),
        (
            ["TERM": "xterm-256color", "LC_ALL": "C"],
            "ASCII glyphs: the encoding is ANSI_X3.4-1968 (LC_ALL=C); try LC_ALL=C.UTF-8, or unset it"
        ),
        (["TERM": "xterm-256color", "LC_CTYPE": "C"], "(LC_CTYPE=C); try LC_CTYPE=C.UTF-8"),
        (["TERM": "xterm-256color", "LANG": "xx_XX.UTF-8"], "the locale is not installed (LANG=xx_XX.UTF-8)"),
        (["TERM": "xterm-256color", "LANG": "C.UTF-8"], "ok    text        UTF-8 (LANG=C.UTF-8)"),
    ])
    func `is what it will do with it`(variables: [String: String], expected: String) async throws {
        let output = try await output(variables)

        #expect(output.contains(expected), "\(output)")
    }

    @Test func `is known in words that fit its lines`() {
        let diagnosis = Diagnosis(.terminal, "size", .ok, "a few words that take more than a line\nand go on")

        #expect(
            diagnosis.lines(columns: 42) == """
                  ok    size        a few words that take
                                    more than a line
                                    and go on
                """)
        #expect(diagnosis.lines(columns: nil) == "  ok    size        a few words that take more than a line and go on")
        #expect(diagnosis.lines(columns: 3).split(separator: "\n").count == 4)
    }

    @Test func `includes that nothing says what it is`() async throws {
        let output = try await output([:], removing: ["TERM"])

        #expect(output.contains("TERM is not set"), "\(output)")
    }

    @Test func `includes that it shows no escape of the environment's`() async throws {
        let output = try await output(["TERM": "x\u{1B}[31mred"])

        #expect(!output.contains("\u{1B}"))
        #expect(output.contains("‹U+001B›"), "\(output)")
    }

    @Test func `without one, nothing can be reset`() async throws {
        let program = try Program()
        defer { program.clean() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
        process.arguments = ["--wait", Program.path, "doctor", "--reset-terminal"]
        process.environment = program.environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()

        #expect(process.terminationStatus == 2)
    }

    @Test(.enabled(if: Tmux.isThere)) func `that was left in disorder can be put right`() async throws {
        let program = try Program()
        defer { program.clean() }
        let tmux = try Tmux(
            columns: 80, rows: 24, socket: program.file("tmux"),
            environment: program.environment.merging(["TERM": "xterm-256color"]) { $1 })
        defer { tmux.close() }
        try tmux.type("echo before; stty -a | grep -c -e ' icanon'")
        try await tmux.until("before", "1")

        // Quoted so that the typed line itself does not say it.
        try tmux.type("stty raw -echo; printf '\\033[?1049h\\033[?25l\\033[31m'; echo l''ost")
        try await tmux.until("lost")
        let disordered = try tmux.screen()
        // Raw lines end with a line feed only.
        try tmux.typeRaw("'\(Program.path)' doctor --reset-terminal")

        try await tmux.until("before", "as a shell expects it")
        try tmux.type("stty -a | grep -o -w -e icanon -e echo -e icrnl -e opost | sort | tr '\\n' +")
        try await tmux.until("echo+icanon+icrnl+opost+")
        #expect(!disordered.contains("before"))
    }
}

extension Tmux {
    /// Types a line into a shell whose terminal does not turn a carriage return into a line feed.
    fileprivate func typeRaw(_ line: String) throws {
        for character in line { try press(character == " " ? "Space" : String(character)) }
        try press("C-j")
    }
}

/// The files of a folder whose names begin with something, and their contents.
private func files(in folder: URL, named prefix: String = "a.toolgrad") throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(prefix) }
    return Dictionary(
        uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) })
}

private func overwrite(_ path: String, at offset: Int, with bytes: [UInt8]) throws {
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    defer { try? file.close() }
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: Data(bytes))
}
