import Foundation
import Testing

@testable import toolgrad

@Suite("A text in the user's editor")
struct EditorFileTests {
    private func edit(_ text: String, _ change: (URL) throws -> Void) throws -> String? {
        let program = try Program()
        defer { program.clean() }
        let file = try EditorFile(text, named: "query", in: program.folder.path)
        try change(URL(fileURLWithPath: file.path))
        return try file.edited()
    }

    @Test(arguments: ["plain", "two\nlines\n", "", "é 東京 👍", "\u{1B}[31m\u{202E}\r\n\u{0}"])
    func `an unchanged file is no edit`(text: String) throws {
        #expect(try edit(text) { _ in } == nil)
    }

    @Test func `a changed text comes back, without the newline that editors add`() throws {
        #expect(try edit("old") { try Data("new\n".utf8).write(to: $0) } == "new")
        #expect(try edit("old\n") { try Data("new\n".utf8).write(to: $0) } == "new\n")
    }

    @Test func `hidden characters go out as marks and come back as they were`() throws {
        let text = "a\u{202E}b"

        let edited = try edit(text) { url in
            let shown = try String(contentsOf: url, encoding: .utf8)
            #expect(!shown.unicodeScalars.contains("\u{202E}"))
            try Data((shown + "c").utf8).write(to: url)
        }

        #expect(edited.map { Array($0.unicodeScalars) } == Array("a\u{202E}bc".unicodeScalars))
    }

    @Test func `the file is the user's alone`() throws {
        _ = try edit("secret") { url in
            let mode = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func `a text that is no UTF-8 any more is refused and kept`() throws {
        #expect(throws: CommandFailure.self) {
            try edit("old") { try Data([0xFF, 0xFE]).write(to: $0) }
        }
    }
}
