import Engine
import FaultServer
import Foundation
import Review
import Synchronization
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Checking from the command line", .timeLimit(.minutes(5)))
struct CheckCommandTests {
    /// What a judge says that finds a wrong tool at step 1, and nothing else.
    private static let verdicts: JSON = .object(
        JSON.Object(
            JudgedCheck.allCases.map { check in
                let verdict: JSON =
                    check == .wrongTool
                    ? ["verdict": "problem", "target": "step 1", "evidence": "geocode, where forecast takes names"]
                    : ["verdict": "ok", "target": "query", "evidence": ""]
                return .init(key: check.name, value: verdict)
            }))

    private static func reply(_ content: String) -> Behaviour {
        let reply: JSON = [
            "id": "chatcmpl-1", "object": "chat.completion", "model": "good",
            "choices": [
                ["index": 0, "message": ["role": "assistant", "content": .string(content)], "finish_reason": "stop"]
            ],
            "usage": ["prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120],
        ]
        return .json(reply.compactText)
    }

    private static let judging = reply(verdicts.compactText)

    /// Three samples that no check minds.
    private func store(in program: Program) async throws -> StoredSamples {
        let samples = try StoredSamples(in: program)
        try await samples.store(.warmth(of: "Oslo"), .warmth(of: "Bergen", index: 2), .warmth(of: "Lima", index: 3))
        return samples
    }

    private func judge(_ program: Program, _ server: FaultServer, _ more: String...) async throws -> Program.Ending {
        try await program.run(
            [
                "check", "--dataset", program.file("a.toolgrad"), "--judge", "--model", "good", "--base-url",
                server.baseURL,
            ] + more)
    }

    private func row(_ check: String, in text: String) -> [String] {
        let line = text.split(separator: "\n").first { $0.hasPrefix("\(check) ") } ?? ""
        return line.split(separator: " ").prefix(7).map(String.init)
    }

    @Test func `judged checks have dashes where no model has judged`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)

        let ending = try await program.run("check", "--dataset", samples.path, "--severity", "warning")

