import Engine
import Evaluation
import FaultServer
import Foundation
import Review
import Synchronization
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("toolgrad evaluate", .timeLimit(.minutes(3)))
struct EvaluateCommandTests {
    @Test func `measures the rules on samples of the demo tools, without any model`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("a.toolgrad")
        _ = try await program.run(
            "generate", "--count", "3", "--iterations", "2", "--seed", "5", "--dataset", file)
        _ = try await program.run("decide", "--pending", "accept", "--dataset", file)

        let ending = try await program.run(
            "evaluate", "--model", "rules", "--dataset", file, "--save-predictions", program.file("p.jsonl"))
        let again = try await program.run("evaluate", "--model", "rules", "--dataset", file, "--json")
        let listed = try await program.run("evaluate", "--list", "--dataset", file)
        let shown = try await program.run("evaluate", "--show", "s-1", "--dataset", file)
        let compared = try await program.run(
            "evaluate", "--compare", "rules", program.file("p.jsonl"), "--dataset", file)

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.hasPrefix("rules   study "), "\(ending.output)")
        #expect(ending.output.contains("tool recall"))
        #expect(ending.errors.contains("Calls are answered by the tools themselves."))
        #expect(ending.errors.contains("3 predictions written to"))
        #expect(try JSON(parsing: again.output)["items"]?.int == 3)
        #expect(listed.output.contains(" of 3"), "\(listed.output)")
        #expect(shown.output.hasPrefix("s-00001   "), "\(shown.output)\(shown.errors)")
        #expect(compared.status == 0, "\(compared.errors)")
        #expect(compared.output.contains("3 items in both\n"), "\(compared.output)")
    }

    @Test func `says what to do where nothing is accepted`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store(.warmth(of: "Oslo"))

        let ending = try await program.run("evaluate", "--model", "rules", "--dataset", samples.path)

        #expect(ending.status == 1)
        #expect(ending.output.isEmpty)
        #expect(
            ending.errors.contains(
                "Nothing to evaluate: no sample is accepted. Accept some first, or use --include all."))
    }

    @Test(arguments: [
        (["--compare", "a"], "--compare takes two evaluations, and 1 are given."),
        (["--list", "--show", "s-1"], "Give one of --list and --show."),
        (["--of", "a"], "--of says which evaluation --show is about."),
        (["--predictions", "a", "--model", "m"], "--model has no use with --predictions"),
        (["--predictions", "a", "--max-cost", "1"], "--max-cost has no use with --predictions"),
        (["--list", "--tools", "live"], "--tools has no use with --list"),
        (["--list", "--retry-failed"], "--retry-failed has no use with --list"),
        (["--predictions", "a", "--retry-failed"], "--retry-failed has no use with --predictions"),
        (["--judge-model", "rules"], "--judge-model rules judges nothing"),
        (["--json", "--markdown"], "--json and --markdown exclude each other."),
        (["--max-cost=-1"], "--max-cost is"), (["--turns", "0"], "--turns is 0."),
        (["--base-url", "http://127.0.0.1:1/v1"], "--base-url says where, but not what to ask for."),
    ])
    func `refuses what makes no sense`(arguments: [String], words: String) {
        let error = #expect(throws: (any Error).self) { try EvaluateCommand.parse(arguments) }

        let message = error.map { EvaluateCommand.message(for: $0) } ?? ""
        #expect(message.contains(words), "\(message)")
    }

    @Test func `asks a model with the tools, answers its calls from the record, and counts what it took`() async throws
    {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let server = try await FaultServer.start { Behaviour.warmthAnswer(to: $0) }

        let ending = try await program.run(evaluate(examples, at: server))
        let asked = server.requests.count
        await server.stop()

        #expect(ending.status == 0, "\(ending.errors)")
        // Two samples of a chain are asked three times each; the parallel one twice.
        #expect(asked == 8)
        #expect(ending.output.hasPrefix("good   study "), "\(ending.output)")
        #expect(ending.output.contains("3 of 3 items right"), "\(ending.output)")
        #expect(ending.output.contains("Took 8 model calls, 6 tool calls, 960 tokens, a cost that is not known"))
        #expect(ending.errors.contains("Calls are answered from the dataset's record"))
    }

    @Test func `goes on after kill -9, and asks nothing again that was answered`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let server = try await FaultServer.start { .after(.milliseconds(80), .warmthAnswer(to: $0)) }

        for _ in 1...2 {
            let before = server.requests.count
            let running = try program.start(evaluate(examples, at: server))
            while server.requests.count < before + 3 { try await Task.sleep(for: .milliseconds(5)) }
            running.kill()
            _ = await running.ending()
        }
        let finished = try await program.run(evaluate(examples, at: server))
        let settled = server.requests.count
        let again = try await program.run(evaluate(examples, at: server))
        let requests = server.requests
        await server.stop()

        let bodies = Dictionary(requests.map { ($0.bodyText, 1) }, uniquingKeysWith: +)
        #expect(finished.status == 0, "\(finished.errors)")
        #expect(finished.output.contains("3 of 3 items right"), "\(finished.output)")
        #expect(bodies.count == 8, "Every question is one of the items' own.")
        #expect(requests.count <= 8 + 2, "At most the one that was under way at each kill is asked again.")
        #expect(again.output.figuresAlone == finished.output.figuresAlone)
        #expect(requests.count == settled, "A finished evaluation asks nothing.")
    }

    @Test func `says that the dataset has changed where it makes another study of the same`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let arguments = ["evaluate", "--model", "rules", "--dataset", examples.samples.path]

        let first = try await program.run(arguments)
        try await examples.edit("1", query: "Is it warm in Oslo?")
        let second = try await program.run(arguments)
        let part = try await program.run(arguments + ["--count", "1"])

        #expect(!first.errors.contains("has changed"))
        #expect(second.errors.contains("The dataset has changed since study "), "\(second.errors)")
        #expect(second.errors.contains("of 3 items"))
        #expect(!part.errors.contains("has changed"), "Other items were asked for.")
    }

    @Test func `asks again what had no answer where it is told to, and pays for nothing else twice`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let health = Health()
        let server = try await FaultServer.start { request in
            health.isBroken && request.bodyText.contains("Rome") && request.bodyText.contains(#""role":"tool""#)
                ? .outage : .warmthAnswer(to: request)
        }

        let first = try await program.run(evaluate(examples, at: server))
        let asked = server.requests.count
        health.mend()
        let plain = try await program.run(evaluate(examples, at: server) + ["--json"])
        let unasked = server.requests.count
        let listed = try await program.run("evaluate", "--list", "--dataset", examples.samples.path)
        let again = try await program.run(evaluate(examples, at: server) + ["--retry-failed"])
        let retried = server.requests.count
        let settled = try await program.run(evaluate(examples, at: server) + ["--retry-failed"])
        let total = server.requests.count
        await server.stop()

        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("2 of 3 items right"), "\(first.output)")
        #expect(first.output.contains("\n1 item had no answer; --retry-failed asks it again.\n"), "\(first.output)")
        #expect(asked == 7, "The second of Rome's three questions had no answer, so the third was not asked.")
        #expect(unasked == asked, "Nothing is asked again that nobody told to.")
        #expect(try JSON(parsing: plain.output)["unanswered"]?.int == 1)
        #expect(listed.output.hasSuffix("  2 of 3, 1 without an answer\n"), "\(listed.output)")
        #expect(retried == asked + 2, "The question without an answer, and the one after it.")
        #expect(again.output.contains("3 of 3 items right"), "\(again.output)\(again.errors)")
        #expect(again.output.contains("Took (2 items answered before): 9 model calls, 6 tool calls"), "\(again.output)")
        #expect(total == retried && settled.output.figuresAlone == again.output.figuresAlone)
        #expect(!settled.output.contains("--retry-failed"))
    }

    @Test func `stops at once where the key is refused, and what was answered is kept`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let error = #"{"error":{"message":"Incorrect API key provided","code":"invalid_api_key","type":"x"}}"#
        let server = try await FaultServer.start { request in
            request.index < 3 ? .warmthAnswer(to: request) : .json(error, status: 401)
        }

        let ending = try await program.run(evaluate(examples, at: server))
        let asked = server.requests.count
        await server.stop()

        #expect(ending.status == 1)
        #expect(ending.errors.contains("refused the API key (HTTP 401)"), "\(ending.errors)")
        #expect(ending.errors.contains("What was answered is kept"))
        #expect(asked == 4)
        #expect(ending.output.contains("1 of 1 item right so far, 2 not done"), "\(ending.output)")
    }

    @Test func `says once how to go on where nobody answers at the endpoint`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let server = try await FaultServer.start(.hang)
        await server.stop()

        let ending = try await program.run(evaluate(examples, at: server))

        #expect(ending.status == 1)
        #expect(ending.errors.contains(" is not available: "), "\(ending.errors)")
        #expect(
            ending.errors.hasSuffix(
                " Resume when it is back. What was answered is kept: the same command goes on.\n"), "\(ending.errors)")
    }

    @Test func `has a judge score the responses later, without asking for answers again`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let server = try await FaultServer.start { Behaviour.warmthAnswer(to: $0) }
        let judge = ["--judge-model", "strict", "--judge-base-url", server.baseURL]

        _ = try await program.run(evaluate(examples, at: server))
        let answered = server.requests.count
        let judged = try await program.run(evaluate(examples, at: server) + judge)
        let asked = server.requests.count
        let again = try await program.run(evaluate(examples, at: server) + judge)
        let total = server.requests.count
        await server.stop()

        #expect(judged.status == 0, "\(judged.errors)")
        #expect(answered == 8)
        #expect(asked == 8 + 3, "One question for each response.")
        #expect(total == asked)
        let name = "strict at \(server.baseURL), prompt \(QualityJudge.contentHash.short)."
        #expect(judged.output.contains("Responses judged by \(name)\n"), "\(judged.output)")
        #expect(judged.output.contains("quality of response"), "\(judged.output)")
        #expect(again.output.figuresAlone == judged.output.figuresAlone)
        #expect(again.output.contains("Took (answered before): 11 model calls"), "\(again.output)")
    }

    @Test func `has the judge say whether each query is solved, in every form of the figures`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let server = try await FaultServer.start { Behaviour.warmthAnswer(to: $0) }
        let judge = ["--judge-model", "strict", "--judge-base-url", server.baseURL]

        _ = try await program.run(evaluate(examples, at: server) + judge)
        let graded = server.requests.count
        let text = try await program.run(evaluate(examples, at: server) + judge + ["--judge-solved"])
        let asked = server.requests.count
        let json = try await program.run(evaluate(examples, at: server) + judge + ["--judge-solved", "--json"])
        let markdown = try await program.run(evaluate(examples, at: server) + ["--markdown"])
        let item = try await program.run("evaluate", "--show", "1", "--dataset", examples.samples.path)
        let total = server.requests.count
        await server.stop()

        #expect(graded == 11 && asked == 14 && total == 14, "One question more for each response.")
        let name = "strict at \(server.baseURL), prompt \(SolvedJudge.contentHash.short)"
        #expect(text.output.contains("Solved as judged by \(name).\n"), "\(text.output)\(text.errors)")
        #expect(text.output.contains("\nsolved "), "\(text.output)")
        let figures = try JSON(parsing: json.output)
        #expect(figures["overall"]?["solved"]?["mean"]?.double == 0.5)
        #expect(figures["judges"]?["solved"]?["prompt"]?.string == SolvedJudge.contentHash.hex)
        #expect(figures["judges"]?["leftOut"] == [])
        #expect(markdown.output.contains("| solved | 50.0% |"), "\(markdown.output)")
        #expect(markdown.output.contains("Solved as judged by \(name)."))
        #expect(item.output.contains("Judged by \(name)\n  unsure  It may be.\n"), "\(item.output)")
    }

    private func evaluate(_ examples: EvaluationExamples, at server: FaultServer) -> [String] {
        [
            "evaluate", "--model", "good", "--base-url", server.baseURL, "--concurrency", "1", "--dataset",
            examples.samples.path,
        ]
    }
}

