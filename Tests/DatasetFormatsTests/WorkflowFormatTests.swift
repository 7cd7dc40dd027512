import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Workflow files")
struct WorkflowFormatTests {
    @Test func `hold the chains as they were grown`() throws {
        let sample = SampleBuilder(query: "Oslo and the time?", response: "North, 9.")
            .step("geo.code", ["name": "Oslo", "zoom": 1.0], gives: #"{"lat":59.91}"#)
            .step("clock", [:], gives: "9", chain: 2)
            .sample

        let export = try files(for: [sample])

        #expect(
            try export.text(of: "seed=7__iter=10__num_apis=20.json") == #"""
                {
                  "query": "Oslo and the time?",
                  "api_use_chains": {
                    "api_use_chain_1": {
                      "chain_id": "api_use_chain_1",
                      "intermediate_steps": [
                        [
                          {
                            "tool": "geo.code",
                            "tool_input": {
                              "name": "Oslo",
                              "zoom": 1.0
                            },
                            "log": "\nInvoking: `geo.code` with `{\"name\":\"Oslo\",\"zoom\":1.0}`\n\n\n",
                            "type": "AgentActionMessageLog",
                            "message_log": [],
                            "tool_call_id": "call_00000001"
                          },
                          {
                            "error": "",
                            "response": "{\"lat\":59.91}"
                          }
                        ]
                      ]
                    },
                    "api_use_chain_2": {
                      "chain_id": "api_use_chain_2",
                      "intermediate_steps": [
                        [
                          {
                            "tool": "clock",
                            "tool_input": {},
                            "log": "\nInvoking: `clock` with `{}`\n\n\n",
                            "type": "AgentActionMessageLog",
                            "message_log": [],
                            "tool_call_id": "call_00000002"
                          },
                          {
                            "error": "",
                            "response": "9"
                          }
                        ]
                      ]
                    }
                  },
                  "response": "North, 9."
                }

                """#)
        #expect(export.plan.names.changed.isEmpty)
    }

    @Test func `carry the texts as they were edited`() throws {
        let text = try files(for: [ExampleSamples.edited.sample]).text(of: "seed=7__iter=10__num_apis=20.json")

        let file = try JSON(parsing: text)
        #expect(file["query"] == "Where is Oslo?")
        #expect(file["response"] == "At 59.91° north.")
    }

    @Test func `are named after the plan, and where that is not enough after sample and run`() throws {
        let samples = [
            named("find", index: 1), named("find", index: 2), named("find", index: 2, branch: [1, 3]),
            named("look", index: 2), named("find", index: 1, seed: 8),
        ]

        let names = try files(for: samples).rows.map(\.file)

        #expect(
            names == [
                "seed=7__iter=10__num_apis=20__sample=1.json",
                "seed=7__iter=10__num_apis=20__sample=2__run=\(samples[1].id.run.hash).json",
                "seed=7__iter=10__num_apis=20__sample=2.b1.b3.json",
                "seed=7__iter=10__num_apis=20__sample=2__run=\(samples[3].id.run.hash).json",
                "seed=8__iter=10__num_apis=20.json",
            ])
    }

    @Test func `are the only JSON files in the folder`() throws {
        let export = try files(for: [ExampleSamples.chain.sample])

        let paths = export.files.map(\.path).filter { $0.hasSuffix(".json") && !$0.hasPrefix("manifest/") }
        #expect(paths == ["seed=7__iter=10__num_apis=20.json"])
    }

    private func named(_ tool: ToolName, index: Int, branch: [Int] = [], seed: UInt64 = 7) -> ReviewedSample {
        SampleBuilder(
            query: "Where in \(index) \(branch) \(seed)?", response: "There.", index: index, branch: branch, seed: seed
        )
        .step(tool, [:], gives: "{}").sample
    }

    private func files(for samples: [ReviewedSample]) throws -> Export {
        try ExportFormatName.toolgrad.files(for: samples, options: ExportOptions(datasetName: "Rows"))
    }
}
