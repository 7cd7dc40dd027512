import Engine
import FaultServer
import Foundation
import Testing

@testable import toolgrad

@Suite("A query-first baseline from the command line", .timeLimit(.minutes(5)))
struct BaselineCommandTests {
    private func baseline(_ program: Program, _ more: String...) -> [String] {
        ["baseline", "--model", "rules", "--count", "5", "--seed", "2", "--dataset", program.file("b.toolgrad")] + more
    }

    @Test func `needs no model, and tells what came of it`() async throws {
        let program = try Program()
        defer { program.clean() }

        let made = try await program.run(baseline(program))

        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("5 samples, dfs, model: rules."))
        let lines = made.output.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasSuffix("b.toolgrad: dfs, model rules") == true)
        #expect(made.errors.contains("5 of 5 samples\n"))
        #expect(lines.contains { $0.hasPrefix("  samples ") && $0.hasSuffix("5 of 5") })
        #expect(lines.contains { $0.hasPrefix("  answered ") && $0.contains(" of 5, ") && $0.contains("(95 %: ") })
        #expect(lines.contains { $0.hasPrefix("  cost ") && $0.contains("$0.00: $0.00 a sample") })
        #expect(lines.contains { $0.hasPrefix("  instructions ") && $0.contains("by 1 question, ") })
        #expect(lines.allSatisfy { $0.count <= 120 }, "\(made.output)")
    }

    @Test func `prints the same lines at any concurrency, and again from what is stored`() async throws {
        let program = try Program()
        defer { program.clean() }
        func lines(_ more: String...) async throws -> [JSON] {
            let ending = try await program.run(baseline(program) + ["--json"] + more)
            #expect(ending.status == 0, "\(ending.errors)")
            return try ending.output.split(separator: "\n").map { line in
                var object = try #require(try JSON(parsing: String(line)).object)
                object.remove("milliseconds")
                return .object(object)
            }
        }

        let alone = try await lines("--concurrency", "1")
        let again = try await lines()
        let other = try await lines("--concurrency", "5", "--dataset", program.file("c.toolgrad"))
        let react = try await lines("--method", "react")

        #expect(alone.map { $0["index"]?.int } == [1, 2, 3, 4, 5])
        #expect(again == alone)
        #expect(other == alone)
        #expect(react.map { $0["query"] } == alone.map { $0["query"] }, "Both search for the same.")
        #expect(alone.map { $0["cost"]?.int } == [0, 0, 0, 0, 0])
        #expect(alone.map { $0["method"]?.string } == Array(repeating: "dfs", count: 5))
        #expect(alone.map { $0["verdict"]?.isNull } == Array(repeating: true, count: 5))
        let answered = alone.filter { $0["ending"]?.string == "answered" }
        #expect(answered.contains { ($0["steps"]?.array ?? []).isEmpty == false })
    }

    @Test func `lists its samples and shows one with its tree`() async throws {
        let program = try Program()
        defer { program.clean() }
        let made = try await program.run(baseline(program, "--json"))
        let first = try JSON(parsing: String(made.output.prefix { $0 != "\n" }))

        let listed = try await program.run("baseline", "--list", "--dataset", program.file("b.toolgrad"))
        let shown = try await program.run("baseline", "--show", "1", "--dataset", program.file("b.toolgrad"))
        let asJSON = try await program.run("baseline", "--show", "1", "--json", "--dataset", program.file("b.toolgrad"))
        let none = try await program.run("baseline", "--show", "6", "--dataset", program.file("b.toolgrad"))
        let strange = try await program.run(
            "baseline", "--list", "--study", "zz", "--dataset", program.file("b.toolgrad"))

        let lines = listed.output.split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines.first?.contains("  dfs by rules  5 samples, ") == true)
        #expect(shown.output.contains("Query     "))
        #expect(shown.output.contains("call     "))
        #expect(shown.output.contains("Tree      \(first["nodes"] ?? .null) nodes"))
        #expect(try JSON(parsing: asJSON.output) == first)
        #expect(none.status == 1 && none.errors.contains("has no sample 6."))
        #expect(strange.status == 1 && strange.errors.contains("has no baseline zz. It has: "))
    }

    @Test func `writes an answer file of ToolBench's form for each sample`() async throws {
        let program = try Program()
        defer { program.clean() }
        let folder = program.file("answers")

        let made = try await program.run(baseline(program, "--answers", folder))
        let again = try await program.run(baseline(program, "--answers", folder))

        #expect(made.status == 0, "\(made.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == (1...5).map { "\($0)_DFS_woFilter_w2.json" })
        let file = try JSON(parsing: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + names[0])))
        #expect(file["answer_generation"]?["query"] != nil)
        #expect(again.status == 1 && again.errors.contains("has 5 files in it."))
    }

    @Test func `says in its own words where a folder for answers cannot be`() throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("taken")
        try Data("x".utf8).write(to: URL(fileURLWithPath: file))
        func words(_ path: String) -> String {
            do {
                try AnswerFolder(path: path).prepare()
                return "made"
            } catch { return "\(error)" }
        }

        #expect(
            words(file)
                == "The folder \(file) for answers cannot be made: that is a file. Name a folder that is empty or new.")
        #expect(words("/dev/null/x").contains("for answers cannot be made: /dev/null is a file."))
        #expect(words(program.file("new/deep")) == "made")
    }

    @Test func `is no part of the dataset's samples`() async throws {
        let program = try Program()
        defer { program.clean() }
        _ = try await program.run(baseline(program))

        let listed = try await program.run("show", "--dataset", program.file("b.toolgrad"))
        let doctor = try await program.run("stats", "--dataset", program.file("b.toolgrad"))

        #expect(listed.status == 0 && listed.output.isEmpty, "\(listed.errors)")
        #expect(doctor.output.hasPrefix("0 samples"))
    }

    @Test func `ends with its own code where a limit is met, and goes on with a higher one`() async throws {
        let program = try Program()
        defer { program.clean() }

        let cut = try await program.run(baseline(program, "--max-model-calls", "5", "--concurrency", "1"))
        let whole = try await program.run(baseline(program))

        #expect(cut.status == 3, "\(cut.errors)")
        #expect(cut.output.contains("The limit of model calls was met."))
        // Two whole samples took four of the five calls, and the third took one before the limit.
        #expect(cut.output.contains("  in all               5 model calls"), "\(cut.output)")
        #expect(whole.status == 0)
        #expect(whole.errors.contains("of them there already"), "\(cut.output)\(whole.errors)")
    }

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

