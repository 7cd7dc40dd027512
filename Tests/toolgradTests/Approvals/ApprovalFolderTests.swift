import Engine
import Foundation
import Testing

@testable import toolgrad

@Suite("The folder of approvals")
struct ApprovalFolderTests: ~Copyable {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("approvals-\(UUID().uuidString)")
    private let get = Tool(
        name: "get_it", description: "Gets it.\nSlowly\u{202E}.",
        inputSchema: ["type": "object", "properties": ["z": ["minimum": 1.50], "a": [:]]],
        outputSchema: ["type": "string"], effects: .read, hint: .read, family: "box")
    private let drop = Tool(
        name: "drop_it", description: "", inputSchema: ["type": "object"], effects: .destructive)

    private var folder: ApprovalFolder { ApprovalFolder(root.path + "/settings/approvals") }

    deinit { try? FileManager.default.removeItem(at: root) }

    @Test func `is empty where there is none`() throws {
        #expect(try folder.approval(of: "box", identity: ContentHash(of: "a")) == nil)
        #expect(!FileManager.default.fileExists(atPath: root.path))
    }

    @Test func `gives back what was written`() throws {
        let approval = approval("serve")

        try folder.write(approval)

        #expect(try folder.approval(of: "box", identity: approval.identity) == approval)
        #expect(approval.tools.map(\.definition.definitionHash) == [get.definitionHash, drop.definitionHash])
    }

    @Test func `gives back the marks of values that the command does not show`() throws {
        let marked = ToolApproval(
            source: "box", command: "run ${A}", identity: ContentHash(of: "run"), marks: ["B": "0f0", "A": "1a2"],
            tools: [])

        let file = try folder.write(marked)

        #expect(try folder.approval(of: "box", identity: marked.identity) == marked)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains(#""A": "1a2""#))
    }

