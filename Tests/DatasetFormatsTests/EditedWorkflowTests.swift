import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Edited samples in exports")
struct EditedWorkflowTests {
    private let cheaper = Edit.argument(step: 2, path: JSONPath([.key("max_price")]), 100)
    private let ranAgain = Edit.rerun(
        step: 2, of: ["city_id": "PT-LIS-1", "max_price": 100], RecordedOutput(#"["Pensão"]"#), .demo)

    @Test func `are rows of the calls as they count, with nothing said of the edits`() throws {
        let sample = sample(cheaper, ranAgain, .deleteStep(3), .query("Hotels in Lisbon for 100?"))

        let export = try trlExport(of: [sample])

        let line = try export.lines(of: "data/train.jsonl")[0]
        #expect(
            try conversation(line) == """
                user: Hotels in Lisbon for 100?
                assistant: 01 city_find{"name":"Lisbon"}
                tool 01 city_find: {"id":"PT-LIS-1"}
                assistant: 02 hotel_find{"city_id":"PT-LIS-1","max_price":100}
                tool 02 hotel_find: ["Pensão"]
                assistant: Casa do Rio.
                """)
        #expect(try JSON(parsing: line).object?.keys == ["messages", "tools"])
        #expect((try JSON(parsing: line)["tools"]?.array ?? []).count == 2)
        #expect(
            try export.rows.map(\.edited) == [["steps.2.arguments.max_price", "steps.2.output", "steps.3", "query"]])
    }

