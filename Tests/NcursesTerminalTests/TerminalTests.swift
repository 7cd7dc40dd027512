import Canvas
import Glibc
import Testing

@testable import NcursesTerminal

/// One at a time: a process has one screen.
@Suite(.serialized, .timeLimit(.minutes(4))) struct `A terminal` {
    static func open(
        _ pseudo: PseudoTerminal, term: String? = "xterm-256color", colors: ColorTier = .truecolor,
        locale: String = "C.UTF-8"
    ) throws -> Terminal {
        try Terminal.open(term: term, colors: colors, locale: locale, input: pseudo.device, output: pseudo.device)
    }

    static func frame(_ text: String, size: Size = Size(columns: 40, rows: 10), ink: Ink = Ink()) -> Frame {
        var frame = Frame(size: size)
        frame.draw(.init(text), at: Position(row: 1, column: 2), ink: ink)
        return frame
    }

    /// What every way out ends with.
    static let restoration = ["\u{1B}[?2004l", "\u{1B}[?1006;", "\u{1B}[?1049l", "\u{1B}[?25h"]
}

extension `A terminal` {
    @Suite struct `when opened` {
        @Test(arguments: [nil, ""])
        func `needs TERM`(term: String?) throws {
            let pseudo = try PseudoTerminal()

            #expect(throws: TerminalError.noTerm) { try open(pseudo, term: term) }
        }

        @Test(arguments: ["dumb", "no-such-terminal"])
        func `needs a TERM that can draw`(term: String) throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.settings

            #expect(throws: TerminalError.unusableTerm(term)) { try open(pseudo, term: term) }
            #expect(pseudo.settings == before)
        }

        @Test func `needs a terminal`() throws {
            let file = Glibc.open("/dev/null", O_RDWR)
            defer { close(file) }

            #expect(throws: TerminalError.notATerminal) {
                try Terminal.open(term: "xterm", input: file, output: file)
            }
        }

        @Test func `is the only one`() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }

            #expect(throws: TerminalError.alreadyOpen) { try open(PseudoTerminal()) }
        }

        @Test func `knows its size`() throws {
            let pseudo = try PseudoTerminal(size: Size(columns: 120, rows: 36))
            let terminal = try open(pseudo)
            defer { terminal.close() }

            #expect(terminal.size == Size(columns: 120, rows: 36))
        }

        @Test(arguments: [
            ("xterm-256color", ColorTier.indexed256), ("screen-256color", .indexed256), ("linux", .ansi8),
            ("vt100", .mono),
        ])
        func `has the colours of its description`(term: String, tier: ColorTier) throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo, term: term)
            defer { terminal.close() }

            #expect(terminal.tier == tier)
        }

        @Test func `has no more colours than the user wants`() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo, colors: .mono)
            defer { terminal.close() }

            #expect(terminal.tier == .mono)
        }

        @Test(arguments: [("C", false), ("C.UTF-8", true), ("no such locale", false)])
        func `knows whether the locale is UTF-8`(locale: String, isUTF8: Bool) throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo, locale: locale)
            defer { terminal.close() }

            #expect(terminal.usesUTF8 == isUTF8)
        }
    }
}

extension `A terminal` {
    @Suite struct `when shown a frame` {
        @Test(arguments: ["xterm-256color", "screen-256color", "linux", "vt100"])
        func `writes it`(term: String) async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo, term: term)
            defer { terminal.close() }

            terminal.show(frame("Weather in 東京", ink: Ink(.decisionAccept)), in: .dark)

            try await pseudo.output(with: "東京")
        }

        @Test func `writes only what differs from the one before`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            terminal.show(frame("Lisbon weekend"), in: .dark)
            try await pseudo.output(with: "weekend")
            pseudo.forgetOutput()

            terminal.show(frame("Lisbon weekday"), in: .dark)

            let output = try await pseudo.output(with: "day")
            #expect(!output.contains("Lisbon"))
        }

        @Test func `writes all of it again in another theme`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            terminal.show(frame("Lisbon"), in: .dark)
            try await pseudo.output(with: "Lisbon")
            pseudo.forgetOutput()

            terminal.show(frame("Lisbon"), in: .light)

            try await pseudo.output(with: "Lisbon")
        }

        @Test func `shows the newest of many`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }

            for number in 1...500 { terminal.show(frame("step \(number)."), in: .dark) }
            terminal.show(frame("finished"), in: .dark)

            let output = try await pseudo.output(with: "finished")
            #expect(output.count < 5000)
        }

        @Test func `puts the cursor where the frame has it`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            var frame = frame("focus")
            frame.cursor = Position(row: 7, column: 20)

            terminal.show(frame, in: .dark)

            try await pseudo.output(with: "\u{1B}[8;21H")
        }

        @Test func `cuts what is larger than the window`() async throws {
            let pseudo = try PseudoTerminal(size: Size(columns: 6, rows: 2))
            let terminal = try open(pseudo)
            defer { terminal.close() }
            var large = Frame(size: Size(columns: 40, rows: 10))
            large.draw("abcde東京", at: Position(row: 0, column: 0))
            large.draw("below", at: Position(row: 9, column: 0))

            large.draw("z", at: Position(row: 1, column: 0))
            terminal.show(large, in: .dark)

            let output = try await pseudo.output(with: "z")
            #expect(output.contains("abcde"))
            #expect(!output.contains("東"))
            #expect(!output.contains("below"))
        }

        @Test func `uses no colour where the user wants none`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo, colors: .mono)
            defer { terminal.close() }

            terminal.show(frame("Lisbon", ink: Ink(.decisionReject)), in: .dark)

            let output = try await pseudo.output(with: "Lisbon")
            #expect(!output.contains("\u{1B}[38;"))
            #expect(!output.contains("\u{1B}[48;"))
        }
    }
}
