import DatasetStore
import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import toolgrad

@Suite("Imports by the program")
struct ImportCommandTests {
    private static let row =
        #"{"messages":[{"role":"user","content":"Weather?"},{"role":"assistant","content":"Cold."}]}"#

    private func write(_ text: String, to name: String, in program: Program) throws {
        let url = URL(fileURLWithPath: program.file(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func isThere(_ name: String, in program: Program) -> Bool {
        FileManager.default.fileExists(atPath: program.file(name))
    }

    @Test(
        "say what a file is that holds no samples, and leave no dataset behind",
        arguments: [
            ("", "It is empty."), ("a\0b", "It is no text: it has other bytes."),
            ("SQLite format 3\0", "It is an SQLite file, as datasets are"), ("{\"a\":1}", "the keys of its first row"),
        ])
    func sayWhatAFileIs(text: String, words: String) async throws {
        let program = try Program()
        defer { program.clean() }
        try write(text, to: "rows.jsonl", in: program)

        let ending = try await program.run(
            "import", program.file("rows.jsonl"), "--dataset", program.file("b.toolgrad"))

        #expect(ending.status != 0 && ending.errors.contains(words), "\(ending.errors)")
        #expect(!isThere("b.toolgrad", in: program))
    }

    @Test func `leave no dataset behind where no row can be read, and name every row`() async throws {
        let program = try Program()
        defer { program.clean() }
        try write("{}\n\nno row\n", to: "rows.jsonl", in: program)

        let ending = try await program.run(
            "import", program.file("rows.jsonl"), "--format", "trl", "--dataset", program.file("b.toolgrad"))

        #expect(ending.status == 1 && ending.output.contains("Samples: none"))
        #expect(ending.errors.contains("rows.jsonl, line 1: ") && ending.errors.contains("rows.jsonl, line 3: "))
        #expect(!isThere("b.toolgrad", in: program))
    }

    @Test func `read a list of rows, and rows behind a byte order mark, and name those without calls`() async throws {
        let program = try Program()
        defer { program.clean() }
        try write("[\(Self.row),\n7]", to: "list.json", in: program)
        try write("\u{FEFF}\(Self.row)\n", to: "marked.jsonl", in: program)

        let ending = try await program.run(
            "import", program.file("list.json"), program.file("marked.jsonl"), "--dataset", program.file("b.toolgrad"))

        #expect(ending.output.contains("Samples: 2 new"))
        #expect(ending.errors.contains("list.json, element 2: It is a number"))
        #expect(ending.errors.contains("It has no calls") && ending.errors.contains("marked.jsonl, line 1"))
    }

    @Test(arguments: ["/etc/hostname", "../rows.jsonl", "link.jsonl"])
    func `refuse a manifest that leads out of its folder`(path: String) async throws {
        let program = try Program()
        defer { program.clean() }
        try write(Self.row, to: "rows.jsonl", in: program)
        try write(
            #"{"kind":"toolgrad export","format":"trl","files":[{"path":"\#(path)","rows":1}]}"#,
            to: "export/manifest/manifest.json", in: program)
        try FileManager.default.createSymbolicLink(
            atPath: program.file("export/link.jsonl"), withDestinationPath: program.file("rows.jsonl"))

        let ending = try await program.run("import", program.file("export"), "--dataset", program.file("b.toolgrad"))

        #expect(ending.status != 0)
        #expect(ending.errors.contains("lists the file \"\(path)\", which is not read"), "\(ending.errors)")
        #expect(!isThere("b.toolgrad", in: program))
    }

    @Test func `leave out and count the rows that an export makes again`() async throws {
        let program = try Program()
        defer { program.clean() }
        _ = try await program.run("generate", "--count", "6", "--seed", "5", "--dataset", program.file("a.toolgrad"))
        _ = try await program.run(
            "export", "--format", "openai", "--include", "all", "--irrelevance", "1", "--output", program.file("rows"),
            "--dataset", program.file("a.toolgrad"))

        let folder = try await program.run("import", program.file("rows"), "--dataset", program.file("b.toolgrad"))
        let file = try await program.run(
            "import", program.file("rows/train.jsonl"), "--dataset", program.file("c.toolgrad"))

        #expect(
            folder.status == 0 && folder.output.contains("Samples: 6 new") && folder.output.contains("derived rows"))
        #expect(folder.errors.contains("of irrelevance. Derived rows are made again on export."))
        #expect(file.output.contains("derived rows left out") && !file.errors.contains("It has no calls"))
    }

    @Test func `read every row of an export that was changed`() async throws {
        let program = try Program()
        defer { program.clean() }
        _ = try await program.run("generate", "--count", "4", "--seed", "5", "--dataset", program.file("a.toolgrad"))
        _ = try await program.run(
            "export", "--format", "openai", "--include", "all", "--irrelevance", "1", "--output", program.file("rows"),
            "--dataset", program.file("a.toolgrad"))
        let text = try String(contentsOfFile: program.file("rows/train.jsonl"), encoding: .utf8)
        let lines = text.split(separator: "\n")
        try write(lines.reversed().joined(separator: "\n") + "\n", to: "rows/train.jsonl", in: program)

        let ending = try await program.run("import", program.file("rows"), "--dataset", program.file("b.toolgrad"))

        #expect(lines.count > 4)
        #expect(ending.status == 0 && ending.output.contains("Samples: \(lines.count) new"), "\(ending.output)")
        #expect(
            ending.errors.contains("train.jsonl was changed since it was exported, so every row of it is read."),
            "\(ending.errors)")
        #expect(ending.errors.contains("It has no calls") && !ending.output.contains("derived rows left out"))
    }

    @Test(arguments: ["{", "", #"{"kind":"toolgrad export","files":[]}"#])
    func `refuse an export with a damaged manifest, and say what to do`(manifest: String) async throws {
        let program = try Program()
        defer { program.clean() }
        try write(Self.row, to: "export/rows.jsonl", in: program)
        try write(manifest, to: "export/manifest/manifest.json", in: program)

        for path in ["export", "export/rows.jsonl"] {
            let ending = try await program.run("import", program.file(path), "--dataset", program.file("b.toolgrad"))

            #expect(ending.status != 0)
            #expect(
                ending.errors.contains("manifest.json cannot be used: ") && ending.errors.contains("Export again"),
                "\(ending.errors)")
        }
        #expect(!isThere("b.toolgrad", in: program))
    }

    @Test func `refuse a manifest that is too long to read`() async throws {
        let program = try Program()
        defer { program.clean() }
        try write(Self.row, to: "export/rows.jsonl", in: program)
        try write("{", to: "export/manifest/manifest.json", in: program)
        let file = try #require(FileHandle(forWritingAtPath: program.file("export/manifest/manifest.json")))
        try file.truncate(atOffset: (64 << 20) + 1)
        try file.close()

        let ending = try await program.run("import", program.file("export"), "--dataset", program.file("b.toolgrad"))

        #expect(ending.status != 0 && ending.errors.contains("it has more than 64 MiB"), "\(ending.errors)")
        #expect(!isThere("b.toolgrad", in: program))
    }

    @Test func `say what they took before they stopped`() async throws {
        let program = try Program()
        defer { program.clean() }
        _ = try await program.run("generate", "--count", "2", "--seed", "5", "--dataset", program.file("a.toolgrad"))
        _ = try await program.run(
            "export", "--format", "toolgrad", "--include", "all", "--output", program.file("files"),
            "--dataset", program.file("a.toolgrad"))
        try write(String(repeating: Self.row + "\n", count: 200), to: "rows.jsonl", in: program)
        let grown = try Dataset.open(at: program.file("a.toolgrad"), mode: .readOnly)
        let held = try Dataset.open(at: program.file("b.toolgrad"), mode: .readWrite)
        let run = try #require(try await grown.runs().first)
        let lock = try held.lockRun(run.id)
        defer { lock.release() }

        let ending = try await program.run(
            "import", program.file("rows.jsonl"), program.file("files"), "--dataset", program.file("b.toolgrad"))

        #expect(ending.status != 0 && ending.output.contains("Samples: 200 new"), "\(ending.output)")
        #expect(ending.errors.contains("The import stopped before its end."), "\(ending.errors)")
        #expect(ending.errors.contains("is already being grown by"))
        #expect(try await held.summaries(offset: 0, limit: 300).count == 200)
    }

    @Test func `name an export that holds no whole samples`() async throws {
        let program = try Program()
        defer { program.clean() }
        try write(
            #"{"kind":"toolgrad export","format":"bfcl","files":[{"path":"a.json","rows":1}]}"#,
            to: "export/manifest/manifest.json", in: program)

        let ending = try await program.run("import", program.file("export"), "--dataset", program.file("b.toolgrad"))

        #expect(ending.errors.contains("It is an export in the format bfcl, which does not hold whole samples."))
    }
}

@Suite("Merges by the program")
struct MergeCommandTests {
    @Test func `name what two reviewers judge differently, and which counts`() async throws {
        let program = try Program()
        defer { program.clean() }
        let (ann, ben) = (
            try StoredSamples(in: program, named: "ann.toolgrad"), try StoredSamples(in: program, named: "ben.toolgrad")
        )
        for file in [ann, ben] { try await file.store(.warmth(of: "Oslo")) }
        let sample = SampleBuilder.warmth(of: "Oslo").id
        try await ann.decide(sample, .accept, by: "ann", at: 1)
        try await ben.decide(sample, .reject([AnchoredReason(.other)], note: ""), by: "ben", at: 2)

        let ending = try await program.run("merge", ann.path, ben.path, "--into", program.file("team.toolgrad"))

        #expect(ending.status == 0 && ending.output.contains("1 samples judged differently"))
        #expect(ending.errors.contains("s-00001 is accepted by ann in "))
        #expect(ending.errors.contains("rejected by ben in "))
        #expect(ending.errors.contains("both are kept, and it counts as rejected"))
    }
}
