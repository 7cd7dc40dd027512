import DemoTools
import Engine
import Evaluation
import TestSupport
import Testing

@Suite("The rules as a model")
struct RuleBasedSolverTests {
    private let finish = ModelRequest.OfferedTool(
        name: "Finish", description: "Ends it.",
        parameters: [
            "type": "object",
            "properties": [
                "return_type": ["type": "string", "enum": ["give_answer", "give_up_and_restart"]],
                "final_answer": ["type": "string"],
            ],
        ])

    private func offered(_ names: ToolName...) -> [ModelRequest.OfferedTool] {
        let tools = Dictionary(DemoTools().tools().map { ($0.name, $0) }) { first, _ in first }
        return names.compactMap { tools[$0] }.map {
            ModelRequest.OfferedTool(name: $0.name.text, description: $0.description, parameters: $0.inputSchema)
        }
    }

    private func tool(
        _ name: String, _ about: String, _ properties: JSON, required: JSON? = nil
    ) -> ModelRequest.OfferedTool {
        let names = (properties.object?.keys ?? []).map(JSON.string)
        return ModelRequest.OfferedTool(
            name: name, description: about,
            parameters: ["type": "object", "properties": properties, "required": required ?? .array(names)])
    }

    private func answer(
        _ messages: [ModelMessage], offering tools: [ModelRequest.OfferedTool]
    ) async throws -> Completion {
        let request = ModelRequest(
            model: "rules", messages: messages, tools: tools, toolChoice: .auto, maxTokens: 100, seed: 5)
        return try await RuleBasedSolver().complete(request, through: ModelLine())
    }

    private func arguments(_ query: String, _ tool: ModelRequest.OfferedTool) async throws -> JSON? {
        try await answer([.user(query)], offering: [tool]).calls.first.map { try JSON(parsing: $0.arguments) }
    }

    private func made(_ call: RequestedCall, giving output: String) -> [ModelMessage] {
        [.assistant("", calls: [call]), .tool(callID: call.id, content: output)]
    }

    @Test func `calls the tool that the query is about, and then finishes with what it gave`() async throws {
        let tools = offered("moon_phase", "city_lookup", "oven_setting") + [finish]
        let query = ModelMessage.user("How large is the population of the city of Oslo?\n\nBegin.")

        let first = try await answer([.system("Call."), query], offering: tools)
        let call = try #require(first.calls.first)
        let output = #"{"error":"","response":{"id":"oslo-no","population":717710}}"#
        let last = try await answer([.system("Call."), query] + made(call, giving: output), offering: tools)

        #expect(first.ending == .calls)
        #expect(call.name == "city_lookup")
        #expect(call.arguments == #"{"name":"Oslo"}"#)
        #expect(last.calls.map(\.name) == ["Finish"])
        #expect(
            last.calls.first?.arguments
                == #"{"return_type":"give_answer","final_answer":"city lookup: id oslo-no, population 717710."}"#)
    }

    @Test func `says the same of the same request, for nothing`() async throws {
        let tools = offered("city_lookup", "country_facts")
        let query = ModelMessage.user("Which country is the city of Kyoto in?")

        let one = try await answer([query], offering: tools)
        let other = try await answer([query], offering: tools)

        #expect(one == other)
        #expect(one.usage == .zero)
        #expect(one.model == RuleBasedSolver.name)
    }

