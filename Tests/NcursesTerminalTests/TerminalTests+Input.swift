import Canvas
import Glibc
import Testing

@testable import NcursesTerminal

extension `A terminal` {
    @Suite struct `when typed into` {
        @Test(arguments: [
            ("q", Key.character("q")), ("\r", .enter), ("\u{3}", .control("c")), ("\u{1A}", .control("z")),
            ("\u{7F}", .backspace), ("\u{1B}", .escape), ("\u{1B}OA", .up), ("\u{1B}[A", .up),
            ("\u{1B}OD", .left), ("\u{1B}[D", .left), ("\u{1B}[1;5C", .right), ("\u{1B}[5~", .pageUp),
            ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)), ("\u{1B}[24~", .function(12)),
            ("\u{1B}x", .alt("x")),
        ])
        func `gives the key`(typed: String, key: Key) async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            var inputs = terminal.inputs.makeAsyncIterator()

            pseudo.type(typed)

            #expect(await inputs.next() == .key(key))
        }

        @Test(arguments: ["linux", "vt100", "screen-256color"])
        func `gives arrows in either spelling`(term: String) async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo, term: term)
            defer { terminal.close() }

            pseudo.type("\u{1B}OB\u{1B}[B\u{1B}OC\u{1B}[Cq")

            #expect(await terminal.firstKeys(5) == [.down, .down, .right, .right, .character("q")])
        }

        @Test(arguments: ["xterm-256color", "screen-256color", "linux", "vt100"])
        func `gives every control character, whatever the description calls it`(term: String) async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo, term: term)
            defer { terminal.close() }
            let letters = "abcdefgjklnopqrstuvwxyz"

            pseudo.type(letters.utf8.map { $0 & 0x1F })

            #expect(await terminal.firstKeys(letters.count) == letters.map { Key.control($0) })
        }

        @Test func `gives a character that came in two parts`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            let bytes = Array("京".utf8)

            pseudo.type(Array(bytes[..<1]))
            try await Task.sleep(for: .milliseconds(60))
            pseudo.type(Array(bytes[1...]) + [0xFF] + Array("q".utf8))

            #expect(await terminal.firstKeys(3) == [.character("京"), .character("\u{FFFD}"), .character("q")])
        }

        @Test func `gives a paste as one key`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }

            pseudo.type("\u{1B}[200~a\r東 \u{1B}OA\u{1B}[31m r\u{1B}[201~q")

            #expect(await terminal.firstKeys(2) == [.paste("a\n東 OA[31m r"), .character("q")])
        }

        @Test func `keeps a large paste whole`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            let text = String(repeating: "0123456789", count: 20_000)

            pseudo.type("\u{1B}[200~" + text + "\u{1B}[201~")

            #expect(await terminal.firstKeys(1) == [.paste(text)])
        }

        @Test func `ignores focus and unknown sequences`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }

            pseudo.type("\u{1B}[I\u{1B}[O\u{1B}[?1;2c\u{1B}[97;5uq")

            #expect(await terminal.firstKeys(1) == [.character("q")])
        }
    }
}

extension `A terminal` {
    @Suite struct `when something happens to it` {
        @Test func `tells the new size and paints in it`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            var inputs = terminal.inputs.makeAsyncIterator()
            let size = Size(columns: 60, rows: 16)

            pseudo.resize(to: size)
            kill(getpid(), SIGWINCH)
            let input = await inputs.next()
            var wide = Frame(size: size)
            wide.draw("corner", at: Position(row: 15, column: 50))
            terminal.show(wide, in: .dark)

            #expect(input == .resized(size))
            #expect(terminal.size == size)
            try await pseudo.output(with: "corner")
        }

        @Test func `paints all of the last frame again after a new size`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            terminal.show(frame("Lisbon"), in: .dark)
            try await pseudo.output(with: "Lisbon")
            pseudo.forgetOutput()

            pseudo.resize(to: Size(columns: 30, rows: 8))
            kill(getpid(), SIGWINCH)

            try await pseudo.output(with: "Lisbon")
        }

        @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
        func `hands a signal over instead of dying`(signal: Int32) async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            var inputs = terminal.inputs.makeAsyncIterator()

            kill(getpid(), signal)

            #expect(await inputs.next() == .terminated(signal: signal))
        }

        @Test func `paints again after a stop`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            var inputs = terminal.inputs.makeAsyncIterator()
            terminal.show(frame("Lisbon"), in: .dark)
            try await pseudo.output(with: "Lisbon")
            pseudo.forgetOutput()

            kill(getpid(), SIGCONT)

            #expect(await inputs.next() == .resumed)
            try await pseudo.output(with: "Lisbon")
        }

        @Test func `tells once that its window is gone, and waits quietly`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            var inputs = terminal.inputs.makeAsyncIterator()

            pseudo.hangUp()
            let first = await inputs.next()
            terminal.show(frame("nobody sees this"), in: .dark)
            terminal.close()

            #expect(first == .hungUp)
            #expect(await inputs.next() == nil)
        }
    }
}

extension Terminal {
    /// The keys among the next inputs, as many as wanted.
    fileprivate func firstKeys(_ count: Int) async -> [Key] {
        var keys: [Key] = []
        for await case .key(let key) in inputs {
            keys.append(key)
            if keys.count == count { break }
        }
        return keys
    }
}
