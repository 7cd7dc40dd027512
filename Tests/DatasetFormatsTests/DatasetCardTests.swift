import DatasetFormats
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite("The dataset card")
struct DatasetCardTests {
    @Test func `tells loaders what is there, and people how it was made`() throws {
        let samples = [ExampleSamples.chain, ExampleSamples.parallel, ExampleSamples.nested].map(\.sample)

        let export = try trlExport(of: samples) {
            $0.split = 0.5
            $0.license = "cc-by-4.0"
        }

        #expect(
            try export.text(of: "README.md") == """
                ---
                license: "cc-by-4.0"
                language: ["en"]
                pretty_name: "Rows"
                task_categories: [text-generation]
                tags: [tool-use, function-calling, agent, synthetic]
                size_categories: [n<1K]
                configs:
                - config_name: default
                  default: true
                  data_files:
                  - {split: train, path: data/train.jsonl}
                  - {split: test, path: data/test.jsonl}
                dataset_info:
                - config_name: default
                  features:
                  - {name: messages, list: json}
                  - {name: tools, list: json}
                ---
                # Rows

                Conversations with tool calls, made answer first: every chain of calls was really executed before the query
                was written that it answers. The tool results are the recorded ones.

                - `messages`: dependent calls are successive turns, independent ones parallel calls of one turn
                - `tools`: what the model was offered, as JSON Schema

                1 row to train on, 2 to test on.

                `manifest/` names the sample behind each row, what reviewers edited, what was left out and why, and the
                SHA-256 of each file. Loading needs `datasets` 4.7 or newer.

                ## What is in it

                - 3 samples, 0 of them edited by hand
                - Rows: 3 calls
                - Steps a sample: 1 (1), 2 (1), 4 (1); chains a sample: 1 (2), 2 (1)
                - Results: 7 demo
                - Tools: 4 called, 4 met; most called: `geocode` 3, `weather` 2, `forecast` 1, `search` 1

                """)
    }

    @Test func `names no test file where there is none, and no license that nobody chose`() throws {
        let card = try trlExport(of: [ExampleSamples.chain.sample]).text(of: "README.md")

        #expect(card.hasPrefix("---\nlanguage: [\"en\"]\n"))
        #expect(!card.contains("split: test"))
        #expect(card.contains("1 row to train on, 0 to test on."))
    }

    @Test func `quotes a name that would break the front matter`() throws {
        let export = try trlExport(of: [ExampleSamples.chain.sample]) {
            $0.datasetName = "a: \"b\" \\\n---\n# \u{7}東京"
        }

        let lines = try export.text(of: "README.md").split(separator: "\n")
        #expect(lines[2] == #"pretty_name: "a: \"b\" \\ --- # \U00000007東京""#)
        #expect(lines.count { $0 == "---" } == 2)
    }

    @Test func `tells of the runs and tool sources that rows come from, and of no others`() throws {
        let sample = ExampleSamples.chain.sample
        var facts = CardFacts()
        facts.runs = [
            run(sample.id.run, CardFacts.ToolSource(name: "maps", identity: ContentHash(of: "maps"))),
            run(RunID(plan: .demo(seed: 99), library: [], planner: "other"), .init(name: "strange", identity: nil)),
        ]

        let card = try trlExport(of: [sample]) { $0.facts = facts }.text(of: "README.md")

        #expect(card.contains("- Run `\(sample.id.run)`: planner `offline`, strategy lean, seed 7"))
        #expect(card.components(separatedBy: "- Run `").count == 2)
        #expect(card.contains("- `demo`: tools built into toolgrad; licence: as the program"))
        #expect(card.contains("- `maps`: identity \(ContentHash(of: "maps").short); licence: not stated"))
        #expect(!card.contains("strange"))
    }

    private func run(_ id: RunID, _ source: CardFacts.ToolSource) -> CardFacts.Run {
        var run = CardFacts.Run(id: id, planner: "offline", seed: 7, strategy: "lean")
        run.sources = [source]
        return run
    }

    @Test(arguments: [
        ("http://ada:secret@models.example.com:8080/v1/team?key=abc", "models.example.com"),
        ("https://api.example.com", "api.example.com"), ("models.example.com/v1", "models.example.com"),
        ("http://[::1]:8080/v1", "[::1]"), ("", "?"), ("http://ada:p@ss@host.example/x@y", "host.example"),
    ])
    func `names a model's host and nothing else of its address`(address: String, host: String) {
        #expect(CardFacts.Model(name: "small", address: address).description == "small at \(host)")
    }

    @Test func `says what limits left out`() throws {
        let card = try trlExport(of: [ExampleSamples.chain.sample]) {
            $0.gate = .warning
            $0.origins = [.demo, .live]
            $0.maxTokens = 4000
            $0.oversize = .cutOutputs
        }.text(of: "README.md")

        #expect(card.contains("- Left out: samples with a finding of severity warning or worse"))
        #expect(card.contains("- Left out: samples with a result that is not from: demo, live"))
        #expect(card.contains("- Rows of more than 4000 tokens: long tool outputs cut, else left out"))
    }

    @Test func `a filter ends no line and no code`() throws {
        var facts = CardFacts()
        facts.filter = "text:\"a\n# b`c\""

        let card = try trlExport(of: [ExampleSamples.chain.sample]) { $0.facts = facts }.text(of: "README.md")

        #expect(card.contains("- Filter: `text:\"a # b'c\"`\n"))
    }
}
