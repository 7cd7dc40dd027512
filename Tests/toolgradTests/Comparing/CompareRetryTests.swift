import ArgumentParser
import Engine
import FaultServer
import Foundation
import Testing

@testable import toolgrad

@Suite("Comparing again what had no answer", .timeLimit(.minutes(3)))
struct CompareRetryTests {
    private func compare(_ server: FaultServer, _ program: Program, _ more: String...) async throws -> Program.Ending {
        try await program.run(
            [
                "compare", "--method", "react", "--count", "2", "--concurrency", "1", "--model", "good", "--base-url",
                server.baseURL, "--json", "--dataset", program.file("a.toolgrad"),
            ] + more)
    }

    @Test func `asks for it where it is told to, and says so otherwise`() async throws {
        let program = try Program()
        defer { program.clean() }
        let health = Health()
        let server = try await FaultServer.start { request in
            health.isBroken && request.bodyText.contains(#""role":"tool""#) ? .outage : .searchAnswer(to: request)
        }

        let first = try await compare(server, program)
        let asked = server.requests.count
        health.mend()
        let plain = try await compare(server, program)
        let unasked = server.requests.count
        let again = try await compare(server, program, "--retry-failed")
        let total = server.requests.count
        await server.stop()

        func passed(_ ending: Program.Ending) throws -> Int? {
            try JSON(parsing: ending.output)["columns"]?.array?.first?["passed"]?["count"]?.int
        }
        #expect(first.status == 0, "\(first.errors)")
        #expect(try passed(first) == 0 && asked == 5)
        #expect(
            first.errors.contains(
                "2 samples had no answer; --retry-failed asks them again. Until then that counts as not passed."),
            "\(first.errors)")
        #expect(plain.output == first.output && unasked == asked)
        #expect(try passed(again) == 2 && total == asked + 2)
        #expect(!again.errors.contains("had no answer"), "\(again.errors)")
    }

    @Test func `tells tries that fail where samples are made answer first, too`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { request in
            request.index == 0 ? .json(#"{"error":{"message":"Overloaded."}}"#, status: 503) : .outage
        }

        let ending = try await program.run(
            "compare", "--method", "lean", "--count", "1", "--concurrency", "1", "--model", "good", "--base-url",
            server.baseURL, "--max-model-calls", "3", "--dataset", program.file("a.toolgrad"))
        await server.stop()

        #expect(
            ending.errors.contains("A try of good failed: HTTP 503: Overloaded. It is asked again in "),
            "\(ending.errors)")
    }

    @Test func `makes no sense of what is only read`() {
        let error = #expect(throws: (any Error).self) { try CompareCommand.parse(["--only-stored", "--retry-failed"]) }

        #expect(
            error.map { CompareCommand.message(for: $0) }
                == "--retry-failed asks again, and --only-stored asks nothing. Leave one of them out.")
    }
}
