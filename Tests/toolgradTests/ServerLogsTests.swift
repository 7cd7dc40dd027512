import Foundation
import Testing

@testable import toolgrad

@Suite("Logs of servers")
struct ServerLogsTests: ~Copyable {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("logs-\(UUID().uuidString)")

    private var folder: String { root.path + "/servers" }

    deinit { try? FileManager.default.removeItem(at: root) }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }

    private func permissions(_ name: String = "") throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.posixPermissions] as? Int
    }

    @Test func `are those of the last run and of the run before`() throws {
        let logs = ServerLogs(folder: folder)
        for run in ["first\n", "second\n", "third\n"] { logs.keep(run, of: "files") }

        #expect(try text("files.log") == "third\n")
        #expect(try text("files.log.1") == "second\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["files.log", "files.log.1"])
    }

    @Test func `can be read by nobody else, also where older ones could`() throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        try Data("old".utf8).write(to: URL(fileURLWithPath: folder + "/files.log"))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder + "/files.log")

        ServerLogs(folder: folder).keep("new\n", of: "files")

        #expect(try permissions() == 0o700)
        #expect(try permissions("files.log") == 0o600)
        #expect(try permissions("files.log.1") == 0o600)
    }

    @Test func `are no longer than they may be; the beginning goes first, by whole lines`() throws {
        let text = (1...200).map { "line \($0)\n" }.joined()

        ServerLogs(folder: folder, limit: 100).keep(text, of: "files")

        let kept = try self.text("files.log")
        #expect(kept.hasPrefix("the beginning is dropped\nline 19"))
        #expect(kept.hasSuffix("line 199\nline 200\n"))
        #expect(kept.utf8.count <= 100)
    }

    @Test func `hold nothing that a terminal obeys, under a name that is none of a path`() throws {
        ServerLogs(folder: folder).keep("red \u{1B}[31m\n", of: "../a/b")

        #expect(try text("___a_b.log") == "red ‹U+001B›[31m\n")
    }
}
