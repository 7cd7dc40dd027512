import Canvas
import Foundation
import Testing

@testable import NcursesTerminal

extension `A terminal` {
    @Suite struct `when lent to an editor` {
        @Test func `comes back with the editor's ending`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }

            #expect(try await terminal.edit(file: "/dev/null", editor: "true") == .exited(code: 0))
            #expect(try await terminal.edit(file: "/dev/null", editor: "exit 3 #") == .exited(code: 3))
            #expect(try await terminal.edit(file: "/dev/null", editor: "kill -KILL $$ #") == .killed(signal: 9))
            #expect(try await terminal.edit(file: "/dev/null", editor: "no-such-editor") == .exited(code: 127))
        }

        @Test func `gives it the file, whatever its name`() async throws {
            let file = try TemporaryFile(name: "a 'quoted' $name")
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }

            _ = try await terminal.edit(file: file.path, editor: "printf edited >")

            #expect(try file.text == "edited")
        }

        @Test func `gives it the line settings of a shell and default signals`() async throws {
            let file = try TemporaryFile(name: "facts")
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }

            _ = try await terminal.edit(file: file.path, editor: "{ stty -a; grep Sig /proc/self/status; } >")

            let facts = try file.text
            #expect(facts.contains(" icanon "))
            #expect(facts.contains(" echo "))
            #expect(facts.contains("SigBlk:\t0000000000000000"))
            let ignored = try #require(facts.firstMatch(of: /SigIgn:\t([0-9a-f]{16})/)?.output.1)
            #expect((Int(ignored, radix: 16) ?? -1) & 0x7FFF_FFFF == 0, "None of the 31 classic signals is ignored.")
        }

        @Test func `paints again after it`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            terminal.show(frame("Lisbon"), in: .dark)
            try await pseudo.output(with: "Lisbon")
            pseudo.forgetOutput()

            _ = try await terminal.edit(file: "/dev/null", editor: "echo scribble; true")

            try await pseudo.output(with: "Lisbon")
            #expect(pseudo.settings.isRaw)
        }

        @Test func `is not lent twice`() async throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            async let first = terminal.edit(file: "/dev/null", editor: "echo begun; read line; true")
            try await pseudo.output(with: "begun")

            await #expect(throws: TerminalError.editorRunning) {
                try await terminal.edit(file: "/dev/null", editor: "true")
            }
            pseudo.type("\n")

            #expect(try await first == .exited(code: 0))
        }

        @Test func `ends the editor when closed`() async throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.settings
            let terminal = try open(pseudo)
            async let ending = terminal.edit(file: "/dev/null", editor: "stty raw; echo begun; exec sleep 600; true")
            try await pseudo.output(with: "begun")

            terminal.close()

            #expect(try await ending == .killed(signal: SIGTERM))
            #expect(pseudo.settings == before)
        }
    }
}

/// A file of its own folder, removed with it.
private final class TemporaryFile {
    let path: String
    private let folder: URL

    init(name: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        path = folder.appending(path: name).path(percentEncoded: false)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var text: String {
        get throws { try String(contentsOfFile: path, encoding: .utf8) }
    }
}
