import ArgumentParser
import Engine
import Foundation
import Testing

@testable import toolgrad

@Suite("The options for models")
struct ModelOptionsTests {
    /// What is wrong with arguments; nil when nothing is.
    private func problem(_ arguments: String...) -> String? {
        do {
            _ = try ModelOptions.parse(arguments)
            return nil
        } catch {
            return ModelOptions.message(for: error)
        }
    }

    private func choice(_ models: String...) throws -> ModelChoice? {
        let endpoint = "endpoints.a.base_url = \"http://127.0.0.1:1\""
        let names = zip(["propose", "execute", "select", "synthesise"], models).map { "models.\($0) = \"a/\($1)\"" }
        let text = ([endpoint, "model = \"a/\(models[0])\""] + names).joined(separator: "\n")
        let settings = try Settings.read(text: text, file: "config.toml").models
        return try ModelChoice.resolve(ModelWish(), settings, ModelEnvironment(environment: [:]))
    }

    private let price = Price(input: Money(nanodollars: 1), output: Money(nanodollars: 2))

    @Test func `change nothing of a plan unless they are given`() throws {
        let options = try ModelOptions.parse([])

        #expect(options.applied(to: .demo(seed: 3)) == .demo(seed: 3))
        #expect(options.answerTokens == 4096)
        #expect(options.endpoint.wish == ModelWish())
    }

    @Test func `are all read`() throws {
        let options = try ModelOptions.parse([
            "--model", "local/gemma", "--strategy", "paper", "--max-model-calls", "7", "--max-run-tokens", "9000",
            "--max-cost", "2.50", "--answer-tokens", "128", "--temperature", "0.7", "--prompts", "mine",
        ])

        let plan = options.applied(to: .demo(seed: 3))
        #expect(options.endpoint.wish == ModelWish(model: "local/gemma"))
        #expect(plan.strategy == .paper)
        #expect(
            plan.budget == Budget(modelCalls: 7, tokens: 9000, money: Money(nanodollars: 2_500_000_000)))
        #expect((options.answerTokens, options.temperature, options.prompts) == (128, 0.7, "mine"))
    }

    @Test func `keep the other limits of a plan`() throws {
        var plan = Plan.demo(seed: 1)
        plan.budget.toolCalls = 5

        #expect(try ModelOptions.parse(["--max-cost", "1"]).applied(to: plan).budget.toolCalls == 5)
    }

    @Test func `say what is wrong with them`() {
        #expect(
            problem("--base-url", "http://127.0.0.1:1")?.contains(
                "--base-url says where, but not what to ask for. Give --model too.") == true)
        #expect(
            problem("--model", "m", "--base-url", "127.0.0.1")?.contains(
                "--base-url cannot be used: The base URL has no scheme.") == true)
        #expect(problem("--model", " ")?.contains("--model is empty, or has blanks around it.") == true)
        #expect(
            problem("--max-model-calls", "0")?.contains("--max-model-calls is 0. Give a number of at least 1.") == true)
        #expect(
            problem("--max-run-tokens", "0")?.contains("--max-run-tokens is 0. Give a number of at least 1.") == true)
        #expect(problem("--answer-tokens", "0")?.contains("--answer-tokens is 0. Give a number of at least 1.") == true)
        #expect(problem("--answer-tokens", "1000001")?.contains("Give a number of at most 1000000.") == true)
        #expect(problem("--temperature", "2.1")?.contains("--temperature is 2.1. Give a number from 0 to 2.") == true)
        #expect(problem("--temperature", "nan")?.contains("Give a number from 0 to 2.") == true)
        for cost in ["0", "-1", "1e3", "two", "1.0000000001"] {
            #expect(problem("--max-cost=\(cost)")?.contains("Give dollars above 0, as in 2.50.") == true, "\(cost)")
        }
        #expect(problem("--strategy", "fast")?.contains("Please provide one of 'lean' and 'paper'.") == true)
    }

    @Test func `need every price for a limit in money`() throws {
        let options = try ModelOptions.parse(["--max-cost", "1"])
        let choice = try choice("m", "n", "m", "o")

        let error = #expect(throws: UnknownPrices.self) { try options.check(choice, prices: PriceTable(["n": price])) }

        #expect(error == UnknownPrices(models: ["m", "o"]))
        #expect(
            error?.description.hasPrefix("--max-cost cannot hold: the price of \"m\" and \"o\" is not known.") == true)
        #expect(error?.description.contains("[prices.\"o\"]\ninput = ") == true)
        #expect(throws: Never.self) {
            try options.check(choice, prices: PriceTable(["m": price, "n": price, "o": price]))
        }
    }

    @Test func `need no price without one`() throws {
        let options = try ModelOptions.parse(["--max-run-tokens", "1"])

        #expect(throws: Never.self) { try options.check(try choice("m"), prices: PriceTable()) }
    }

    @Test(arguments: [
        ["--strategy", "lean"], ["--max-model-calls", "1"], ["--max-run-tokens", "1"], ["--max-cost", "1"],
        ["--answer-tokens", "5"], ["--temperature", "0"], ["--prompts", "p"],
    ])
    func `are refused where no model is asked`(arguments: [String]) throws {
        let options = try ModelOptions.parse(arguments)

        let error = #expect(throws: CommandFailure.self) { try options.check(nil, prices: PriceTable()) }

        #expect(
            error?.description.hasPrefix("\(arguments[0]) is for models, and the offline planner asks none.") == true)
    }
}

