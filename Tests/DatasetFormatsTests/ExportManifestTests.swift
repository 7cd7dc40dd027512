import DatasetFormats
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite("The manifest")
struct ExportManifestTests {
    @Test func `accounts for every sample, file and name`() throws {
        let odd = SampleBuilder(query: "Where?", response: "There.").step("a.b", [:], gives: "{}")
            .reviewed(.edit(.query("Where is it?")), .accept)
        let bare = SampleBuilder(query: "Where?", response: "There.", index: 2)

        let export = try trlExport(of: [odd.sample, bare.sample]) { $0.programVersion = "1.2.3" }

        let manifest = try export.manifest
        #expect(manifest["kind"] == "toolgrad export" && manifest["format"] == "trl")
        #expect(
            manifest["versions"]
                == ["manifest": 2, "provenance": .number(.init(Provenance.version)), "reasons": 1, "toolgrad": "1.2.3"])
        #expect(manifest["planners"] == ["offline"])
        #expect(
            manifest["counts"] == [
                "samples": 2, "exported": 1, "edited": 1, "skipped": 1, "rows": ["calls": 1], "rowsNotMade": [:],
                "offeredFewerThanAsked": 0, "cutRows": 0, "comparisonsLeftOut": 0,
            ])
        #expect(manifest["toolNames"] == ["a_b": "a.b"])
        #expect(
            manifest["files"]?.array?.map { $0["sha256"]?.string }
                == export.files.dropLast().map { ContentHash(of: $0.bytes).hex })
        let row = try #require(try export.lines(of: "manifest/rows.jsonl").first)
        #expect(
            row.hasPrefix(
                #"{"file":"data/train.jsonl","line":1,"kind":"calls","sample":"s-00001","run":"\#(odd.id.run.hash)","#
                    + #""seed":"7","planner":"offline","status":"accepted","edited":["query"],"base64Steps":[]"#))
        #expect(try JSON(parsing: row)["tokens"]?.int ?? 0 > 10)
        #expect(
            try export.lines(of: "manifest/skipped.jsonl") == [
                #"{"sample":"s-00002","run":"\#(bare.id.run.hash)","reason":"It has no steps."}"#
            ])
    }

    @Test(arguments: ExportFormatName.ofSamples)
    func `comes last, names every other file, and all of it is the same the next time`(name: ExportFormatName) throws {
        let options = ExportOptions(datasetName: "Rows", candidates: 3, split: 0.5, seed: 4)

        let first = try name.files(for: ExampleSamples.all, options: options)
        let second = try name.files(for: ExampleSamples.all, options: options)

        #expect(first.files == second.files)
        #expect(first.files.last?.path == ExportManifest.path)
        let manifest = try first.manifest
        #expect(manifest["kind"]?.string == ExportManifest.kind)
        #expect(manifest["files"]?.array?.compactMap { $0["path"]?.string } == first.files.dropLast().map(\.path))
        #expect(manifest["files"]?.array?.compactMap { $0["bytes"]?.int } == first.files.dropLast().map(\.bytes.count))
    }
}
