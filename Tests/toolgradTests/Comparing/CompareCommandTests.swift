import Engine
import Evaluation
import FaultServer
import Foundation
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Comparing from the command line", .timeLimit(.minutes(5)))
struct CompareCommandTests {
    /// Two samples of two iterations for each method.
    private func compare(_ server: FaultServer, _ program: Program, _ more: String...) throws -> Program.Running {
        try program.start(
            [
                "compare", "--count", "2", "--concurrency", "1", "--iterations", "2", "--batch", "1000", "--model",
                "good", "--base-url", server.baseURL, "--dataset", program.file("a.toolgrad"),
            ] + more)
    }

    @Test func `all four methods on one model, and again from what is stored without asking`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { Behaviour.goodAnswerToAll($0) }

        let made = await (try compare(server, program, "--json")).ending()
        let asked = server.requests.count
        let again = await (try compare(server, program, "--json")).ending()
        let stored = try await program.run(
            "compare", "--only-stored", "--json", "--dataset", program.file("a.toolgrad"))
        let total = server.requests.count
        await server.stop()

        #expect(made.status == 0, "\(made.errors)")
        let columns = try #require(try JSON(parsing: made.output)["columns"]?.array)
        #expect(columns.map { $0["method"]?.string } == ["lean", "paper", "dfs", "react"])
        #expect(columns.map { $0["samples"]?.int } == [2, 2, 2, 2])
        #expect(columns.map { $0["passed"]?["count"]?.int } == [2, 2, 2, 2])
        // Lean: two iterations of two questions, and one at the end. Paper: two iterations of a proposal, two turns, a
        // selection and a draft. Query first: a search of two questions; the one that wrote ten instructions is whole,
        // so the first of them bears it.
        let calls = columns.compactMap { $0["per_sample"]?["model_calls"]?["value"]?.double }
        #expect(calls.prefix(2) == [5, 10], "\(calls)")
        #expect(calls.suffix(2) == [2.5, 2.5], "\(calls)")
        #expect(columns.map { $0["per_sample"]?["cost_usd"]?["value"] } == [.null, .null, .null, .null])
        #expect(Set(columns.map { $0["tools"]?.string }).count == 1)
        #expect(!made.output.contains("Not the same"))
        #expect(again.status == 0 && again.output == made.output)
        #expect(total == asked, "What is stored is not asked again.")
        #expect(try JSON(parsing: stored.output)["columns"] == .array(columns))
    }

    @Test func `one that was killed goes on, and asks nothing again that was answered`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { .after(.milliseconds(30), .goodAnswerToAll($0)) }

        for _ in 1...3 {
            let begun = server.requests.count
            let running = try compare(server, program, "--method", "react,dfs")
            while server.requests.count < begun + 2 { try await Task.sleep(for: .milliseconds(2)) }
            running.kill()
            _ = await running.ending()
        }
        let finished = await (try compare(server, program, "--method", "react,dfs")).ending()
        let asked = server.requests.count
        await server.stop()

        #expect(finished.status == 0, "\(finished.errors)")
        #expect((10...13).contains(asked), "One question and two searches of two, twice; one more a kill: \(asked).")
    }

    @Test func `without a model the offline planner and the rules take their places, and the table says so`()
        async throws
    {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run(
            "compare", "--count", "2", "--iterations", "3", "--dataset", program.file("a.toolgrad"))
        let markdown = try await program.run(
            "compare", "--only-stored", "--markdown", "--published", "--dataset", program.file("a.toolgrad"))

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("answer-first   query-first"))
        #expect(ending.output.contains("offline        dfs            react"))
        #expect(ending.output.contains("  - Not the same model: offline: offline; dfs: rules/1; react: rules/1."))
        #expect(markdown.output.hasPrefix("|  | offline (answer-first) | dfs (query-first) | react (query-first) | "))
        #expect(markdown.output.contains("arXiv 2508.04086v1"))
        #expect(markdown.output.contains("| model calls, per sample | 0.00 | 0.00 | 0.00 |"), "\(markdown.output)")
    }

    @Test func `the paper's own figures are shown beside what is there, and nothing is made`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("a.toolgrad")
        let made = try await program.run(
            "compare", "--count", "1", "--iterations", "2", "--method", "react", "--dataset", file)

        let shown = try await program.run("compare", "--published", "--count", "3", "--json", "--dataset", file)
        let none = try await program.run("compare", "--published", "--method", "offline", "--dataset", file)

        #expect(made.status == 0, "\(made.errors)")
        #expect(shown.status == 0, "\(shown.errors)")
        let table = try JSON(parsing: shown.output)
        #expect(table["columns"]?.array?.map { $0["method"] } == ["react"])
        #expect(table["columns"]?[0]?["samples"] == 1)
        #expect(table["published"]?.array?.isEmpty == false)
        #expect(none.status == 1 && none.errors.contains("Leave out --published to make it."), "\(none.errors)")
    }

    @Test func `a limit ends a method, and the table has what was made`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { Behaviour.goodAnswerToAll($0) }

        let ending = await (try compare(server, program, "--method", "react,lean", "--max-model-calls", "3")).ending()
        await server.stop()
        let stored = try await program.run(
            "compare", "--only-stored", "--json", "--dataset", program.file("a.toolgrad"))

        #expect(ending.status == 3, "\(ending.errors)")
        #expect(ending.output.contains("react has 1 of 2 samples: the limit of model calls"), "\(ending.output)")
        #expect(
            ending.errors.contains(
                "react is not complete: the limit of model calls was met. With a higher one, react goes on."))
        #expect(
            ending.errors.contains(
                "lean is not complete: the limit of model calls was met. Limits are part of a run: with other limits "
                    + "lean begins anew."), "\(ending.errors)")
        let notes = try JSON(parsing: stored.output)["notes"]?.array ?? []
        #expect(notes.contains("react has 1 of 2 samples.") && notes.contains("lean has 0 of 2 samples."), "\(notes)")
    }

    @Test(arguments: [
        (
            ["--method", "lean"], 1,
            "lean asks a model, and none is named. Name one with --model, or take --method offline."
        ),
        (["--only-stored"], 1, "There is no dataset at "),
        (["--published"], 1, "There is no dataset at "),
        (["--published", "--retry-failed"], 64, "--retry-failed asks again, and --published asks nothing."),
        (["--json", "--markdown"], 64, "--json and --markdown are two ways to print."),
        (["--strategy", "lean", "--model", "m"], 64, "compare has both strategies. Choose with --method"),
        (["--method", "beam"], 64, "beam"),
        (["--temperature", "1"], 1, "--temperature is for models"),
    ])
    func `says what is wrong with the options`(options: [String], status: Int32, words: String) async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run(["compare", "--dataset", program.file("a.toolgrad")] + options)

        #expect(ending.status == status)
        #expect(ending.errors.contains(words), "\(ending.errors)")
        #expect(!FileManager.default.fileExists(atPath: program.file("a.toolgrad")))
    }

    @Test func `says when the dataset has nothing that was asked for`() async throws {
        let program = try Program()
        defer { program.clean() }
        _ = try StoredSamples(in: program)

        let ending = try await program.run(
            "compare", "--only-stored", "--seed", "9", "--model", "gpt", "--dataset", program.file("a.toolgrad"))

        #expect(ending.status == 1)
        #expect(
            ending.errors.contains(
                "The dataset has nothing to compare with seed 9 by gpt. Leave out --only-stored to make it."))
    }
}