    @Test func `writes a file for people, in a fixed order`() throws {
        let path = try folder.write(
            ToolApproval(
                source: "box", command: "serve --all", identity: ContentHash(of: "serve"),
                tools: [.init(definition: drop, effects: .destructive)]))

        #expect(
            try String(contentsOfFile: path, encoding: .utf8) == """
                {
                  "version": 1,
                  "source": "box",
                  "command": "serve --all",
                  "identity": "\(ContentHash(of: "serve").hex)",
                  "tools": [
                    {
                      "name": "drop_it",
                      "effects": "destructive",
                      "hash": "\(drop.definitionHash.hex)",
                      "description": "",
                      "inputSchema": {
                        "type": "object"
                      }
                    }
                  ]
                }

                """)
    }

    @Test func `keeps its files to the user, and leaves none behind`() throws {
        let path = try folder.write(approval("serve"))
        try folder.write(approval("serve"))

        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? Int) == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }

    @Test func `replaces what was approved of the same command`() throws {
        try folder.write(approval("serve"))
        var less = approval("serve")
        less.tools.removeLast()

        try folder.write(less)

        #expect(try folder.approval(of: "box", identity: less.identity) == less)
    }

    @Test func `finds another command under the same name, for the difference`() throws {
        let earlier = approval("serve --old")
        let path = try folder.write(approval("serve --oldest"))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: path)
        try folder.write(earlier)
        try folder.write(approval("serve", source: "chest"))

        let found = try folder.approval(of: "box", identity: ContentHash(of: "serve --new"))

        #expect(found == earlier)
        #expect(found?.identity != ContentHash(of: "serve --new"))
    }

    @Test func `finds a command again under another name`() throws {
        let approval = approval("serve")
        try folder.write(approval)

        #expect(try folder.approval(of: "chest", identity: approval.identity) == approval)
    }

    @Test(
        arguments: [
            ("box", "box"), ("my box/../x", "my%20box%2f..%2fx"), (".hidden", "%2ehidden"), ("", ""), ("a%b", "a%25b"),
            ("чат", "%d1%87%d0%b0%d1%82"), ("a\nb", "a%0ab"),
            (String(repeating: "x", count: 300), String(repeating: "x", count: 60)),
        ])
    func `names a file so that any name of a source is safe`(source: String, stem: String) throws {
        let approval = approval("serve", source: source)

        let path = try folder.write(approval)

        #expect(path == "\(folder.path)/\(stem)-\(approval.identity.short).json")
        #expect(try folder.approval(of: source, identity: approval.identity) == approval)
    }

    @Test(
        arguments: [
            ("", "Line 1, column 1"), ("{", "Line 1, column 2"), ("[]", "no \"version\""),
            ("{\"version\": 1}", "\"identity\" is missing"),
            ("\u{0}\u{1}", "Line 1"),
        ])
    func `names a damaged file, allows nothing, and deletes nothing`(content: String, reason: String) throws {
        let approval = approval("serve")
        let path = try folder.write(approval)
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))

        let error = #expect(throws: ApprovalFileError.self) {
            try folder.approval(of: "box", identity: approval.identity)
        }

        #expect(error?.description.hasPrefix("The approval in \(path) cannot be used: ") == true)
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains("Nothing is allowed to its source.") == true)
        #expect(FileManager.default.contents(atPath: path) == Data(content.utf8))
    }

    @Test(
        arguments: [
            ("\"effects\": \"read\"", "\"effects\": \"all\"", "none of read, write and destructive"),
            ("Gets it.", "Gets nothing.", "The definition of get_it does not fit its \"hash\"."),
            ("\"hint\": \"read\"", "\"hint\": \"write\"", "does not fit its \"hash\""),
            ("\"name\": \"drop_it\"", "\"name\": \"get_it\"", "does not fit its \"hash\""),
            ("\"inputSchema\"", "\"input\"", "has no \"inputSchema\""),
            ("\"source\": \"box\"", "\"source\": 7", "\"source\" is missing, or no text."),
        ])
    func `refuses a file that was changed by hand into nonsense`(old: String, new: String, reason: String) throws {
        let approval = approval("serve")
        let path = try folder.write(approval)
        let content = try String(contentsOfFile: path, encoding: .utf8)
        try content.replacing(old, with: new, maxReplacements: 1).write(toFile: path, atomically: true, encoding: .utf8)

        let error = #expect(throws: ApprovalFileError.self) {
            try folder.approval(of: "box", identity: approval.identity)
        }

        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }

    @Test func `takes a change of effects by hand, as that is the user's to say`() throws {
        let approval = approval("serve")
        let path = try folder.write(approval)
        let content = try String(contentsOfFile: path, encoding: .utf8)
        try content.replacing("\"effects\": \"read\"", with: "\"effects\": \"write\"")
            .write(toFile: path, atomically: true, encoding: .utf8)

        let found = try folder.approval(of: "box", identity: approval.identity)

        #expect(found?.tools.map(\.effects) == [.write, .destructive])
    }

    @Test func `refuses a file of a later version`() throws {
        let approval = approval("serve")
        let path = try folder.write(approval)
        try Data("{\"version\": 2}".utf8).write(to: URL(fileURLWithPath: path))

        #expect(throws: ApprovalFileError.tooNew(path, version: 2)) {
            try folder.approval(of: "box", identity: approval.identity)
        }
    }

    @Test func `does not wait for a pipe in place of a file`() throws {
        let approval = approval("serve")
        let path = try folder.write(approval)
        try FileManager.default.removeItem(atPath: path)
        mkfifo(path, 0o600)

        #expect(throws: ApprovalFileError.damaged(path, reason: "It is no file of at most 64 MiB.")) {
            try folder.approval(of: "box", identity: approval.identity)
        }
    }

    @Test func `is not held up by the damaged file of another command`() throws {
        let approval = approval("serve")
        try folder.write(approval)
        let other = try folder.write(self.approval("serve --other"))
        try Data("junk".utf8).write(to: URL(fileURLWithPath: other))

        #expect(try folder.approval(of: "box", identity: approval.identity) == approval)
        #expect(try folder.approval(of: "box", identity: ContentHash(of: "third")) == approval)
    }

    @Test func `says where it cannot write`() throws {
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try Data().write(to: root.appendingPathComponent("settings"))

        let error = #expect(throws: ApprovalFileError.self) { try folder.write(approval("serve")) }

        #expect(error?.description.hasPrefix("The approval cannot be written to \(folder.path): ") == true)
    }

    @Test func `keeps schemas as deep as any that is read`() throws {
        var schema: JSON = ["type": "string"]
        for _ in 0..<125 { schema = ["items": schema] }
        let deep = try JSON(parsing: schema.compactText)
        let tool = Tool(name: "deep", description: "", inputSchema: deep, effects: .read)
        let approval = ToolApproval(
            source: "box", command: "serve", identity: ContentHash(of: "serve"),
            tools: [.init(definition: tool, effects: .read)])

        try folder.write(approval)

        #expect(try folder.approval(of: "box", identity: approval.identity) == approval)
    }

    private func approval(_ command: String, source: String = "box") -> ToolApproval {
        ToolApproval(
            source: source, command: command, identity: ContentHash(of: command),
            tools: [.init(definition: get, effects: .read), .init(definition: drop, effects: .destructive)])
    }
}