@Suite("The prompts of the user", .timeLimit(.minutes(2)))
struct ModelOptionsPromptTests {
    @Test func `are exported, checked, and take the places of ours`() async throws {
        let program = try Program()
        defer { program.clean() }
        let folder = program.file("mine")

        let exported = try await program.run("prompts", "export", folder)
        let same = try await program.run("prompts", "check", folder)
        let file = folder + "/select.md"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try (text + "Be brief.\n").write(toFile: file, atomically: true, encoding: .utf8)
        try "x".write(toFile: folder + "/notes.txt", atomically: true, encoding: .utf8)
        let changed = try await program.run("prompts", "check", folder)

        #expect([exported, same, changed].map(\.status) == [0, 0, 0], "\(changed.errors)")
        #expect(same.output.split(separator: "\n").count == PromptSet.names.count)
        #expect(same.output.split(separator: "\n").allSatisfy { $0.hasSuffix(": the same as ours") })
        #expect(changed.output.contains("select.md: replaces ours\n"))
        #expect(changed.output.contains("notes.txt: not read, since it is no .md\n"))
        #expect(try PromptFolder(path: folder).prompts().text(of: "select") == text + "Be brief.\n")
        #expect(try PromptFolder(path: folder).prompts().contentHash != PromptSet.embedded.contentHash)
    }

    @Test func `are all told when they cannot be used`() async throws {
        let program = try Program()
        defer { program.clean() }
        let folder = program.file("mine")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "# system\n{{nothing}}\n# user\nx".write(
            toFile: folder + "/select.md", atomically: true, encoding: .utf8)
        try "# user\nx".write(toFile: folder + "/sellect.md", atomically: true, encoding: .utf8)

        let checked = try await program.run("prompts", "check", folder)

        #expect(checked.status == 1)
        #expect(checked.output.contains("select.md has the placeholder {{nothing}}"))
        #expect(checked.output.contains("There is no prompt sellect."))
        #expect(checked.errors.contains("files: 2, problems: 2"))
        let error = #expect(throws: CommandFailure.self) { try PromptFolder(path: folder).prompts() }
        #expect(error?.description.contains("toolgrad prompts check") == true)
    }

    @Test func `are not written over`() async throws {
        let program = try Program()
        defer { program.clean() }
        let folder = program.file("mine")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "mine".write(toFile: folder + "/select.md", atomically: true, encoding: .utf8)

        let exported = try await program.run("prompts", "export", folder)

        #expect(exported.status == 1)
        #expect(exported.errors.contains("select.md is there already."))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["select.md"])
    }

    @Test func `are listed and shown as they are`() async throws {
        let program = try Program()
        defer { program.clean() }

        let listed = try await program.run("prompts")
        let shown = try await program.run("prompts", "show", "synthesise")
        let none = try await program.run("prompts", "show", "sing")

        #expect(listed.output.split(separator: "\n").count == PromptSet.names.count)
        #expect(listed.output.contains("synthesise     {{steps}} {{form}}\n"))
        #expect(shown.output == PromptSet.embedded.text(of: "synthesise"))
        #expect(none.status == 1)
        #expect(none.errors.contains("There is no prompt sing."))
    }
}
