import Foundation
import Testing

@testable import toolgrad

@Suite("Writing an export")
struct ExportWriterTests {
    private let room = TemporaryFolder()
    private var target: URL { room.url.appendingPathComponent("rows") }

    @Test func `writes every file, in folders of its own making`() async throws {
        try await ExportWriter(folder: target).write([file("README.md", "hello"), file("data/train.jsonl", "{}\n")])

        #expect(room.contents(of: "rows") == ["README.md": "hello", "data/train.jsonl": "{}\n"])
    }

    @Test func `leaves nothing beside the folder`() async throws {
        try await ExportWriter(folder: target).write(export("old"))
        try await ExportWriter(folder: target).write(export("new"))

        #expect(try FileManager.default.contentsOfDirectory(atPath: room.url.path) == ["rows"])
    }

    @Test func `makes the folders above`() async throws {
        let deep = room.url.appendingPathComponent("a/b/rows")

        try await ExportWriter(folder: deep).write([file("README.md", "hello")])

        #expect(room.contents(of: "a/b/rows") == ["README.md": "hello"])
    }

    @Test(arguments: ["manifest.json", "manifest/manifest.json"])
    func `replaces an earlier export, with the files that the new one lacks`(manifest: String) async throws {
        try await ExportWriter(folder: target).write(export("old", manifest: manifest))

        try await ExportWriter(folder: target).write([file("other.jsonl", "new")])

        #expect(room.contents(of: "rows") == ["other.jsonl": "new"])
    }

    @Test func `writes into an empty folder and keeps its permissions`() async throws {
        try FileManager.default.createDirectory(
            at: target, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o750])

        try await ExportWriter(folder: target).write([file("README.md", "hello")])

