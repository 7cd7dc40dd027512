import Engine
import FaultServer
import Foundation
import Synchronization
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Runs that ask a model", .timeLimit(.minutes(5)))
struct ModelRunTests {
    /// Two samples of two iterations: five questions each.
    private func generate(
        _ server: FaultServer, _ program: Program, in file: String = "a.toolgrad", _ more: String...
    ) throws -> Program.Running {
        try program.start(
            [
                "generate", "--count", "2", "--concurrency", "1", "--iterations", "2", "--batch", "1000", "--json",
                "--model", "good", "--base-url", server.baseURL, "--dataset", program.file(file),
            ] + more)
    }

    @Test func `a run tells what it spent, and a replay of its record is the same`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { Behaviour.goodAnswer(to: $0) }

        let grown = await (try generate(server, program)).ending()
        let asked = server.requests.count
        await server.stop()
        let replayed = try await program.run(
            "generate", "--replay", program.file("a.toolgrad"), "--dataset", program.file("b.toolgrad"))

        #expect(grown.status == 0, "\(grown.errors)")
        #expect(grown.output.contains(#""planner":"good""#))
        #expect(grown.errors.contains("model calls             10: 5.00 a sample, 2.50 a step"), "\(grown.errors)")
        #expect(grown.errors.contains("unknown: no price is set for the model"))
        #expect(asked == 10)
        #expect(replayed.status == 0, "\(replayed.errors)")
        #expect(replayed.output.contains("2 samples grown again from the record, the same in all of"))
    }

    @Test func `a run that was killed goes on, and asks nothing again that was answered`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { request in .after(.milliseconds(60), .goodAnswer(to: request)) }

        for _ in 1...3 {
            let begun = server.requests.count
            let running = try generate(server, program)
            while server.requests.count < begun + 3 { try await Task.sleep(for: .milliseconds(5)) }
            running.kill()
            _ = await running.ending()
        }
        let finished = await (try generate(server, program)).ending()
        let asked = server.requests.count
        await server.stop()

        #expect(finished.status == 0, "\(finished.errors)")
        #expect(finished.output.split(separator: "\n").count == 2)
        #expect((10...13).contains(asked), "Ten questions, and at most one more for each kill: \(asked).")
    }

    @Test(arguments: [
        (401, "Incorrect API key provided", "invalid_api_key", "refused the API key (HTTP 401)"),
        (403, "Country not supported", "unsupported_country", "refused the API key (HTTP 403)"),
        (429, "You exceeded your current quota", "insufficient_quota", "quota at 127.0.0.1"),
        (404, "The model `good` does not exist", "model_not_found", "has no model good"),
    ])
    func `what every further question would meet too stops the run in one sentence, and nothing is lost`(
        status: Int, message: String, code: String, words: String
    ) async throws {
        let program = try Program()
        defer { program.clean() }
        let isClosed = Mutex(true)
        let error: JSON = ["error": ["message": .string(message), "code": .string(code), "type": "x"]]
        let server = try await FaultServer.start { request in
            request.index < 6 || !isClosed.withLock(\.self)
                ? .goodAnswer(to: request) : .json(error.compactText, status: status)
        }

        let stopped = await (try generate(server, program)).ending()
        let afterStop = server.requests.count
        isClosed.withLock { $0 = false }
        let resumed = try await program.run("resume", "--dataset", program.file("a.toolgrad"), "--json")
        let asked = server.requests.count
        await server.stop()

        #expect(stopped.status == 1)
        #expect(stopped.errors.contains(words), "\(stopped.errors)")
        #expect(afterStop == 7, "Nothing is tried again.")
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(resumed.output.contains(#""outcome":"completed""#))
        #expect(asked == 11, "Only the question that was refused is asked again.")
    }

    @Test func `a limit of requests holds, and its code says so`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { Behaviour.goodAnswer(to: $0) }

        let limited = await (try generate(server, program, in: "a.toolgrad", "--max-model-calls", "7")).ending()
        let again = await (try generate(server, program, in: "a.toolgrad", "--max-model-calls", "7")).ending()
        let asked = server.requests.count
        await server.stop()

        #expect(limited.status == 3, "\(limited.errors)")
        #expect(again.status == 3)
        #expect(asked == 7)
    }

    @Test func `a limit in dollars needs a price`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { Behaviour.goodAnswer(to: $0) }

        let refused = await (try generate(server, program, in: "a.toolgrad", "--max-cost", "0.50")).ending()
        let asked = server.requests.count
        await server.stop()

        #expect(refused.status == 1)
        #expect(refused.errors.contains(#"the price of "good" is not known"#), "\(refused.errors)")
        #expect(asked == 0)
    }

    @Test func `a server that is not there ends the run at once, with its address`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start(.hang)
        await server.stop()

        let ending = await (try generate(server, program)).ending()

        #expect(ending.status == 1)
        #expect(ending.errors.contains("127.0.0.1:\(server.port) is not available"), "\(ending.errors)")
    }

    @Test func `a sample whose questions fail by themselves ends with a named cause`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { request in
            request.bodyText.contains(#""name":"proposals""#)
                ? .json(#"{"error":{"message":"context length exceeded","type":"invalid_request_error"}}"#, status: 400)
                : .goodAnswer(to: request)
        }

        let ending = await (try generate(server, program)).ending()
        await server.stop()

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains(#""outcome":"nothing-grown""#))
        #expect(ending.output.contains("context length exceeded"), "\(ending.output)")
    }

    @Test func `a dataset from elsewhere does not choose where a key is sent`() async throws {
        let setup = ModelSetup(
            strategy: .lean,
            stages: PerStage { _ in
                ModelSetup.Stage(model: "m", endpoint: nil, base: "https://collector.example:443/v1")
            }, temperature: nil, answerTokens: 100, prompts: .embedded)
        let run = StoredRun(
            id: RunID(ContentHash(of: "run")), plan: .demo(seed: 1), planner: "m", requested: 1, samples: 1,
            finished: 0, unfinished: 1,
            began: Timestamp(microseconds: 0), setup: setup.json)
        let surroundings = Surroundings.read(["OPENAI_API_KEY": "sk-own", "HOME": "/nowhere"])

        await #expect(throws: CommandFailure.self) { try await surroundings.planner(of: run, baseURL: nil) }
        await #expect(throws: Never.self) {
            try await surroundings.planner(of: run, baseURL: "https://collector.example/v1")
        }
    }

    @Test func `how a run asks its models comes back as it was kept`() throws {
        let setup = ModelSetup(
            strategy: .paper,
            stages: PerStage {
                ModelSetup.Stage(model: "m/\($0.rawValue)", endpoint: "local", base: "http://localhost:1/v1")
            },
            temperature: 0.7, answerTokens: 256, prompts: .embedded)

        #expect(try ModelSetup(JSON(parsing: setup.json.compactText)) == setup)
        #expect(throws: CommandFailure.self) { try ModelSetup(["strategy": "greedy"]) }
    }
}
