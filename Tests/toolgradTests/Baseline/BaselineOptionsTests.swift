import Foundation
import Testing

@testable import toolgrad

@Suite("The options of a baseline", .timeLimit(.minutes(5)))
struct BaselineOptionsTests {
    @Test(arguments: [
        (["--model", "offline"], "--model rules, a solver without any"), (["--count", "0"], "--count is 0."),
        (["--count=-2"], "--count is -2."), (["--count", "-2"], "Missing value for '--count <count>'"),
        (["--base-url", "http://127.0.0.1:1"], "--base-url says where, but not what to ask for."),
        (["--list", "--show", "1"], "--list and --show are two things."), (["--study", "1a"], "Add --list or --show."),
        (["--method", "bfs"], "'dfs' and 'react'"), (["--max-cost", "0"], "Give dollars above 0"),
        (["--temperature", "3"], "from 0 to 2"), (["--judge-model", "rules"], "judges nothing"),
        (["--judge-solvable"], "--judge-solvable asks a judge, and none is named."),
        (["--list", "--answers", "x"], "Leave out --list."),
        (["--list", "--retry-failed"], "--retry-failed is for a baseline that is run. Leave out --list."),
        (["--show", "1", "--retry-failed"], "--retry-failed is for a baseline that is run. Leave out --show."),
        (["--model", " "], "--model names no model that could answer."), (["--concurrency", "2000"], "at most 1024."),
        (["--judge-model", "offline"], "--judge-model offline judges nothing"),
        (["--judge-base-url", "http://127.0.0.1:1/v1"], "Give --judge-model too."),
        (["--max-calls", "0"], "--max-calls is 0. Give a number of at least 1."),
        (["--max-seconds", "0"], "--max-seconds is 0."), (["--max-run-tokens", "0"], "--max-run-tokens is 0."),
    ])
    func `says what is wrong with its options`(arguments: [String], words: String) {
        do {
            _ = try BaselineCommand.parse(arguments)
            Issue.record("\(arguments) were taken.")
        } catch {
            #expect(BaselineCommand.message(for: error).contains(words))
        }
    }

    @Test func `asks for a model where none is named, and begins no dataset`() async throws {
        let program = try Program()
        defer { program.clean() }

        let none = try await program.run("baseline", "--dataset", program.file("b.toolgrad"))
        let grown = try await program.run("generate", "--model", "rules", "--dataset", program.file("b.toolgrad"))

        #expect(none.status == 1 && none.errors.contains("--model rules is a solver without any"), "\(none.errors)")
        #expect(grown.status == 1 && grown.errors.contains("is for baseline, evaluate and compare"), "\(grown.errors)")
        #expect(!FileManager.default.fileExists(atPath: program.file("b.toolgrad")))
    }
}