    @Test func `feeds a call with what an earlier one gave`() async throws {
        let find = tool("find_person", "Finds a person.", ["name": ["type": "string"]])
        let detail = tool("person_details", "Details of a person.", ["person_id": ["type": "string"]])
        let query = ModelMessage.user("Find the details of the person Ann Lee.")
        let call = RequestedCall.to("find_person", #"{"name":"Ann Lee"}"#)

        let next = try await answer(
            [query] + made(call, giving: #"{"id":"p-7","born":1970}"#), offering: [find, detail])

        #expect(next.calls.map(\.name) == ["person_details"])
        #expect(next.calls.first?.arguments == #"{"person_id":"p-7"}"#)
    }

    @Test func `takes nothing from a call that failed, and calls nothing twice`() async throws {
        let find = tool("find_person", "Finds a person.", ["name": ["type": "string"]])
        let detail = tool(
            "person_details", "Details of a person.", ["person_id": ["type": "string", "pattern": "^p-"]])
        let query = ModelMessage.user("Find the details of the person Ann Lee.")
        let call = RequestedCall.to("find_person", #"{"name":"Ann Lee"}"#)
        let failed = #"{"error":"nobody of that name","response":{"id":"p-7"}}"#

        let next = try await answer([query] + made(call, giving: failed), offering: [find, detail, finish])

        #expect(next.calls.map(\.name) == ["Finish"])
        #expect(next.calls.first?.arguments == #"{"return_type":"give_up_and_restart"}"#)
    }

    @Test func `does something else where it is told what was tried`() async throws {
        let tools = offered("city_lookup", "country_facts") + [finish]
        let query = ModelMessage.user("What is the population of Norway, the country, and of its city Oslo?")
        let first = try #require(try await answer([query], offering: tools).calls.first)

        let other = try await answer(
            [query, .user("You have made these calls: [{\"name\": \"\(first.name)\"}]. Do something else.")],
            offering: tools)

        #expect(other.calls.map(\.name) != [first.name])
        #expect(other.calls.count == 1)
    }

    @Test func `calls nothing where no argument can be filled`() async throws {
        let tools = offered("moon_phase", "recipe_scale")

        let alone = try await answer([.user("tell me about kindness")], offering: tools)
        let searching = try await answer([.user("tell me about kindness")], offering: tools + [finish])

        #expect(alone.calls.isEmpty)
        #expect(alone.text == "None of the tools on offer can help with this.")
        #expect(searching.calls.first?.arguments == #"{"return_type":"give_up_and_restart"}"#)
    }

    @Test func `stops after five calls`() async throws {
        let tools = (1...7).map { tool("weather_\($0)", "Weather of a town.", ["town": ["type": "string"]]) }
        var messages: [ModelMessage] = [.user("How is the weather in the town Bergen?")]
        var calls = 0

        while let call = try await answer(messages, offering: tools).calls.first {
            calls += 1
            messages += [
                .assistant("", calls: [RequestedCall(id: "\(calls)", name: call.name, arguments: call.arguments)]),
                .tool(callID: "\(calls)", content: #"{"degrees":7}"#),
            ]
        }

        #expect(calls == 5)
    }

    @Test(
        arguments: [
            (["type": "integer"], "The price of 42 apples, 3.5 kg", 42),
            (["type": "number"], "The price of 1,250.5", 1250.5),
            (["type": "string", "format": "date"], "The price on 17 May 2027 for 3", "2027-05-17"),
            (["type": "string", "format": "date"], "The price on May 3rd, 2027", "2027-05-03"),
            (["type": "string", "format": "date"], "The price on 2027-12-24?", "2027-12-24"),
            (["type": "string"], "What is the price of New York pizza", "New York"),
            (["type": "string"], "What is the price of “olive oil”", "olive oil"),
            (["type": "string", "enum": ["cup", "spoon"]], "The price of two cups", "cup"),
            (["type": "string", "examples": ["EUR", "NOK"]], "The price in USD for Anna", "USD"),
            (["type": "integer", "minimum": 1000], "The price of 3 in 1999", 1999),
        ] as [(JSON, String, JSON)])
    func `reads values as people write them`(schema: JSON, query: String, value: JSON) async throws {
        let price = tool("price_of", "Price of things.", ["value": schema])

        #expect(try await arguments(query, price) == ["value": value])
    }

    @Test func `gives no value to two arguments, and leaves out what may be left out`() async throws {
        let way = tool(
            "way_between", "Way between towns.",
            ["from": ["type": "string"], "to": ["type": "string"], "speed": ["type": "number"]],
            required: ["from", "to"])

        let arguments = try await arguments("How long is the way between the towns of Oslo and Bergen at 60?", way)

        #expect(arguments?["from"] != arguments?["to"])
        #expect(arguments?["speed"] == nil)
    }

    @Test func `writes instructions about the tools that it knows`() async throws {
        let known = DemoTools().tools().filter {
            ["ingredient_weight", "city_lookup", "oven_setting"].contains($0.name)
        }
        let model = RuleBasedSolver(knowing: known)
        let study = Study(model: .init(model, name: "rules"), library: try await ToolLibrary(DemoTools()))
        let item = SampleID(run: RunID(ContentHash(of: "rules")), index: 1)
        func write() async throws -> WrittenInstructions {
            try await InstructionWriter(.multi, in: study).write(
                about: APISet(theme: "kitchen", tools: known), at: item,
                random: SeededGenerator(for: .instructing, seed: 1, sample: 1, iteration: 1), spending: SpendingMeter())
        }

        let written = try await write()

        #expect(written.kept.count >= 8, "Ten are written, and few of them twice: \(written.dropped)")
        #expect(written.dropped.map(\.reason).allSatisfy { $0 == .repeated })
        #expect(written.kept.allSatisfy { !$0.query.contains("{") })
        #expect(try await write() == written)
    }

    @Test func `asks for a tool without phrases by what it does`() async throws {
        let plain = Tool(
            name: "search", description: "Searches the archive for letters. Slow.",
            inputSchema: [
                "type": "object", "properties": ["sender": ["type": "string", "examples": ["Ann"]]],
                "required": ["sender"],
            ])
        let form: JSON = [
            "properties": ["queries": ["items": ["properties": ["tools": ["items": ["enum": ["search"]]]]]]]
        ]
        let request = ModelRequest(
            model: "rules", messages: [.user("Write.")], answer: .init(name: "instructions", schema: form),
            maxTokens: 100)

        let written = try await RuleBasedSolver(knowing: [plain]).complete(request, through: ModelLine())

        let answer = try JSON(parsing: try #require(written.answer))
        #expect(
            answer["queries"]?[0]?["query"]
                == "Please search the archive for letters, with sender Ann.")
        #expect(answer["queries"]?[0]?["tools"] == ["search"])
    }

    @Test func `fills in no other form`() async throws {
        let request = ModelRequest(
            model: "rules", messages: [.user("Judge.")], answer: .init(name: "judgement", schema: ["type": "object"]),
            maxTokens: 100)

        let completion = try await RuleBasedSolver().complete(request, through: ModelLine())

        #expect(completion.ending == .refused("The rules fill in no form but that of instructions."))
        #expect(completion.answer == nil)
    }

    @Test func `asks the budget before it answers`() async throws {
        struct Spent: Error {}
        let request = ModelRequest(model: "rules", messages: [.user("Hello.")], maxTokens: 100)

        await #expect(throws: Spent.self) {
            try await RuleBasedSolver().complete(request, through: ModelLine(beforeSending: { throw Spent() }))
        }
    }
}
