import Engine
import Evaluation
import Foundation
import MCPTools
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Models and tools of an evaluation")
struct EvaluationModelsTests {
    private func models(
        _ arguments: String..., variables: [String: String] = [:], settings: String = ""
    ) async throws -> EvaluationModels {
        let program = try Program()
        defer { program.clean() }
        let folder = program.folder.appendingPathComponent("toolgrad")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try settings.write(to: folder.appendingPathComponent("config.toml"), atomically: true, encoding: .utf8)
        let surroundings = Surroundings.read(
            ["HOME": program.folder.path, "XDG_CONFIG_HOME": program.folder.path].merging(variables) { $1 })
        let options = try AnsweringOptions.parse(arguments)
        return try await surroundings.models(options, answering: options.asking.wish)
    }

    @Test func `are the rules, which cost nothing`() async throws {
        let models = try await models("--model", "rules", "--max-cost", "0.01")

        #expect(models.answering?.name == "rules")
        #expect(models.answering?.identity == RuleBasedSolver.identity)
        #expect(models.judging == nil)
        let price = try #require(models.prices[model: "rules"])
        #expect(price.cost(of: TokenUsage(prompt: 1_000_000, completion: 1_000_000)) == .zero)
    }

    @Test func `are asked where options say, and the judge somewhere else`() async throws {
        let models = try await models(
            "--model", "a/b", "--base-url", "http://127.0.0.1:1/v1", "--judge-model", "j", "--judge-base-url",
            "http://127.0.0.1:2/v1")

        #expect(models.answering?.name == "a/b", "With an address a name is taken whole.")
        #expect(models.judging?.name == "j")
    }

    @Test func `are that of config toml where none is named`() async throws {
        let models = try await models(
            settings: """
                model = "local/qwen"
                [endpoints.local]
                base_url = "http://127.0.0.1:1/v1"
                """)

        #expect(models.answering?.name == "qwen")
    }

    @Test func `named rules at an address are a model like others, of no known price`() async throws {
        let models = try await models("--model", "rules", "--base-url", "http://127.0.0.1:1/v1")

        #expect(models.answering?.identity.hasPrefix("rules at http") == true)
        #expect(models.prices[model: "rules"] == nil)
    }

    @Test func `need prices for a limit in dollars`() async throws {
        let problem = await #expect(throws: UnknownPrices.self) {
            try await models(
                "--model", "a", "--base-url", "http://127.0.0.1:1/v1", "--judge-model", "j", "--judge-base-url",
                "http://127.0.0.1:1/v1", "--max-cost", "1")
        }

        #expect(problem?.models == ["a", "j"])
    }

    @Test func `need a key where the endpoint is another machine`() async throws {
        await #expect(throws: EndpointProblem.self) { try await models("--model", "gpt-4.1-mini") }
    }

    @Test(arguments: [
        (["--model", "offline"], "--model names no model that could answer."),
        (["--judge-model", " "], "--judge-model names no model that could answer."),
        (["--judge-base-url", "http://127.0.0.1:1/v1"], "Give --judge-model too."),
        (["--model", "m", "--base-url", "ftp://x"], "--base-url cannot be used"),
        (["--judge-solved"], "--judge-solved asks a judge, and none is named. Give --judge-model too."),
        (["--concurrency", "0"], "--concurrency is 0. Give a number of at least 1, at most 1024."),
        (["--max-model-calls", "0"], "--max-model-calls is 0. Give a number of at least 1."),
        (["--max-run-tokens", "0"], "--max-run-tokens is 0."), (["--answer-tokens", "0"], "--answer-tokens is 0."),
        (["--temperature", "3"], "--temperature is 3.0. Give a number from 0 to 2."),
        (["--max-cost", "free"], "--max-cost is free. Give dollars above 0, as in 2.50."),
    ])
    func `are named in ways that make sense`(arguments: [String], words: String) {
        let error = #expect(throws: (any Error).self) { try AnsweringOptions.parse(arguments) }

        let message = error.map { AnsweringOptions.message(for: $0) } ?? ""
        #expect(message.contains(words), "\(message)")
    }

    @Test func `answer from the record where the samples are of other tools, and live where asked`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let items = try await examples.items()
        let surroundings = Surroundings.read(["HOME": program.folder.path])
        let none = try ToolOptions.parse([])

        let usual = try await surroundings.tools(nil, none, for: items, in: examples.dataset)
        let live = try await surroundings.tools(.live, none, for: items, in: examples.dataset)
        let demo = try await surroundings.tools(
            nil, try ToolOptions.parse(["--demo-tools"]), for: items, in: examples.dataset)

        #expect(usual.answering == .recorded)
        #expect(usual.live.library.tools.map(\.name) == ["forecast", "geocode"])
        #expect(usual.notices.last?.hasPrefix("Calls are answered from the dataset's record;") == true)
        #expect(live.answering == .live)
        #expect(live.live.library["city_lookup"] != nil)
        #expect(demo.answering == .live)
    }

    @Test func `answer live where every item is about the demo tools`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let demo = try await LiveTools.demo().library
        let tool = try #require(demo["city_lookup"])
        let ids = try await samples.store(
            SampleBuilder(query: "Where is Oslo?", response: "In Norway.").tool(tool)
                .step("city_lookup", ["name": "Oslo"], gives: "{}"))
        for id in ids { try await samples.decide(id, .accept) }
        let items = try await EvaluationItems(try ItemOptions.parse([]), in: samples.dataset)

        let tools = try await Surroundings.read(["HOME": program.folder.path]).tools(
            nil, try ToolOptions.parse([]), for: items, in: samples.dataset)

        #expect(items.tasks.map(\.truth.category) == [.single])
        #expect(tools.answering == .live)
    }
}
