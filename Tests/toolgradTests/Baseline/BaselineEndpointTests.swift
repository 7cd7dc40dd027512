import DemoTools
import Engine
import Evaluation
import FaultServer
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Baselines by one model name from the command line", .timeLimit(.minutes(5)))
struct BaselineEndpointTests {
    private static let plan = BaselinePlan(method: .dfs, seed: 1)
    private static let tools = DemoTools().tools()

    /// Stores a baseline of so many samples, under the model's name as its plan has it.
    private func store(_ count: Int, of wanted: Int?, by model: String, in dataset: Dataset) async throws {
        let id = Self.plan.id(model: model, library: Self.tools)
        try await dataset.beginStudy(
            id, kind: .baseline, name: "dfs by good", plan: Self.plan.json(model: model, library: Self.tools),
            at: Timestamp(microseconds: 0))
        if let wanted { try await dataset.want(wanted, of: id) }
        for index in 1...count {
            let sample = BaselineSample(
                index: index, method: .dfs, instruction: Instruction(query: "Query \(index)?", related: []),
                offered: [],
                result: SearchResult(
                    ending: .answered("Yes."), tree: AnswerNode(.root, depth: 0, number: 0), queries: 1, steps: [],
                    messages: [], spending: Spending()),
                spending: Spending())
            try await dataset.saveItem(try JSON(encoding: sample), index: index, of: id, at: Timestamp(microseconds: 0))
        }
    }

    private func program() async throws -> Program {
        let program = try Program()
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        try await store(2, of: nil, by: "good", in: dataset)
        try await store(3, of: 5, by: "good at http://127.0.0.1:1/v1", in: dataset)
        try await store(4, of: 4, by: "good at http://127.0.0.1:2/v1", in: dataset)
        try dataset.close()
        return program
    }

    @Test func `are listed with what tells them apart, and with what was wanted`() async throws {
        let program = try await program()
        defer { program.clean() }

        let listed = try await program.run("baseline", "--list", "--dataset", program.file("a.toolgrad"))
        let lines = try await program.run("baseline", "--list", "--json", "--dataset", program.file("a.toolgrad"))

        let heads = listed.output.split(separator: "\n").filter { $0.contains("dfs by good") }.map(String.init)
        #expect(
            heads.map { $0.drop { $0 != " " } } == [
                "  dfs by good  2 samples, 2 answered, model good",
                "  dfs by good  3 of 5 samples, 3 answered, model good at http://127.0.0.1:1/v1",
                "  dfs by good  4 samples, 4 answered, model good at http://127.0.0.1:2/v1",
            ], "\(listed.output)\(listed.errors)")
        let samples = try lines.output.split(separator: "\n").map { try JSON(parsing: String($0)) }
        #expect(Set(samples.map { $0["model"]?.string }) == ["good"])
        #expect(
            samples.map { $0["endpoint"]?.string }
                == [nil, nil] + Array(repeating: "http://127.0.0.1:1/v1", count: 3)
                + Array(repeating: "http://127.0.0.1:2/v1", count: 4))
    }

    @Test func `are compared one at a time, the newest or that of an endpoint`() async throws {
        let program = try await program()
        defer { program.clean() }
        func compare(_ more: String...) async throws -> Program.Ending {
            try await program.run(
                ["compare", "--only-stored", "--json", "--model", "good", "--dataset", program.file("a.toolgrad")]
                    + more)
        }

        let newest = try await compare()
        let first = try await compare("--base-url", "http://127.0.0.1:1/v1/")
        let none = try await compare("--base-url", "http://127.0.0.1:3/v1")
        let other = try await compare("--seed", "9")

        #expect(
            newest.errors.contains(
                "2 others are left out: the newest of each method; choose with --seed, --model and --base-url."),
            "\(newest.errors)")
        let columns = try [newest, first].map { try JSON(parsing: $0.output) }
        #expect(columns.map { $0["columns"]?[0]?["samples"]?.int } == [4, 3])
        #expect(columns.map { $0["columns"]?[0]?["endpoint"] } == ["http://127.0.0.1:2/v1", "http://127.0.0.1:1/v1"])
        #expect(columns[1]["notes"]?.array?.contains("dfs has 3 of 5 samples.") == true)
        #expect(other.status == 1)
        #expect(
            other.errors.contains(
                "with seed 9 by good. It has seed 1: give that with --seed, or leave out --only-stored to make it."),
            "\(other.errors)")
        #expect(none.status == 1)
        #expect(
            none.errors.contains("nothing to compare with seed 1 by good at http://127.0.0.1:3/v1."), "\(none.errors)")
    }

    @Test func `begin anew beside one of an earlier version, and say so`() async throws {
        let program = try Program()
        defer { program.clean() }
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        try await store(2, of: nil, by: "good", in: dataset)
        let older = Self.plan.id(model: "good", library: Self.tools)
        try dataset.close()
        let server = try await FaultServer.start { .searchAnswer(to: $0) }

        let made = try await program.run(
            "baseline", "--model", "good", "--base-url", server.baseURL, "--count", "2", "--dataset",
            program.file("a.toolgrad"))
        let asked = server.requests.count
        await server.stop()

        #expect(made.status == 0, "\(made.errors)")
        #expect(asked == 5, "One question for the instructions and two for each search.")
        #expect(
            made.errors.contains(
                "The baseline \(older) has the same plan and a model of the same name, and an earlier version did not "
                    + "note its endpoint. It stays as it is; this one begins anew and is paid for anew, limits "
                    + "included.\n"), "\(made.errors)")
    }
}
