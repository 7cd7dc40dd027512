import Foundation
import Testing

@Suite(
    "The program in many terminals", .serialized, .timeLimit(.minutes(3)),
    .enabled(if: Tmux.isThere, "tmux is not installed"))
struct SmokeTests {
    @Test(arguments: ["xterm-256color", "screen-256color", "linux", "vt100"])
    func `a screen is drawn, and its keys work`(terminal: String) async throws {
        let sitting = try await Sitting()
        defer { sitting.close() }

        try await sitting.open(with: "TERM=\(terminal)")
        try await sitting.press("j", shows: "step 1 ")
        try await sitting.press("a", shows: "s-00002 it", "1 decision", "saved")
        try await sitting.press("r", shows: "unnatural")
        try await sitting.press("3", shows: "s-00003 it", "2 decisions")
        try await sitting.press("u", shows: "s-00002 it", "1 decision", "undo 1")
        try await sitting.press("/", shows: "FILTER")
        try sitting.tmux.press("status:accepted")
        try await sitting.press("Enter", shows: "Queue 1 ", "s-00001 it")
        try await sitting.press("Escape", shows: "Queue 3 ")
        for (key, title) in [(":", "Command   "), ("?", "Help   "), ("v", "query   1/")] {
            try await sitting.press(key, shows: title)
            try await sitting.press("Escape", hides: title)
        }
        try await sitting.press("q", shows: "ended 0")

        try await sitting.expectTerminalIsAsBefore()
        let listed = try await sitting.program.run("show", "--dataset", sitting.file)
        #expect(
            listed.output.split(separator: "\n").map { $0.split(separator: " ")[1] } == [
                "accepted", "pending", "pending",
            ])
    }

    @Test func `a terminal that cannot draw gets words, and no screen`() async throws {
        let sitting = try await Sitting()
        defer { sitting.close() }

        try await sitting.open(with: "TERM=dumb", until: "s-0000", or: "dumb")
        let first = try sitting.ask("display-message -p '#{alternate_on}'")
        while try !sitting.tmux.screen().contains("ended ") {
            try sitting.tmux.press("q", "Enter")
            try await Task.sleep(for: .milliseconds(200))
        }
        let screen = try sitting.tmux.screen()

        #expect(first == "0\n")
        #expect(screen.contains("ended 0"))
        try await sitting.expectTerminalIsAsBefore()
    }

    @Test func `NO_COLOR leaves every colour to the terminal`() async throws {
        let sitting = try await Sitting()
        defer { sitting.close() }

        try await sitting.open()
        let colorful = try sitting.ask("capture-pane -pe")
        try await sitting.press("q", shows: "ended 0")
        try await sitting.open(with: "TERM=xterm-256color NO_COLOR=1")
        let plain = try sitting.ask("capture-pane -pe")

        #expect(!colors(in: colorful).isEmpty)
        #expect(colors(in: plain) == [])
        #expect(plain.contains("\u{1B}[1m"))
    }

    @Test(arguments: [("LC_ALL=C", ""), ("LC_ALL=C.UTF-8", "--glyphs ascii"), ("TERM=linux", ""), ("TERM=vt220", "")])
    func `where only ASCII is drawn, data is written out`(settings: String, options: String) async throws {
        let sitting = try await Sitting()
        defer { sitting.close() }
        let edit = ["decide", "s-1", "edit", "--query", "Zürich, 東京 \u{202E}?", "--dataset", sitting.file]
        _ = try await sitting.program.start(edit).ending()

        try await sitting.open(options, with: "TERM=xterm-256color \(settings)")
        let screen = try await sitting.tmux.until("Query")

        #expect(screen.contains("Z<U+00FC>rich, <U+6771><U+4EAC> <U+202E>?"))
        #expect(screen.unicodeScalars.filter { !$0.isASCII }.isEmpty, "\(screen)")
    }

    @Test func `each theme draws the same words in its own colours`() async throws {
        let sitting = try await Sitting()
        defer { sitting.close() }
        var words: Set<String> = []
        var pictures: Set<String> = []

        for theme in Self.themes {
            try await sitting.open("--theme \(theme)")
            words.insert(try sitting.tmux.screen())
            pictures.insert(try sitting.ask("capture-pane -pe"))
            try await sitting.press("q", shows: "ended 0")
        }

        #expect(words.count == 1)
        #expect(pictures.count == Self.themes.count)
    }

    private static let themes = [
        "dark", "light", "classic", "classic-light", "high-contrast", "high-contrast-light", "terminal", "mono",
    ]

    /// The parts of a picture's sequences that ask for a colour other than the terminal's own.
    private func colors(in picture: String) -> [Int] {
        picture.matches(of: /\u{1B}\[([0-9;:]*)m/)
            .flatMap { $0.1.split { ";:".contains($0) }.compactMap { Int($0) } }
            .filter { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 }
    }
}