extension String {
    /// A report without its last line, which tells what was answered before.
    fileprivate var figuresAlone: String { split(separator: "\n").dropLast().joined(separator: "\n") }
}

/// Whether a server works, as a test decides.
final class Health: Sendable {
    private let state = Mutex(true)

    var isBroken: Bool { state.withLock { $0 } }

    func mend() { state.withLock { $0 = false } }
}

extension Behaviour {
    /// An error that passes, of which the endpoint says that trying again at once is of no use.
    static var outage: Behaviour {
        .json(#"{"error":{"message":"Overloaded"}}"#, status: 503, headers: [("x-should-retry", "false")])
    }

    /// What a model says that does what the accepted samples of ``EvaluationExamples`` ask for.
    static func warmthAnswer(to request: SeenRequest) -> Behaviour {
        let messages = (try? JSON(parsing: request.bodyText))?["messages"]?.array ?? []
        let query = messages.first { $0["role"]?.string == "user" }?["content"]?.string ?? ""
        if query.contains("reference-") { return .completion(.string(judgement)) }
        if request.bodyText.contains(#""name":"solved""#) {
            return .completion(#"{"reason":"It may be.","verdict":"unsure"}"#)
        }
        let results = messages.count { $0["role"]?.string == "tool" }
        let places = ["Oslo", "Rome", "Bergen", "Narvik"].filter { query.contains($0) }
        switch results {
        case 0: return .completion(nil, calls: places.map { ("geocode", #"{"name":"\#($0)"}"#) })
        case 1: return .completion(nil, calls: [("forecast", #"{"latitude":59.91}"#)])
        case _: return .completion("That is what I found out.")
        }
    }

    private static let judgement = #"{"requests":[{"request":"The weather.","score":80,"reason":"Good."}]}"#

    private static func completion(_ text: JSON, calls: [(name: String, arguments: String)] = []) -> Behaviour {
        var message: JSON.Object = ["role": "assistant", "content": text]
        if !calls.isEmpty {
            message.set(
                "tool_calls",
                .array(
                    calls.enumerated().map { place, call in
                        [
                            "id": .string("call-\(place)"), "type": "function",
                            "function": ["name": .string(call.name), "arguments": .string(call.arguments)],
                        ]
                    }))
        }
        let reply: JSON = [
            "id": "chatcmpl-1", "object": "chat.completion", "model": "good",
            "choices": [
                [
                    "index": 0, "message": .object(message),
                    "finish_reason": calls.isEmpty ? "stop" : "tool_calls",
                ]
            ],
            "usage": ["prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120],
        ]
        return .json(reply.compactText)
    }
}
