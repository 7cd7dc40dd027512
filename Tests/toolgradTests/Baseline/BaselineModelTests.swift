import Engine
import FaultServer
import Foundation
import Testing

@testable import toolgrad

@Suite("A baseline that asks a model", .timeLimit(.minutes(5)))
struct BaselineModelTests {
    @Test func `that was killed goes on, and asks nothing again that was answered`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { request in .after(.milliseconds(60), .searchAnswer(to: request)) }

        for _ in 1...3 {
            let begun = server.requests.count
            let running = try program.startBaseline(asking: server)
            while server.requests.count < begun + 3 { try await Task.sleep(for: .milliseconds(5)) }
            running.kill()
            _ = await running.ending()
        }
        let finished = await (try program.startBaseline(asking: server)).ending()
        let asked = server.requests.count
        let again = await (try program.startBaseline(asking: server)).ending()
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

        let stopped = await (try program.startBaseline(asking: server)).ending()
        let listed = try await program.run("baseline", "--list", "--dataset", program.file("b.toolgrad"))
        await server.stop()

        #expect(stopped.status == 1)
        #expect(stopped.errors.contains("refused the API key (HTTP 401)"), "\(stopped.errors)")
        #expect(listed.output.contains("1 of 4 samples, 1 answered"), "\(listed.output)")
    }

    @Test func `that a signal stops says how to go on`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { request in .after(.milliseconds(100), .searchAnswer(to: request)) }

        let running = try program.startBaseline(asking: server)
        while server.requests.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
        running.interrupt()
        let ending = await running.ending()
        await server.stop()

        #expect(ending.status == 130, "\(ending.errors)")
        #expect(ending.errors.contains("nothing is lost. The same command goes on."))
    }
}
