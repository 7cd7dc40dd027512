import Canvas
import Foundation
import Glibc
import Testing

@testable import NcursesTerminal

extension `A terminal` {
    @Suite struct `when closed` {
        @Test(arguments: ["xterm-256color", "screen-256color", "linux", "vt100"])
        func `has the line settings it was found with`(term: String) throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.settings

            let terminal = try open(pseudo, term: term)
            let during = pseudo.settings
            terminal.close()

            #expect(during.isRaw)
            #expect(pseudo.settings == before)
        }

        @Test func `has left every mode`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            terminal.show(frame("Lisbon"), in: .dark)
            try await pseudo.output(with: "Lisbon")

            pseudo.forgetOutput()
            terminal.close()

            for sequence in restoration { #expect(pseudo.output.contains(sequence)) }
        }

        @Test func `can be closed again, and opened again`() async throws {
            let pseudo = try PseudoTerminal()

            for number in 1...3 {
                let terminal = try open(pseudo)
                terminal.show(frame("time \(number)"), in: .dark)
                try await pseudo.output(with: "time \(number)")
                terminal.close()
                terminal.close()
            }
        }

        @Test func `has left the signals as they were`() throws {
            var before = sigaction()
            var after = sigaction()
            sigaction(SIGTERM, nil, &before)

            let terminal = try open(try PseudoTerminal())
            terminal.close()

            sigaction(SIGTERM, nil, &after)
            #expect(address(of: before) == address(of: after))
        }

        @Test func `shows nothing and edits nothing`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            terminal.close()
            pseudo.forgetOutput()

            terminal.show(frame("late"), in: .dark)

            await #expect(throws: TerminalError.closed) { try await terminal.edit(file: "/dev/null", editor: "true") }
            #expect(pseudo.output == "")
        }

        @Test func `is restored though its window reads nothing`() throws {
            let pseudo = try PseudoTerminal(size: Size(columns: 500, rows: 200))
            let before = pseudo.settings
            let terminal = try open(pseudo)
            let line = String(repeating: "東京 is large. ", count: 40)

            for turn in 0..<10 {
                var frame = Frame(size: terminal.size)
                for row in 0..<200 { frame.draw(.init(line), at: Position(row: row, column: (turn * 7 + row) % 50)) }
                terminal.show(frame, in: .dark)
                usleep(20_000)
            }
            terminal.close()

            #expect(pseudo.settings == before)
            pseudo.hangUp()
            terminal.close()
        }

        @Test func `is closed when nobody holds it any more`() throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.settings

            _ = try open(pseudo)

            #expect(pseudo.settings == before)
        }
    }
}

private func address(of action: sigaction) -> Int {
    unsafeBitCast(action.__sigaction_handler, to: Int.self)
}

extension `A terminal` {
    @Suite struct `when the program ends without closing it` {
        @Test func `is restored after a trap`() async throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.settings

            await #expect(processExitsWith: .failure) { [path = pseudo.path as String] in
                let device = Glibc.open(path, O_RDWR | O_NOCTTY)
                let terminal = try Terminal.open(term: "xterm-256color", input: device, output: device)
                withExtendedLifetime(terminal) { fatalError("A trap, on purpose.") }
            }

            #expect(pseudo.settings == before)
            for sequence in restoration { #expect(pseudo.output.contains(sequence)) }
        }

        @Test func `is restored after a memory fault on another thread`() async throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.settings

            await #expect(processExitsWith: .signal(SIGSEGV)) { [path = pseudo.path as String] in
                let device = Glibc.open(path, O_RDWR | O_NOCTTY)
                let terminal = try Terminal.open(term: "xterm-256color", input: device, output: device)
                Thread.detachNewThread { kill(getpid(), SIGSEGV) }
                while true { _ = withExtendedLifetime(terminal) { pause() } }
            }

            #expect(pseudo.settings == before)
            for sequence in restoration { #expect(pseudo.output.contains(sequence)) }
        }

        @Test func `is restored by exit`() async throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.settings

            await #expect(processExitsWith: .exitCode(3)) { [path = pseudo.path as String] in
                let device = Glibc.open(path, O_RDWR | O_NOCTTY)
                let terminal = try Terminal.open(term: "xterm-256color", input: device, output: device)
                withExtendedLifetime(terminal) { exit(3) }
            }

            #expect(pseudo.settings == before)
            for sequence in restoration { #expect(pseudo.output.contains(sequence)) }
        }
    }
}