    @Test func `run in the order that a reviewer gave them`() throws {
        let sample = sample(.moveStep(1, to: StepPlace(chain: Chain.ID(1), position: 1)))

        let line = try trlLines(of: [sample])[0]

        #expect(
            try conversation(line).hasPrefix(
                """
                user: Hotels in Lisbon for 180?
                assistant: 01 hotel_find{"city_id":"PT-LIS-1","max_price":180} 02 city_find{"name":"Lisbon"} 03 news{}
                """))
    }

    @Test func `have a value without a source wait for the steps that were put before it`() throws {
        let sample = SampleBuilder(query: "How much is it with tax?", response: "A lot.")
            .step("pay", ["gross": 1190], gives: "{}").step("price", [:], gives: #"{"net":1000}"#)
            .reviewed(.edit(.moveStep(1, to: StepPlace(chain: Chain.ID(1), position: 1)))).sample

        let line = try trlLines(of: [sample])[0]

        #expect(
            try conversation(line) == """
                user: How much is it with tax?
                assistant: 01 price{}
                tool 01 price: {"net":1000}
                assistant: 02 pay{"gross":1190}
                tool 02 pay: {}
                assistant: A lot.
                """)
    }

    @Test func `are workflow files that say what was changed, and how`() throws {
        let sample = sample(
            cheaper, ranAgain, .splitChain(before: 2), .mergeChain(Chain.ID(2), into: Chain.ID(1)),
            .moveStep(3, to: StepPlace(chain: Chain.ID(1), position: 0)), .response("Pensão."))

        let file = try JSON(parsing: try workflowFile(sample))

        let chains = try #require(file["api_use_chains"]?.object)
        #expect(chains.keys == ["api_use_chain_1", "api_use_chain_3"])
        #expect(tools(of: chains["api_use_chain_1"]) == ["news", "city_find"])
        #expect(tools(of: chains["api_use_chain_3"]) == ["hotel_find"])
        #expect(file["edited"] == ["steps.2.arguments.max_price", "steps.2.output", "chains", "response"])
        #expect(file["regenerated"] == nil)
        #expect(
            file["edits"] == [
                ["edit": "argument", "step": 2, "path": "max_price", "value": 100],
                [
                    "edit": "run again", "step": 2, "arguments": ["city_id": "PT-LIS-1", "max_price": 100],
                    "origin": "demo", "sha256": .string(ContentHash(of: #"["Pensão"]"#).hex),
                ],
                ["edit": "split chain", "before": 2], ["edit": "merge chain", "chain": 2, "into": 1],
                ["edit": "move step", "step": 3, "chain": 1, "position": 0],
                ["edit": "response", "text": "Pensão."],
            ])
    }

    @Test func `say who wrote texts anew`() throws {
        let sample = sample(
            .regenerated(query: "A room in Lisbon for 180?", response: "Yes.", by: "offline"), .deleteStep(3),
            .query("Rooms in Lisbon for 180?"))

        let file = try JSON(parsing: try workflowFile(sample))
        let row = try JSON(parsing: try trlExport(of: [sample]).lines(of: "manifest/rows.jsonl")[0])

        #expect(file["edited"] == ["steps.3", "query"])
        #expect(file["regenerated"] == ["response": "offline"])
        #expect(
            file["edits"]?[0] == [
                "edit": "regenerated", "by": "offline", "query": "A room in Lisbon for 180?", "response": "Yes.",
            ])
        #expect(file["edits"]?[1] == ["edit": "delete step", "step": 3])
        #expect(file["edits"]?[2] == ["edit": "query", "text": "Rooms in Lisbon for 180?"])
        #expect(row["edited"] == ["steps.3", "query"])
        #expect(row["regenerated"] == ["response": "offline"])
    }

    @Test(arguments: ExportFormatName.ofSamples)
    func `are left out while a step was changed and not run again`(name: ExportFormatName) throws {
        let stale = sample(cheaper)
        let both = sample(cheaper, .argument(step: 1, path: .root, ["name": "Porto"]))

        let export = try name.files(
            for: [ExampleSamples.chain.sample, stale], options: ExportOptions(datasetName: "Rows"))
        let reasons = try name.files(
            for: [ExampleSamples.chain.sample, both], options: ExportOptions(datasetName: "Rows")
        ).skipped.map { "\($0.reason)" }

        #expect(export.skipped.map { "\($0.reason)" } == ["Step 2 was changed and not run again; x re-runs it."])
        #expect(reasons == ["Steps 1, 2 were changed and not run again; x re-runs them."])
    }

    @Test(arguments: ExportFormatName.ofSamples)
    func `are written when only their texts were changed, or the changed step is gone`(name: ExportFormatName) throws {
        let samples = [sample(.query("Where?"), .response("There.")), sample(index: 2, cheaper, .deleteStep(2))]

        let export = try name.files(for: samples, options: ExportOptions(datasetName: "Rows"))

        #expect(export.skipped.isEmpty)
    }

    @Test func `are equal to others by their calls as they count`() throws {
        let original = sample()
        let changed = sample(index: 2, cheaper, ranAgain)
        let changedBack = sample(index: 3, cheaper, .argument(step: 2, path: JSONPath([.key("max_price")]), 180))

        let export = try trlExport(of: [original, changed, changedBack])

        #expect(try export.rows.map(\.sample) == [original.id, changed.id])
        #expect(export.skipped.map(\.reason) == [.equal(to: original.id)])
    }

    private func sample(index: Int = 1, _ edits: Edit...) -> ReviewedSample {
        let builder = SampleBuilder(query: "Hotels in Lisbon for 180?", response: "Casa do Rio.", index: index)
            .step("city_find", ["name": "Lisbon"], gives: #"{"id":"PT-LIS-1"}"#)
            .step("hotel_find", ["city_id": "PT-LIS-1", "max_price": 180], gives: #"["Casa do Rio"]"#)
            .step("news", [:], gives: "[]", chain: 2)
        return edits.reduce(builder) { $0.reviewed(.edit($1)) }.reviewed(.accept).sample
    }

    private func workflowFile(_ sample: ReviewedSample) throws -> String {
        try ExportFormatName.toolgrad.files(for: [sample], options: ExportOptions(datasetName: "Rows"))
            .text(of: "seed=7__iter=10__num_apis=20.json")
    }

    private func tools(of chain: JSON?) -> [String] {
        (chain?["intermediate_steps"]?.array ?? []).compactMap { $0[0]?["tool"]?.string }
    }
}