        #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
        #expect(row("wrong_tool", in: ending.output) == ["wrong_tool", "llm", "–", "–", "–", "–", "3"])
        #expect(row("leaks_tools", in: ending.output) == ["leaks_tools", "lint", "0", "0", "0", "0", "0"])
        #expect(ending.output.contains("No sample has a verdict of a model (llm)"))
    }

    @Test func `a model judges once, and its findings are counted from then on`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)
        let server = try await FaultServer.start { _ in Self.judging }

        let first = try await judge(program, server, "--severity", "warning")
        let asked = server.requests.count
        let again = try await judge(program, server)
        let askedAgain = server.requests.count
        await server.stop()
        let later = try await program.run("check", "--dataset", samples.path, "--json")
        let listed = try await program.run("show", "--dataset", samples.path, "--filter", "check:wrong_tool")

        #expect(first.status == 1, "A warning of a model fails a check at that severity.")
        #expect(first.errors.contains("good judged 3 samples."), "\(first.errors)")
        #expect(first.errors.contains("Spent 3 requests, 300 tokens in, 60 out, a cost that is not known"))
        #expect(row("wrong_tool", in: first.output) == ["wrong_tool", "llm", "3", "0", "3", "0", "0"])
        #expect(row("unnatural", in: first.output) == ["unnatural", "llm", "0", "0", "0", "0", "0"])
        #expect(first.output.contains("3 of 3 samples have the verdict of a model (llm): good."))
        #expect(asked == 3 && askedAgain == 3)
        #expect(again.status == 0, "A model finds no errors.")
        #expect(
            again.errors.contains("3 samples had been judged before") && again.errors.contains("Nothing was asked."))
        let lines = try later.output.split(separator: "\n").map { try JSON(parsing: String($0)) }
        #expect(lines.count == 3 && lines.allSatisfy { $0["judged"]?["by"] == "good" })
        #expect(lines.first?["findings"]?.array?.contains { $0["by"] == "llm" } == true, "\(later.output)")
        #expect(listed.output.split(separator: "\n").count == 3, "\(listed.output)")
    }

    @Test func `a judgement of an older text is told, and asked for anew`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)
        let server = try await FaultServer.start { _ in Self.judging }
        _ = try await judge(program, server)
        try await samples.decide(SampleBuilder.warmth(of: "Oslo").id, .edit(.query("How warm is Oslo today?")))

        let stale = try await program.run("check", "--dataset", samples.path)
        let anew = try await judge(program, server)
        let asked = server.requests.count
        await server.stop()

        #expect(row("wrong_tool", in: stale.output) == ["wrong_tool", "llm", "2", "0", "2", "0", "1"])
        #expect(stale.output.contains("1 sample edited since a model judged"))
        #expect(asked == 4)
        #expect(row("wrong_tool", in: anew.output) == ["wrong_tool", "llm", "3", "0", "3", "0", "0"])
    }

    @Test func `a sample whose question fails is named and stays without a verdict`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)
        let server = try await FaultServer.start { request in
            request.bodyText.contains("Bergen")
                ? .json(#"{"error":{"message":"too long \u202e","type":"x"}}"#, status: 400)
                : request.bodyText.contains("Lima") ? Self.reply("I would rather not say.") : Self.judging
        }

        let ending = try await judge(program, server, "--concurrency", "1")
        await server.stop()

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.errors.contains("good judged 1 sample; 2 samples got no verdict."), "\(ending.errors)")
        #expect(ending.errors.contains("s-00002 has no verdict: ") && ending.errors.contains("too long ‹U+202E›"))
        #expect(ending.errors.contains("s-00003 has no verdict: No usable answer after 3 questions"))
        #expect(row("wrong_tool", in: ending.output) == ["wrong_tool", "llm", "1", "0", "1", "0", "2"])
        #expect(try await samples.dataset.judgements(of: SampleBuilder.warmth(of: "Lima", index: 3).id).isEmpty)
    }

    @Test func `what every further question would meet too stops judging, and what was judged is kept`() async throws {
        let program = try Program()
        defer { program.clean() }
        _ = try await store(in: program)
        let server = try await FaultServer.start { request in
            request.index == 0
                ? Self.judging
                : .json(#"{"error":{"message":"Incorrect API key","code":"invalid_api_key"}}"#, status: 401)
        }

        let ending = try await judge(program, server, "--concurrency", "1")
        let asked = server.requests.count
        await server.stop()

        #expect(ending.status == 1)
        #expect(ending.errors.contains("good judged 1 sample."), "\(ending.errors)")
        #expect(ending.errors.contains("refused the API key (HTTP 401)"))
        #expect(asked == 2)
    }

    @Test func `a limit of requests holds, and its code says so`() async throws {
        let program = try Program()
        defer { program.clean() }
        _ = try await store(in: program)
        let server = try await FaultServer.start { _ in Self.judging }

        let limited = try await judge(program, server, "--max-model-calls", "2")
        let asked = server.requests.count
        let rest = try await judge(program, server, "--max-model-calls", "2")
        let refused = try await judge(program, server, "--max-cost", "0.50")
        await server.stop()

        #expect(limited.status == 3, "\(limited.errors)")
        #expect(limited.errors.contains("The limit of 2 requests is met"))
        #expect(asked == 2)
        #expect(rest.status == 0 && rest.errors.contains("good judged 1 sample; 2 samples had been judged before."))
        #expect(refused.status == 1)
        #expect(refused.errors.contains(#"the price of "good" is not known"#), "\(refused.errors)")
    }

    @Test func `an interrupt stops judging and keeps what is done`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)
        let server = try await FaultServer.start { request in
            request.index == 0 ? Self.judging : .after(.seconds(60), Self.judging)
        }

        let running = try program.start([
            "check", "--dataset", samples.path, "--judge", "--model", "good", "--base-url", server.baseURL,
            "--concurrency", "1",
        ])
        while server.requests.count < 2 { try await Task.sleep(for: .milliseconds(10)) }
        running.interrupt()
        let ending = await running.ending()
        await server.stop()

        #expect(ending.status == 128 + SIGINT, "\(ending.errors)")
        #expect(ending.errors.contains("good judged 1 sample.") && ending.errors.contains("Stopped; nothing is lost."))
        let kept = try await samples.dataset.judgements(of: SampleBuilder.warmth(of: "Oslo").id)
        #expect(kept.map(\.model) == ["good"])
    }

    @Test func `a filter that lets nothing through is told, and fails only where a threshold was given`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)
        let arguments = ["check", "--dataset", samples.path, "--filter", "status:accepted"]

        let plain = try await program.run(arguments)
        let strict = try await program.run(arguments + ["--threshold", "0.5"])

        #expect(plain.status == 0 && plain.output == "No sample matched, so there is nothing to check.\n")
        #expect(strict.status == 1 && strict.output == plain.output)
    }

    @Test(arguments: [
        (["--model", "good"], "--model is for --judge"), (["--max-cost", "1"], "--max-cost is for --judge"),
        (["--judge", "--model", "offline"], "--model names no model that could judge"),
        (["--judge", "--base-url", "http://127.0.0.1:1/v1"], "Give --model too"),
        (["--judge", "--model", "x", "--concurrency", "0"], "--concurrency is 0"),
        (["--judge", "--examples"], "give one of them"), (["--threshold", "2"], "--threshold is 2.0"),
    ])
    func `options that cannot be meant are refused`(arguments: [String], words: String) async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run(["check"] + arguments)

        #expect(ending.status == 64)
        #expect(ending.errors.contains(words), "\(ending.errors)")
    }

    @Test func `a judge that nobody named is asked for`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)

        let ending = try await program.run("check", "--judge", "--dataset", samples.path)

        #expect(ending.status == 1 && ending.errors.contains("Name one with --model"), "\(ending.errors)")
    }

    @Test func `the examples say that judged checks are not measured`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run("check", "--examples")

        #expect(ending.status == 0)
        #expect(
            ending.output.contains(
                "are not measured: unnatural, ambiguous, wrong_tool, missing_step, incomplete."), "\(ending.output)")
    }

    @Test func `each sample is looked at once, and noted for lists`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)
        try await samples.store(.warmth(of: "Oslo", index: 4))
        #expect(try await samples.dataset.samplesWithoutFindings(limit: 9).count == 4)

        let some = try await program.run("check", "--dataset", samples.path, "--filter", "id:4", "--json")
        let waiting = try await samples.dataset.samplesWithoutFindings(limit: 9)

        #expect(some.output.contains("the same calls as s-00001"), "\(some.output)")
        #expect(!some.errors.contains("Checks: 4 samples"), "Those of the filter are looked at with the rest.")
        #expect(some.errors.contains("Checks: 3 samples to look at."), "\(some.errors)")
        #expect(waiting.isEmpty)
    }
}
