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

        let card = try #require(export.files.first)
        let rows = try #require(export.files.last)
        #expect(
            export.manifest.json.prettyText == """
                {
                  "kind": "toolgrad export",
                  "format": "trl",
                  "versions": {
                    "manifest": 1,
                    "provenance": 2,
                    "reasons": 1,
                    "toolgrad": "1.2.3"
                  },
                  "dataset": "Rows",
                  "planners": [
                    "offline"
                  ],
                  "counts": {
                    "samples": 2,
                    "exported": 1,
                    "edited": 1,
                    "skipped": 1
                  },
                  "options": {
                    "seed": "0",
                    "split": 1.0,
                    "candidates": 0,
                    "systemPrompt": null
                  },
                  "files": [
                    {
                      "path": "README.md",
                      "bytes": \(card.bytes.count),
                      "sha256": "\(ContentHash(of: card.bytes))",
                      "rows": 0
                    },
                    {
                      "path": "data/train.jsonl",
                      "bytes": \(rows.bytes.count),
                      "sha256": "\(ContentHash(of: rows.bytes))",
                      "rows": 1
                    }
                  ],
                  "toolNames": {
                    "a_b": "a.b"
                  },
                  "rows": [
                    {
                      "file": "data/train.jsonl",
                      "line": 1,
                      "sample": "s-00001",
                      "run": "\(odd.id.run.hash)",
                      "seed": "7",
                      "planner": "offline",
                      "status": "accepted",
                      "edited": [
                        "query"
                      ],
                      "base64Steps": []
                    }
                  ],
                  "skipped": [
                    {
                      "sample": "s-00002",
                      "run": "\(bare.id.run.hash)",
                      "reason": "It has no steps."
                    }
                  ]
                }
                """)
    }

    @Test(arguments: ExportFormatName.allCases)
    func `comes with the files, and all of it is the same the next time`(name: ExportFormatName) throws {
        let options = ExportOptions(datasetName: "Rows", candidates: 3, split: 0.5, seed: 4)

        let first = try name.format.files(for: ExampleSamples.all, options: options).filesWithManifest
        let second = try name.format.files(for: ExampleSamples.all, options: options).filesWithManifest

        #expect(first == second)
        let manifest = try JSON(parsing: try #require(first.last).bytes)
        #expect(manifest["kind"]?.string == ExportManifest.kind)
        #expect(manifest["files"]?.array?.compactMap { $0["path"]?.string } == first.dropLast().map(\.path))
    }
}
