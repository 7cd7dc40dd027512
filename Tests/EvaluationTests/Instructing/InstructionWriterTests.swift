import Engine
import Evaluation
import TestSupport
import Testing

@Suite("Writing instructions")
struct InstructionWriterTests {
    private let set = APISet(
        theme: "lookups",
        tools: [.named("find", takes: "name", family: "a"), .named("detail", takes: "id", family: "b")])
    private let item = SampleID(run: RunID(ContentHash(of: "instructions")), index: 11)

    private func write(
        by model: ScriptedModel, ledger: any RunLedger = ForgetfulLedger(), meter: SpendingMeter = SpendingMeter()
    ) async throws -> WrittenInstructions {
        let study = Study(
            model: .init(model, name: "scripted"), library: try await ToolLibrary(CountingTools()), ledger: ledger)
        return try await InstructionWriter(.multi, answerTokens: 900, temperature: 0.5, in: study).write(
            about: set, at: item, random: SeededGenerator(for: .instructing, seed: 1, sample: 2, iteration: 1),
            spending: meter)
    }

    private static func answer(_ queries: JSON...) -> ScriptedModel.Line {
        .json((["queries": .array(queries)] as JSON).compactText)
    }

    private static func query(_ text: String, _ tools: String...) -> JSON {
        ["query": .string(text), "tools": .array(tools.map(JSON.string))]
    }

    @Test func `keeps each query with the tools that it is about`() async throws {
        let model = ScriptedModel(
            Self.answer(Self.query("Who is Ann?", "find"), Self.query(" What of Bo?\n", "find", "detail", "find")))

        let written = try await write(by: model)

        #expect(
            written.kept == [
                Instruction(query: "Who is Ann?", related: ["find"]),
                Instruction(query: "What of Bo?", related: ["find", "detail"]),
            ])
        #expect(written.dropped.isEmpty)
        #expect(written.problem == nil)
    }

    @Test func `asks once, with the whole documentation, three examples and a form of the set's tools`() async throws {
        let model = ScriptedModel(Self.answer(Self.query("Who is Ann?", "find")))

        _ = try await write(by: model)

        let request = try #require(model.asked.first)
        let told = request.messages.map(\.text).joined(separator: "\n")
        #expect(model.asked.count == 1)
        for tool in set.tools {
            #expect(told.contains("- \(tool.name): \(tool.description)\n  input: \(tool.inputSchema.compactText)"))
        }
        let shown = InstructionExample.pool(.multi).filter { told.contains($0.query) }
        #expect(shown.count == 3)
        #expect(!InstructionExample.pool(.single).contains { told.contains($0.query) })
        #expect(!told.contains("{{"), "Every place is filled.")
        #expect(request.answer?.name == "instructions")
        let items = request.answer?.schema["properties"]?["queries"]?["items"]?["properties"]
        #expect(items?["tools"]?["items"]?["enum"] == ["detail", "find"])
        #expect((request.maxTokens, request.temperature) == (900, 0.5))
        #expect(request.tools.isEmpty)
    }

    @Test func `drops what cannot be used, and says why`() async throws {
        let surplus = (1...11).map { Self.query("Query \($0)?", "detail") }
        let answer: JSON = [
            "queries": .array(
                [
                    Self.query("Who is Ann?", "find", "google"), Self.query("  ", "find"), Self.query("Why?"), 7,
                    Self.query("Query 1?", "find"),
                ] + surplus)
        ]

        let written = try await write(by: ScriptedModel(.json(answer.compactText)))

        #expect(written.kept.map(\.query) == (1...10).map { "Query \($0)?" })
        #expect(written.kept.first?.related == ["find"])
        #expect(
            written.dropped.map(\.reason) == [
                .strangers(["google"]), .noQuery, .noTools, .noQuery, .repeated, .surplus,
            ])
        #expect(written.dropped.map(\.query) == ["Who is Ann?", "", "Why?", "", "Query 1?", "Query 11?"])
        #expect("\(written.dropped[0].reason)" == "A query is about \"google\", which the set does not have.")
    }

    @Test func `asks again with the problem where nothing can be used, and in slots of their own`() async throws {
        let model = ScriptedModel(
            .words("Sure!"), Self.answer(Self.query("Who is Ann?", "google")),
            Self.answer(Self.query("Who is Ann?", "find")))
        let ledger = MemoryLedger()
        let meter = SpendingMeter()

        let written = try await write(by: model, ledger: ledger, meter: meter)
        let again = try await write(by: ScriptedModel(), ledger: ledger)

        #expect(written.kept.count == 1)
        #expect(again == written, "What was asked before comes out of the record.")
        let objections = model.asked.dropFirst().compactMap { $0.messages.last?.text }
        #expect(objections.count == 2)
        #expect(objections[0].contains("The answer has no JSON in it."))
        #expect(objections[1].contains("No query of it can be used. A query is about \"google\""))
        #expect(model.asked.map(\.messages.count) == [2, 4, 6])
        #expect(await meter.spending.modelCalls == 3)
    }

    @Test func `gives up after three questions`() async throws {
        let model = ScriptedModel(.json("[]"), .json("{"), .json(#"{"queries":[]}"#))

        let written = try await write(by: model)

        #expect(written.kept.isEmpty)
        #expect(written.problem == "No usable answer after 3 questions: No query of it can be used.")
        #expect(model.left == 0)
    }

    @Test(arguments: [
        (
            ScriptedModel.Line.words("", ending: .refused("I would rather not.")),
            "The model declined to write: I would rather not."
        ),
        (.words("", ending: .filtered), "The endpoint's content filter withheld the answer."),
        (
            .failure(.rejected(endpoint: "lab", status: 400, message: "too long")),
            "lab rejected the request (HTTP 400): too long"
        ),
    ])
    func `has no instructions where the answer is withheld`(line: ScriptedModel.Line, problem: String) async throws {
        let written = try await write(by: ScriptedModel(line))

        #expect(written.kept.isEmpty)
        #expect(written.problem == problem)
    }

    @Test func `says of an answer that was cut off that it is too long`() async throws {
        let model = ScriptedModel(
            .completion(.json(#"{"queries":[{"query":"Who"#, ending: .length)),
            Self.answer(Self.query("Who is Ann?", "find")))

        let written = try await write(by: model)

        #expect(written.kept.count == 1)
        #expect(model.asked.last?.messages.last?.text.contains("cut off at the limit of 900 tokens") == true)
    }

    @Test func `stops where no other question would be answered either`() async throws {
        let error = ModelError.keyRefused(endpoint: "lab", status: 401)

        await #expect(throws: error) { try await write(by: ScriptedModel(.failure(error))) }
    }
}

@Suite("The examples for instructions")
struct InstructionExampleTests {
    @Test(arguments: [(APISet.Scope.single, 12), (.multi, 36)])
    func `are as many as ToolBench has, and each about tools that it offers`(scope: APISet.Scope, count: Int) {
        let pool = InstructionExample.pool(scope)

        #expect(pool.count == count)
        #expect(Set(pool).count == count)
        for example in pool {
            let offered = Set(example.offered.map(\.name))
            #expect(!example.related.isEmpty && offered.isSuperset(of: example.related), "\(example.query)")
            #expect(!offered.contains { example.query.contains($0) }, "No tool is named: \(example.query)")
            #expect(example.offered.allSatisfy { !$0.purpose.isEmpty })
        }
    }
}
