import Engine
import FaultServer
import Foundation
import Testing

@testable import toolgrad

@Suite("A baseline in which a question had no answer", .timeLimit(.minutes(5)))
struct BaselineRetryTests {
    @Test func `asks again what had no answer where it is told to, and pays for nothing else twice`() async throws {
        let program = try Program()
        defer { program.clean() }
        let health = Health()
        let server = try await FaultServer.start { request in
            health.isBroken && request.bodyText.contains("number 2?") && request.bodyText.contains(#""role":"tool""#)
                ? .outage : .searchAnswer(to: request)
        }

        let first = await (try program.startBaseline(asking: server)).ending()
        let asked = server.requests.count
        health.mend()
        let plain = await (try program.startBaseline(asking: server)).ending()
        let unasked = server.requests.count
        let listed = try await program.run("baseline", "--list", "--dataset", program.file("b.toolgrad"))
        let again = await (try program.startBaseline(asking: server, "--retry-failed")).ending()
        let retried = server.requests.count
        let settled = await (try program.startBaseline(asking: server, "--retry-failed")).ending()
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

        let first = await (try program.startBaseline(asking: server)).ending()
        health.mend()
        let again = await (try program.startBaseline(asking: server, "--retry-failed")).ending()
        await server.stop()

        #expect(first.status == 1, "\(first.errors)")
        #expect(first.errors.contains("--retry-failed asks again what had no answer."), "\(first.errors)")
        #expect(first.errors.contains("0 by 3 questions, 3 without an answer, 0 dropped"), "\(first.errors)")
        #expect(again.status == 0, "\(again.errors)")
    }
}
