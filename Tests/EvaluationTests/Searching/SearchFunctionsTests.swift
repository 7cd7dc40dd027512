import Engine
import Evaluation
import TestSupport
import Testing

@Suite("The functions of a search")
struct SearchFunctionsTests {
    private func names(_ tools: [Tool]) -> [String] { SearchFunctions(tools).offered.map(\.name) }

    @Test func `have the names of their tools, and end with Finish`() {
        #expect(
            names([.named("city_lookup", family: "geography"), .named("get_match_for_football_live")])
                == ["city_lookup", "get_match_for_football_live", "Finish"])
    }

    @Test func `have only letters, digits, underscores and dashes, the last 64 of them`() {
        let long = ToolName("begin_" + String(repeating: "x", count: 60) + "_for_end")

        #expect(names([.named("files/read.all")]).first == "files_read_all")
        #expect(names([.named(long)]).first == String(long.text.suffix(64)))
        #expect(names([.named("")]).first == "_")
    }

    @Test func `are never alike, whatever their order`() throws {
        let tools: [Tool] = [.named("a.b"), .named("a_b"), .named("Finish"), .named("c")]
        let offered = names(tools)

        #expect(Set(offered).count == 5)
        #expect(offered.allSatisfy { $0.utf8.count <= 64 })
        #expect(Set(names(tools.reversed())) == Set(offered))
        #expect(offered[3] == "c", "A name that nobody shares stays.")
        #expect(offered[4] == "Finish")
        #expect(offered[1].hasPrefix("a_b_"))
    }

    @Test func `offer a tool once that is given twice`() {
        #expect(names([.named("find"), .named("find")]) == ["find", "Finish"])
    }

    @Test func `cut descriptions to 256 characters of the tool's, and keep the schema`() throws {
        let long = String(repeating: "é", count: 300)
        let tool = Tool(
            name: "get_for_weather", description: long,
            inputSchema: [
                "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                "properties": [
                    "city": ["type": "string", "description": .string(long), "examples": ["Oslo"]], "days": [:],
                ],
                "required": ["city"],
            ])

        let function = try #require(SearchFunctions([tool]).offered.first)

        let cut = String(repeating: "é", count: 256)
        #expect(function.description == "A function of the tool \"weather\". \(cut)")
        #expect(
            function.parameters == [
                "type": "object",
                "properties": [
                    "city": ["type": "string", "description": .string(cut), "examples": ["Oslo"]], "days": [:],
                ],
                "required": ["city"],
            ])
    }

    @Test func `end with Finish, which gives an answer or gives up`() {
        let finish = SearchFunctions([]).offered.last

        #expect(finish?.parameters["required"] == ["return_type"])
        #expect(
            finish?.parameters["properties"]?["return_type"]?["enum"] == ["give_answer", "give_up_and_restart"])
        #expect(finish?.parameters["properties"]?["final_answer"]?["type"] == "string")
    }

    @Test func `are told of by tool in the task's text, each once and in at most 512 characters`() async throws {
        let model = ScriptedModel(.giveUp)
        let study = Study(model: .init(model, name: "scripted"), library: try await ToolLibrary(CountingTools()))
        let long = String(repeating: "x", count: 600)
        let tools = [
            Tool(name: "a_for_weather", description: "First\nline.", inputSchema: [:]),
            Tool(name: "moon", description: long, inputSchema: [:], family: "astronomy"),
            Tool(name: "b_for_weather", description: "Second.", inputSchema: [:], family: "ignored"),
            Tool(name: "alone", description: "", inputSchema: [:]),
        ]

        _ = try await Search(.react, in: study).answer(
            "What now?", with: tools, for: SearchScene.item,
            random: SeededGenerator(for: .searching, seed: 1, sample: 1, iteration: 0))

        let opening = try #require(model.asked.first?.messages)
        #expect(opening[0].text.hasPrefix("You answer a person's request by calling functions, one call at a time."))
        #expect(
            opening[0].text.hasSuffix(
                """

                The functions belong to these tools:
                1. weather: First line. Second.
                2. astronomy: \(String(repeating: "x", count: 512))
                3. alone: None
                """))
        #expect(opening[1] == .user("What now?\n\nBegin."))
    }

    @Test(arguments: [
        // What stands after the last dot counts, as ToolBench reads `functions.find`.
        ("functions.find", "find", "worked"),
        // A name that a function ends in is taken for it, as ToolBench does.
        ("ind", "ind", "worked"),
        ("Find", "invalid_hallucination_function_name", "unknownFunction"),
        ("", "invalid_hallucination_function_name", "unknownFunction"),
        ("finish", "invalid_hallucination_function_name", "unknownFunction"),
    ])
    func `are found by what a model calls them`(said: String, kept: String, status: String) async throws {
        let scene = SearchScene(ScriptedModel(.call(said, #"{"name":"Oslo"}"#), .answer("Yes.")))
        let result = try await scene.search()

        let input = try #require(result.tree.children.first?.children.first)
        guard case .input(_, let observation, let ended) = input.kind else {
            Issue.record("A call has an input below it.")
            return
        }
        #expect("\(ended)" == status)
        #expect(
            scene.conversation(of: 2) == scene.opening + [
                .says(1, kept, #"{"name":"Oslo"}"#), .sees(1, observation),
            ])
    }

    @Test func `are found by the whole name before another that ends in it`() async throws {
        let source = InlineToolSource([.named("a_find", takes: "name"), .named("find", takes: "name")]) { call in
            .returned(RecordedOutput(.string(call.tool.text)))
        }
        var scene = SearchScene(ScriptedModel(.call("find", #"{"name":"Oslo"}"#), .answer("Yes.")))
        scene.source = source
        let result = try await scene.search()

        #expect(result.steps.map(\.call.tool) == ["find"])
    }
}