@Suite("A baseline that asks a model", .timeLimit(.minutes(5)))
struct BaselineModelTests {
    private func start(
        _ server: FaultServer, _ program: Program, _ more: String...
    ) throws -> Program.Running {
        try program.start(
            [
                "baseline", "--model", "good", "--base-url", server.baseURL, "--count", "4", "--concurrency", "1",
                "--json", "--dataset", program.file("b.toolgrad"),
            ] + more)
    }

    @Test func `that was killed goes on, and asks nothing again that was answered`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { request in .after(.milliseconds(60), .searchAnswer(to: request)) }

        for _ in 1...3 {
            let begun = server.requests.count
            let running = try start(server, program)
            while server.requests.count < begun + 3 { try await Task.sleep(for: .milliseconds(5)) }
            running.kill()
            _ = await running.ending()
        }
        let finished = await (try start(server, program)).ending()
        let asked = server.requests.count
        let again = await (try start(server, program)).ending()
        let askedAgain = server.requests.count
        await server.stop()

        #expect(finished.status == 0, "\(finished.errors)")
        #expect(finished.output.split(separator: "\n").count == 4)
        // One question for the instructions and two for each search; at most one more for each kill.
        #expect((9...12).contains(asked), "\(asked)")
        #expect(again.status == 0 && askedAgain == asked)
        #expect(finished.errors.contains("answered"), "\(finished.errors)")
        #expect(finished.errors.contains("unknown: no price is set for the model"))
    }

    @Test func `stops in one sentence where no question would be answered, and keeps what was`() async throws {
        let program = try Program()
        defer { program.clean() }
        let error: JSON = ["error": ["message": "Incorrect API key provided", "code": "invalid_api_key", "type": "x"]]
        let server = try await FaultServer.start { request in
            request.index < 4 ? .searchAnswer(to: request) : .json(error.compactText, status: 401)
        }

        let stopped = await (try start(server, program)).ending()
        let listed = try await program.run("baseline", "--list", "--dataset", program.file("b.toolgrad"))
        await server.stop()

        #expect(stopped.status == 1)
        #expect(stopped.errors.contains("refused the API key (HTTP 401)"), "\(stopped.errors)")
        #expect(listed.output.contains("1 of 4 samples, 1 answered"), "\(listed.output)")
    }

    @Test func `asks again what had no answer where it is told to, and pays for nothing else twice`() async throws {
        let program = try Program()
        defer { program.clean() }
        let health = Health()
        let server = try await FaultServer.start { request in
            health.isBroken && request.bodyText.contains("number 2?") && request.bodyText.contains(#""role":"tool""#)
                ? .outage : .searchAnswer(to: request)
        }

        let first = await (try start(server, program)).ending()
        let asked = server.requests.count
        health.mend()
        let plain = await (try start(server, program)).ending()
        let unasked = server.requests.count
        let listed = try await program.run("baseline", "--list", "--dataset", program.file("b.toolgrad"))
        let again = await (try start(server, program, "--retry-failed")).ending()
        let retried = server.requests.count
        let settled = await (try start(server, program, "--retry-failed")).ending()
        let total = server.requests.count
        await server.stop()

        func endings(_ ending: Program.Ending) throws -> [String?] {
            try ending.output.split(separator: "\n").map { try JSON(parsing: String($0))["ending"]?.string }
        }
        #expect(first.status == 0, "\(first.errors)")
        #expect(try endings(first) == ["answered", "no answer", "answered", "answered"])
        #expect(first.errors.contains("    no answer"), "\(first.errors)")
        #expect(first.errors.contains("  1 sample had no answer; --retry-failed asks it again\n"), "\(first.errors)")
        #expect(asked == 9, "One question for the instructions and two for each search.")
        #expect(plain.output == first.output && unasked == asked)
        #expect(listed.output.contains("  4 samples, 3 answered, 1 without an answer"), "\(listed.output)")
        #expect(again.status == 0 && again.errors.contains("3 of them there already, 1 asked again"), "\(again.errors)")
        #expect(try endings(again) == ["answered", "answered", "answered", "answered"])
        #expect(retried == asked + 1)
        #expect(!again.errors.contains("had no answer"))
        #expect(settled.output == again.output && total == retried)
        let modelCalls = try again.output.split(separator: "\n").map {
            try JSON(parsing: String($0))["modelCalls"]?.int
        }
        #expect(modelCalls == [3, 3, 2, 2], "The instructions' question, and the one without an answer.")
    }

    @Test func `says how to go on where nobody answered when it wrote instructions`() async throws {
        let program = try Program()
        defer { program.clean() }
        let health = Health()
        let server = try await FaultServer.start { health.isBroken ? .outage : .searchAnswer(to: $0) }

        let first = await (try start(server, program)).ending()
        health.mend()
        let again = await (try start(server, program, "--retry-failed")).ending()
        await server.stop()

        #expect(first.status == 1, "\(first.errors)")
        #expect(first.errors.contains("--retry-failed asks again what had no answer."), "\(first.errors)")
        #expect(first.errors.contains("0 by 3 questions, 3 without an answer, 0 dropped"), "\(first.errors)")
        #expect(again.status == 0, "\(again.errors)")
    }

    @Test func `has its answers judged, which is paid for once and told by itself`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { .searchAnswer(to: $0) }
        let judge = ["--judge-model", "strict", "--judge-base-url", server.baseURL]

        let plain = await (try start(server, program)).ending()
        let judged = await (try start(server, program, judge[0], judge[1], judge[2], judge[3])).ending()
        let asked = server.requests.count
        let again = await (try start(server, program, judge[0], judge[1], judge[2], judge[3])).ending()
        let askedAgain = server.requests.count
        await server.stop()

        func verdicts(_ ending: Program.Ending) throws -> [String?] {
            try ending.output.split(separator: "\n").map { try JSON(parsing: String($0))["verdict"]?.string }
        }
        #expect(judged.status == 0, "\(judged.errors)")
        #expect(try verdicts(plain) == [nil, nil, nil, nil])
        #expect(try verdicts(judged) == ["unsure", "unsure", "unsure", "unsure"])
        #expect(again.output == judged.output && askedAgain == asked)
        #expect(asked == 13, "Nine questions for the samples, and one for each verdict.")
        let figure = "50.0 % (over all 4 queries, solvability not judged): 0 solved, 4 unsure, 0 unsolved"
        #expect(judged.errors.contains(figure), "\(judged.errors)")
        #expect(again.errors.contains("by strict"))
        let modelCalls = try JSON(parsing: String(judged.output.prefix { $0 != "\n" }))["modelCalls"]
        #expect(modelCalls == 3, "The judge's question is not the sample's.")
    }

    @Test func `has its queries judged too, which asks about the answers nothing again`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { .searchAnswer(to: $0) }
        func run(_ more: String...) async throws -> (ending: Program.Ending, asked: Int) {
            let judge = ["--judge-model", "strict", "--judge-base-url", server.baseURL]
            let ending = try await program.run(
                [
                    "baseline", "--model", "good", "--base-url", server.baseURL, "--count", "4", "--concurrency", "1",
                    "--json", "--dataset", program.file("b.toolgrad"),
                ] + judge + more)
            return (ending, server.requests.count)
        }

        let answers = try await run()
        let queries = try await run("--judge-solvable")
        let again = try await run("--judge-solvable")
        await server.stop()

        #expect(queries.ending.status == 0, "\(queries.ending.errors)")
        #expect(queries.asked == answers.asked + 4 && again.asked == queries.asked)
        #expect(queries.ending.errors.contains("– (SoPR, over the 0 solvable queries): "), "\(queries.ending.errors)")
        #expect(queries.ending.errors.contains("0 solvable, 0 unsure, 4 unsolvable\n"))
        // All are unsure and unsolvable.
        #expect(queries.ending.errors.contains("100.0 % of 4, only to compare with published numbers"))
        let line = try JSON(parsing: String(again.ending.output.prefix { $0 != "\n" }))
        #expect(line["judgements"]?.array?.count == 1)
        #expect(line["judgements"]?[0]?["solvability"]?["reason"] == "No tool does it.")
        #expect(line["judge"]?.string?.hasPrefix("strict at http://") == true)
    }

    @Test func `that a signal stops says how to go on`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { request in .after(.milliseconds(100), .searchAnswer(to: request)) }

        let running = try start(server, program)
        while server.requests.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
        running.interrupt()
        let ending = await running.ending()
        await server.stop()

        #expect(ending.status == 130, "\(ending.errors)")
        #expect(ending.errors.contains("nothing is lost. The same command goes on."))
    }
}

