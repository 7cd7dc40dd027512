import DatasetFormats
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite("Accounts of exports, read by an import")
struct ExportAccountTests {
    private static let samples = [
        ExampleSamples.chain, ExampleSamples.parallel, ExampleSamples.unicode, ExampleSamples.oddNames,
    ].map(\.sample)

    private func export(irrelevance: Double) throws -> Export {
        var options = ExportOptions(datasetName: "Rows", split: 1)
        options.irrelevance = try #require(Share(irrelevance))
        return try ExportFormatName.trl.files(for: Self.samples, options: options)
    }

    private func bytes(_ export: Export, _ path: String) throws -> Data {
        try #require(export.files.first { $0.path == path }, "The export has no file \(path).").bytes
    }

    @Test func `tell the files with rows, and the rows that were made beside those of samples`() throws {
        let export = try export(irrelevance: 1)
        let account = try #require(ExportAccount(JSON(parsing: bytes(export, ExportAccount.path))))
        var splitter = RowSplitter(.lines)
        var derived = DerivedRows()
        for row in splitter.add(Array(try bytes(export, ExportAccount.rowsPath))) + splitter.finish() {
            try derived.add(row, of: "rows.jsonl")
        }

        let rows = ImportReader(.trl, file: "train.jsonl").read(try bytes(export, "data/train.jsonl")).samples

        #expect(account.format == "trl" && account.files == ["data/train.jsonl"])
        #expect(account.names.values.contains { $0 == "files.search" } || !account.names.isEmpty)
        let own = rows.filter { derived.kind(of: $0.place.line ?? 0, in: "data/train.jsonl") == nil }
        #expect(own.count == Self.samples.count && own.allSatisfy { !$0.content.workflow.steps.isEmpty })
        for row in rows where row.content.workflow.steps.isEmpty {
            #expect(derived.kind(of: row.place.line ?? 0, in: "data/train.jsonl") == "irrelevance")
        }
        #expect(derived.kind(of: 1, in: "data/test.jsonl") == nil)
    }

    @Test func `tell the hash of each file, and in which of them rows are derived`() throws {
        let export = try export(irrelevance: 1)
        let account = try #require(ExportAccount(JSON(parsing: bytes(export, ExportAccount.path))))
        var derived = DerivedRows()
        try derived.add(
            ImportRow(
                spot: .line(1),
                content: .bytes(Array(#"{"file":"data/train.jsonl","line":2,"kind":"irrelevance"}"#.utf8))),
            of: "rows.jsonl")

        #expect(account.hashes["data/train.jsonl"] == ContentHash(of: try bytes(export, "data/train.jsonl")))
        #expect(account.hashes["data/other.jsonl"] == nil)
        #expect(derived.areIn("data/train.jsonl") && !derived.areIn("data/test.jsonl"))
    }

    @Test(arguments: ["7", "{}", #"{"file":"a","line":"1","kind":"calls"}"#, "["])
    func `name a line that tells nothing`(line: String) {
        var derived = DerivedRows()
        do throws(ImportProblem) {
            try derived.add(ImportRow(spot: .line(3), content: .bytes(Array(line.utf8))), of: "rows.jsonl")
            Issue.record("It is taken.")
        } catch {
            #expect("\(error)".hasPrefix("rows.jsonl, line 3: It does not tell a row with its file, line and kind."))
        }
    }

    @Test(arguments: [#"{"format":"trl","files":[]}"#, #"{"kind":"other","format":"trl"}"#, "[]"])
    func `are ours only if they say so`(text: String) throws {
        #expect(ExportAccount(try JSON(parsing: text)) == nil)
    }

    @Test(arguments: ["", "/etc/passwd", "..", "../a.jsonl", "data/../../a.jsonl", "a/..", "a\0b"])
    func `have no paths out of their folder`(path: String) {
        #expect(ExportAccount.objection(to: path) != nil)
    }

    @Test(arguments: ["a.jsonl", "data/train.jsonl", "..a", "a..b/c", "seed=7__iter=6__num_apis=12.json"])
    func `have paths below it`(path: String) {
        #expect(ExportAccount.objection(to: path) == nil)
    }
}