        let kept = try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions] as? Int
        #expect(kept == 0o750)
        #expect(room.contents(of: "rows") == ["README.md": "hello"])
    }

    @Test(arguments: [
        ["notes.txt": "mine"],
        ["manifest.json": #"{"kind":"toolgrad export","files":[]}"#, ".hidden": "mine"],
        ["manifest.json": #"{"name":"an app","files":[{"path":"manifest.json"}]}"#],
        ["manifest.json": "not JSON"],
    ])
    func `refuses a folder that holds what no export wrote`(there: [String: String]) async throws {
        for (path, text) in there { try room.put(text, at: "rows/" + path) }

        let error = await #expect(throws: ExportWritingError.self) {
            try await ExportWriter(folder: target).write([file("README.md", "hello")])
        }

        let stranger = try #require(there.keys.min())
        #expect(error == .occupied(folder: target.path, file: stranger))
        #expect(room.contents(of: "rows") == there)
    }

    @Test(arguments: [
        ExportStamp(format: "dpo", program: "1.0"), ExportStamp(format: "trl", program: "0.9"),
    ])
    func `replaces another kind of export only when told to`(other: ExportStamp) async throws {
        let stamp = ExportStamp(format: "trl", program: "1.0")
        try await ExportWriter(folder: target).write(stamped("old", other))

        await #expect(throws: ExportWritingError.otherExport(folder: target.path, found: other, wanted: stamp)) {
            try await ExportWriter(folder: target, replacing: .exports(like: stamp)).write(stamped("new", stamp))
        }
        #expect(room.contents(of: "rows")?["data/train.jsonl"] == "old")

        try await ExportWriter(folder: target, replacing: .anyExport).write(stamped("new", stamp))
        try await ExportWriter(folder: target, replacing: .exports(like: stamp)).write(stamped("newer", stamp))
        #expect(room.contents(of: "rows")?["data/train.jsonl"] == "newer")
    }

    @Test func `knows the accounts beside the data, listed or not`() async throws {
        let accounts = ["manifest/rows.jsonl", "manifest/skipped.jsonl", "manifest/libraries/0123.json"]
        try await ExportWriter(folder: target).write(
            export("old", manifest: "manifest/manifest.json") + accounts.map { file($0, "{}") })

        try await ExportWriter(folder: target).write(export("new"))

        #expect(room.contents(of: "rows")?["data/train.jsonl"] == "new")
    }

    @Test func `takes nothing else for an account`() async throws {
        try await ExportWriter(folder: target).write(
            export("old", manifest: "manifest/manifest.json") + [file("manifest/libraries/notes.txt", "mine")])

        await #expect(
            throws: ExportWritingError.occupied(folder: target.path, file: "manifest/libraries/notes.txt")
        ) {
            try await ExportWriter(folder: target).write(export("new"))
        }
    }

    @Test func `never replaces a file by a folder`() async throws {
        try room.put("mine", at: "rows")

        await #expect(throws: ExportWritingError.notAFolder(target.path)) {
            try await ExportWriter(folder: target).write([file("README.md", "hello")])
        }
        #expect(try String(contentsOf: target, encoding: .utf8) == "mine")
    }

    @Test func `follows a link to the folder and keeps the link`() async throws {
        let link = room.url.appendingPathComponent("link")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)

        try await ExportWriter(folder: link).write([file("README.md", "hello")])

        #expect(room.contents(of: "rows") == ["README.md": "hello"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == target.path)
    }

    @Test func `keeps the earlier export when a file cannot be written`() async throws {
        try await ExportWriter(folder: target).write(export("old"))

        await #expect(throws: ExportWritingError.self) {
            try await ExportWriter(folder: target).write([file("README.md", "a"), file("README.md/inside", "b")])
        }

        #expect(room.contents(of: "rows")?["data/train.jsonl"] == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: room.url.path) == ["rows"])
    }

    @Test func `sweeps away what a process that is gone left, and nothing else`() async throws {
        let gone = Int32.max
        let alive = getppid()
        let kept = [".rows.staged-\(alive)", ".rows.staged-x", ".other.staged-\(gone)"]
        for name in kept + [".rows.staged-\(gone)"] { try room.put("half", at: name + "/a") }

        try await ExportWriter(folder: target).write([file("README.md", "hello")])

        let left = try FileManager.default.contentsOfDirectory(atPath: room.url.path)
        #expect(Set(left) == Set(kept + ["rows"]))
    }

    @Test func `replaces an earlier export where folders cannot be exchanged`() async throws {
        try await ExportWriter(folder: target).write(export("old"))

        try await ExportWriter(folder: target) { _, _ in .unsupported }.write(export("new"))

        #expect(room.contents(of: "rows")?["data/train.jsonl"] == "new")
        #expect(try FileManager.default.contentsOfDirectory(atPath: room.url.path) == ["rows"])
    }

    @Test func `keeps the earlier export where replacing it is refused`() async throws {
        try await ExportWriter(folder: target).write(export("old"))

        await #expect(throws: ExportWritingError.self) {
            try await ExportWriter(folder: target) { _, _ in .failed }.write(export("new"))
        }

        #expect(room.contents(of: "rows")?["data/train.jsonl"] == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: room.url.path) == ["rows"])
    }

    @Test func `brings an earlier export back that was on its way out`() async throws {
        try room.put("mine", at: ".rows.replaced-\(Int32.max)/notes.txt")

        await #expect(throws: ExportWritingError.occupied(folder: target.path, file: "notes.txt")) {
            try await ExportWriter(folder: target).write(export("new"))
        }
        #expect(room.contents(of: "rows") == ["notes.txt": "mine"])
    }

    @Test func `does not sweep away what another write of this process is at`() async throws {
        let target = target

        try await ExportWriter(folder: target).write { outer in
            try outer.append(Data("outer".utf8), to: "data/train.jsonl")
            try await ExportWriter(folder: target).write([file("data/train.jsonl", "inner")] + manifest())
            try outer.append(Data(" still".utf8), to: "data/train.jsonl")
        }

        #expect(room.contents(of: "rows") == ["data/train.jsonl": "outer still"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: room.url.path) == ["rows"])
    }

    @Test func `sweeps away what an earlier process with the number of this one left`() async throws {
        try room.put("half", at: ".rows.staged-\(getpid())-1-1/a")
        try room.put("half", at: ".rows.staged-\(getpid())/a")

        try await ExportWriter(folder: target).write([file("README.md", "hello")])

        #expect(try FileManager.default.contentsOfDirectory(atPath: room.url.path) == ["rows"])
    }

    @Test func `does not call an export written that may not be on the disk, and keeps the earlier one aside`()
        async throws
    {
        try await ExportWriter(folder: target).write(export("old"))
        let reason = "Input/output error"

        await #expect(throws: ExportWritingError.unconfirmed(folder: target.path, reason: reason)) {
            try await ExportWriter(
                folder: target,
                confirm: { (url) throws(ExportWritingError) in throw .failed("write", url.path, reason: reason) }
            ).write(export("new"))
        }

        #expect(room.contents(of: "rows")?["data/train.jsonl"] == "new")
        let aside = try FileManager.default.contentsOfDirectory(atPath: room.url.path).filter { $0 != "rows" }
        #expect(aside.count == 1)
        #expect(room.contents(of: aside.first ?? "")?["data/train.jsonl"] == "old")
    }

    @Test func `explains what is in the way`() {
        let texts = [
            ExportWritingError.notAFolder("/x/rows"), .occupied(folder: "/x/rows", file: "notes.txt"),
            .otherExport(
                folder: "/x/rows", found: ExportStamp(format: "dpo", program: nil),
                wanted: ExportStamp(format: "trl", program: "1.0")),
            .failed("write", "/x/rows/a", reason: "No space left on device"),
            .failed("make the folder", "/x", reason: "The file could not be saved."),
            .unconfirmed(folder: "/x/rows", reason: "Input/output error"),
        ].map(\.description)

        #expect(
            texts == [
                "/x/rows is a file, and an export is a folder. Choose another name.",
                "/x/rows holds notes.txt, which no export wrote. Choose another folder, or move the file away first.",
                "/x/rows holds an export as dpo, and this one is as trl of toolgrad 1.0. Choose another folder, or give "
                    + "--replace.",
                "Could not write /x/rows/a: No space left on device. The export was not written; choose another folder "
                    + "or make room.",
                "Could not make the folder /x: The file could not be saved. The export was not written; choose another "
                    + "folder or make room.",
                "/x/rows holds the new export, but the system did not confirm that it is on the disk: Input/output "
                    + "error. Check the disk, and export again.",
            ])
    }

    private func file(_ path: String, _ text: String) -> ExportWriter.File {
        ExportWriter.File(path: path, bytes: Data(text.utf8))
    }

    private func manifest(at path: String = "manifest.json") -> [ExportWriter.File] {
        [file(path, #"{"kind":"toolgrad export","files":[{"path":"data/train.jsonl"}]}"#)]
    }

    private func stamped(_ text: String, _ stamp: ExportStamp) -> [ExportWriter.File] {
        let listed = """
            {"kind":"toolgrad export","format":"\(stamp.format)","versions":{"toolgrad":"\(stamp.program ?? "")"},
            "files":[{"path":"data/train.jsonl"}]}
            """
        return [file("data/train.jsonl", text), file("manifest/manifest.json", listed)]
    }

    private func export(_ text: String, manifest: String = "manifest.json") -> [ExportWriter.File] {
        [file("data/train.jsonl", text)] + self.manifest(at: manifest)
    }
}

/// A folder that goes when its test does.
private final class TemporaryFolder: Sendable {
    let url: URL

    init() {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("export-writer-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func put(_ text: String, at path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The files of a folder by their paths; nil when there is no such folder.
    func contents(of folder: String) -> [String: String]? {
        let root = url.appendingPathComponent(folder)
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: root.path) else { return nil }
        let texts = paths.compactMap { path in
            (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)).map { (path, $0) }
        }
        return Dictionary(uniqueKeysWithValues: texts)
    }
}