extension Behaviour {
    /// What a model says that writes instructions about whatever it is offered, calls one function and finishes.
    static func searchAnswer(to request: SeenRequest) -> Behaviour {
        let body = request.bodyText
        if body.contains(#""name":"instructions""#) { return .message(["content": .string(instructions(for: body))]) }
        if body.contains(#""name":"solved""#) {
            return .message(["content": #"{"reason":"It may be.","verdict":"unsure"}"#])
        }
        if body.contains(#""name":"solvable""#) {
            return .message(["content": #"{"reason":"No tool does it.","verdict":"unsolvable"}"#])
        }
        guard body.contains(#""role":"tool""#) else { return call("nothing_of_that_name", "{}") }
        return call("Finish", #"{"return_type":"give_answer","final_answer":"That is all."}"#)
    }

    private static func instructions(for body: String) -> String {
        let tools = (try? JSON(parsing: body)).flatMap { enumeration(in: $0) }?.first?.string ?? ""
        let queries = (1...10).map { number -> JSON in
            ["query": .string("What is number \(number)?"), "tools": [.string(tools)]]
        }
        return (["queries": .array(queries)] as JSON).compactText
    }

    /// The names that the form of the answer offers.
    private static func enumeration(in request: JSON) -> [JSON]? {
        let schema = request["response_format"]?["json_schema"]?["schema"]
        let item = schema?["properties"]?["queries"]?["items"]?["properties"]?["tools"]?["items"]
        return item?["enum"]?.array
    }

    private static func call(_ name: String, _ arguments: String) -> Behaviour {
        let function: JSON = ["name": .string(name), "arguments": .string(arguments)]
        return .message([
            "content": .null, "tool_calls": [["id": "c1", "type": "function", "function": function]],
        ])
    }

    private static func message(_ members: JSON.Object) -> Behaviour {
        var message = members
        message.set("role", "assistant")
        let reply: JSON = [
            "id": "chatcmpl-1", "object": "chat.completion", "model": "good",
            "choices": [["index": 0, "message": .object(message), "finish_reason": "stop"]],
            "usage": ["prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120],
        ]
        return .json(reply.compactText)
    }
}
