import Engine
import FaultServer
import Synchronization
import TestSupport
import Testing

@testable import toolgrad

@Suite("An evaluation in trouble", .timeLimit(.minutes(3)))
struct EvaluationTroubleTests {
    private func arguments(_ examples: EvaluationExamples, at server: FaultServer) -> [String] {
        [
            "evaluate", "--model", "good", "--base-url", server.baseURL, "--concurrency", "1", "--dataset",
            examples.samples.path,
        ]
    }

    @Test func `tells that a try failed while it goes on`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let server = try await FaultServer.start { request in
            request.index == 0
                ? .json(#"{"error":{"message":"Overloaded."}}"#, status: 503) : .warmthAnswer(to: request)
        }

        let ending = try await program.run(arguments(examples, at: server))
        await server.stop()

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(
            ending.errors.contains("A try of good failed: HTTP 503: Overloaded. It is asked again in "),
            "\(ending.errors)")
        #expect(ending.output.contains("3 of 3 items right"), "\(ending.output)")
    }

    @Test func `that a signal stops says of how many questions nobody knows the ending`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let server = try await FaultServer.start { .after(.seconds(2), .warmthAnswer(to: $0)) }

        let running = try program.start(arguments(examples, at: server))
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        running.interrupt()
        let ending = await running.ending()
        await server.stop()

        #expect(ending.status == 130, "\(ending.errors)")
        #expect(
            ending.errors.contains(
                "The same command goes on. 1 question has no ending in the record: the endpoint may charge for it, and no "
                    + "figure counts it.\n"), "\(ending.errors)")
    }
}