@Suite(
    "A terminal that is given back", .serialized, .timeLimit(.minutes(3)),
    .enabled(if: Tmux.isThere, "tmux is not installed"))
struct GivenBackTests {
    enum Way: CaseIterable {
        case q, controlC, terminate, hangUp, interrupt, quit

        var status: Int32 {
            switch self {
            case .q, .controlC: 0
            case .terminate: 128 + SIGTERM
            case .hangUp: 128 + SIGHUP
            case .interrupt: 128 + SIGINT
            case .quit: 128 + SIGQUIT
            }
        }

        func end(_ sitting: Sitting) throws {
            switch self {
            case .q: try sitting.tmux.press("q")
            case .controlC: try sitting.tmux.press("C-c")
            case .terminate, .hangUp, .interrupt, .quit: kill(try sitting.pid, status - 128)
            }
        }
    }

    @Test(arguments: Way.allCases)
    func `every end leaves it as it was, and tells its exit code`(way: Way) async throws {
        let sitting = try await Sitting()
        defer { sitting.close() }
        try await sitting.open()
        try await sitting.press("a", shows: "1 decision", "saved")

        try way.end(sitting)
        try await sitting.tmux.until("ended \(way.status)\n")

        try await sitting.expectTerminalIsAsBefore()
        #expect(try await sitting.journal().count == 1)
    }

    @Test func `ctrl-z lends it to the shell, and fg takes it again`() async throws {
        let sitting = try await Sitting()
        defer { sitting.close() }
        try await sitting.open()

        for round in 1...2 {
            try await sitting.press("C-z", shows: "ended 148")
            try await sitting.expectTerminalIsAsBefore()
            try sitting.tmux.type("clear; fg; echo ended $?")
            try await sitting.tmux.until("Queue 3 ")
            try await sitting.press("a", shows: "\(round) decision", "saved")
        }
        try await sitting.press("q", shows: "ended 0")

        try await sitting.expectTerminalIsAsBefore()
    }

    @Test func `an editor has it for itself, also when it is suspended and goes on`() async throws {
        let sitting = try await Sitting()
        defer { sitting.close() }
        let editor = sitting.program.file("editor")
        try "echo EDIT''ING; read line; printf %s \"$line\" > \"$1\"".write(
            toFile: editor, atomically: true, encoding: .utf8)
        try await sitting.open(with: "TERM=xterm-256color VISUAL='sh \(editor)'")

        try await sitting.press("E", shows: "EDITING")
        try await sitting.press("C-z", shows: "ended 148")
        try await sitting.expectTerminalIsAsBefore()
        try sitting.tmux.type("clear; fg; echo ended $?")
        try await sitting.untilContinued()
        try sitting.tmux.type("Where do I live?")
        try await sitting.tmux.until("draft", "(edited)", "live?", "saved")
        try await sitting.press("q", shows: "ended 0")

        try await sitting.expectTerminalIsAsBefore()
        #expect(try await sitting.journal().map(\.action) == ["edit"])
    }

    @Test func `every size gets its picture, also in a storm of them`() async throws {
        let sitting = try await Sitting()
        defer { sitting.close() }
        try await sitting.open()
        try await sitting.press("a", shows: "1 decision", "saved")

        for (columns, rows) in [(60, 16), (160, 45), (84, 44)] {
            try await sitting.resize(columns, rows, shows: "s-00002", "1 decision", "more ?")
        }
        try sitting.size(54, 9)
        try await sitting.tmux.until("Terminal is 54x9. This needs at least 60x16.", "Nothing is lost: 1 decision")
        for step in 0..<30 {
            try sitting.size(60 + step * 3, step.isMultiple(of: 5) ? 9 : 16 + step)
            try sitting.tmux.press(["n", "p", "j"][step % 3])
        }
        try await sitting.resize(120, 36, shows: "Queue 3 ", "1 decision", "more ?")
        try await sitting.press("q", shows: "ended 0")

        try await sitting.expectTerminalIsAsBefore()
    }
}

/// The program at a dataset in a terminal, begun from a shell that outlives it.
struct Sitting {
    let program: Program
    let tmux: Tmux
    let file: String

    init(samples: Int = 3) async throws {
        program = try Program()
        file = program.file("a.toolgrad")
        let generated = try await program.run(
            "generate", "--count", "\(samples)", "--iterations", "1", "--seed", "7", "--dataset", file)
        try #require(generated.status == 0, "\(generated.errors)")
        var environment = program.environment
        environment["TERM"] = "xterm-256color"
        environment["LC_ALL"] = "C.UTF-8"
        tmux = try Tmux(columns: 120, rows: 36, socket: program.file("tmux"), environment: environment)
    }

    func close() {
        tmux.close()
        program.clean()
    }

    /// Reviews the dataset, and waits for one of two texts.
    func open(
        _ options: String = "", with settings: String = "TERM=xterm-256color", until text: String = "s-00001 it",
        or other: String? = nil
    ) async throws {
        try await start("review \(file) \(options)", with: settings, until: text, or: other)
    }

    /// Starts the program, and waits for one of two texts.
    func start(
        _ command: String, with settings: String = "TERM=xterm-256color", until text: String, or other: String? = nil
    ) async throws {
        let words = "echo $$ > \(program.file("pid")); exec \(Program.path) \(command)"
        let start = "env -u NO_COLOR \(settings) sh -c '\(words.replacing("'", with: "'\\''"))'"
        try "stty -a > \(program.file("before")); \(start)".write(
            toFile: program.file("start"), atomically: true, encoding: .utf8)
        try tmux.type("clear; . \(program.file("start")); echo ended $?")
        var screen = ""
        while !screen.contains(text), !screen.contains(other ?? text) {
            try await Task.sleep(for: .milliseconds(20))
            screen = try tmux.screen()
        }
    }

    func press(_ key: String, shows texts: String...) async throws {
        try tmux.press(key)
        while true {
            let screen = try tmux.screen()
            if texts.allSatisfy(screen.contains) { return }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    func press(_ key: String, hides text: String) async throws {
        try tmux.press(key)
        while try tmux.screen().contains(text) { try await Task.sleep(for: .milliseconds(20)) }
    }

    func size(_ columns: Int, _ rows: Int) throws { _ = try ask("resize-window -x \(columns) -y \(rows)") }

    /// Waits until these are shown and a box reaches the right edge, and nothing beyond it.
    func resize(_ columns: Int, _ rows: Int, shows texts: String...) async throws {
        try size(columns, rows)
        while true {
            let screen = try tmux.screen()
            let widest = screen.split(separator: "\n").filter { $0.hasSuffix("┐") || $0.hasSuffix("┓") }.map(\.count)
                .max()
            if widest == columns, texts.allSatisfy(screen.contains) { return }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// What the terminal's server answers.
    func ask(_ command: String) throws -> String {
        let line = "LC_ALL=C.UTF-8 tmux -S \(program.file("tmux")) \(command) 2>/dev/null </dev/null"
        guard let stream = popen(line, "re") else { throw CocoaError(.executableLoad) }
        defer { pclose(stream) }
        var output = Data()
        while case let byte = fgetc(stream), byte != EOF { output.append(UInt8(truncatingIfNeeded: byte)) }
        return String(decoding: output, as: UTF8.self)
    }

    var pid: Int32 {
        get throws {
            let text = try String(contentsOfFile: program.file("pid"), encoding: .utf8)
            return try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        }
    }

    /// Waits until the program, once suspended, runs again.
    func untilContinued() async throws {
        while try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8).contains(") T ") {
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// The shell's own screen is back, with a cursor and every setting of the line.
    func expectTerminalIsAsBefore() async throws {
        try tmux.type("stty -a > \(program.file("after")); echo writ\"\"ten")
        try await tmux.until("written\n")
        let before = try String(contentsOfFile: program.file("before"), encoding: .utf8)
        #expect(try settings("after") == settings("before"))
        #expect(!before.isEmpty)
        #expect(
            try ask("display-message -p '#{alternate_on} #{cursor_flag} #{keypad_flag} #{mouse_any_flag}'")
                == "0 1 0 0\n")
    }

    /// What `stty` told, but for the size of the window.
    private func settings(_ name: String) throws -> String {
        let text = try String(contentsOfFile: program.file(name), encoding: .utf8)
        return text.replacing(/rows \d+; columns \d+;/, with: "")
    }

    /// A line of the journal, as far as these tests look at it.
    struct Decided: Decodable {
        struct Reason: Decodable { let code: String }
        let seq: Int
        let sample: String
        let action: String
        let reasons: [Reason]?
        let undoes: Int?
    }

    func journal() async throws -> [Decided] {
        let lines = try await program.run("journal", "--json", "--dataset", file).output.split(separator: "\n")
        return try lines.map { try JSONDecoder().decode(Decided.self, from: Data($0.utf8)) }
    }
}
