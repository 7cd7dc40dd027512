import Engine
import Foundation
import MCPTools
import Testing

@Suite("Calling the tools of a server")
struct CallingTests {
    @Test(arguments: ["well", "handshake", "stateless"])
    func `lists and calls in both eras`(mode: String) async throws {
        try await Faulty.with(mode) { server in
            let offer = try await server.offer()

            #expect(offer.tools.count == 18)
            #expect(offer.leftOut.isEmpty)
            #expect(await server.echoes)
            #expect(await server.starts == 1)
        }
    }

    @Test func `reads a definition: description, schema without its dialect, claims, family`() async throws {
        try await Faulty.with("well") { server in
            let tools = try await server.offer().tools
            let echo = try #require(tools.first { $0.name == "echo" })
            let add = try #require(tools.first { $0.name == "add" })

            #expect(echo.description == "Returns its text.")
            #expect(echo.inputSchema["$schema"] == nil)
            #expect(echo.inputSchema["required"] == ["text"])
            #expect(echo.hint == .read && echo.effects == .read)
            #expect(add.hint == nil && add.effects == .destructive)
            #expect(add.outputSchema?["required"] == ["sum"])
            #expect(echo.family == "faulty")
        }
    }

    @Test func `tells apart what a call can come to`() async throws {
        try await Faulty.with("well", limits: .short) { server in
            #expect(await server.call("add", ["a": 2, "b": 3]) == .returned(RecordedOutput("{\"sum\":5}")))
            #expect(await server.call("fail") == .failed(RecordedOutput("The disk is full.")))
            #expect(await server.call("refuse") == .refused(code: -32_602, reason: "Unknown tool"))
            #expect(await server.call("nothing") == .rejected(reason: "There is no tool called nothing."))
            #expect(await server.call("slow") == .timedOut(after: .seconds(1)))
        }
    }

    @Test func `gives several content blocks as a JSON array, and wants some`() async throws {
        try await Faulty.with("well") { server in
            let blocks = await server.call("two-blocks").output?.json
            let nothing = await server.call("no-content")

            #expect(blocks?.array?.compactMap { $0["text"]?.string } == ["a", "b"])
            guard case .malformed(_, let reason) = nothing else { throw Unexpected(nothing) }
            #expect(reason == "The result has neither content nor structured content.")
        }
    }

    @Test func `runs many calls at once over one process`() async throws {
        try await Faulty.with("well") { server in
            let outputs = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        await server.call("add", ["a": JSON(integerLiteral: number), "b": 1]).output?.json
                            == ["sum": JSON(integerLiteral: number + 1)]
                    }
                }
                var right = 0
                for await isRight in group where isRight { right += 1 }
                return right
            }

            #expect(outputs == 100)
            #expect(await server.starts == 1)
        }
    }

    @Test func `a slow call holds up no other`() async throws {
        try await Faulty.with("well") { server in
            let slow = Task { await server.call("slow") }

            for _ in 1...20 { #expect(await server.echoes) }

            slow.cancel()
            #expect(await slow.value == .unreachable(reason: "The call was cancelled."))
        }
    }

    @Test func `a cancelled call ends at once as unreachable`() async throws {
        try await Faulty.with("well") { server in
            _ = try await server.offer()
            let task = Task { await server.call("slow") }
            try await Task.sleep(for: .milliseconds(100))

            task.cancel()

            let waited = await elapsed { #expect(await task.value == .unreachable(reason: "The call was cancelled.")) }
            #expect(waited < .seconds(10), "The call itself would take a minute, and its limit is half of that.")
            #expect(await server.echoes)
        }
    }

    @Test func `drops and counts an answer that comes too late`() async throws {
        try await Faulty.with("well", limits: .short) { server in
            #expect(await server.call("slow", ["milliseconds": 1_300]) == .timedOut(after: .seconds(1)))

            for _ in 1...500 where await server.log.counts.lateAnswers == 0 {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(await server.log.counts.lateAnswers == 1)
            #expect(await server.echoes)
        }
    }

    @Test func `progress is counted, and no call lives longer for it`() async throws {
        try await Faulty.with("well", limits: .short) { server in
            #expect(await server.call("progress") == .timedOut(after: .seconds(1)))
            #expect(await server.log.counts.progressReports > 0)
        }
    }

    @Test func `a call that asks for input is refused`() async throws {
        try await Faulty.with("well") { server in
            let outcome = await server.call("ask-input")

            guard case .refused(_, let reason) = outcome else { throw Unexpected(outcome) }
            #expect(reason.contains("asks for more input"))
        }
    }

    @Test func `refuses what the server asks for, and goes on`() async throws {
        try await Faulty.with("asks") { server in
            #expect(await server.echoes)

            let log = await server.log
            #expect(log.counts.refusedRequests == 3)
            #expect(
                log.entries.contains(.refused(method: "sampling/createMessage"))
                    && log.entries.contains(.refused(method: "elicitation/create"))
                    && log.entries.contains(.refused(method: "roots/list")))
            #expect(log.entries.contains(.said(level: "warning", text: "I was refused.")))
            // The server repeats our answers on its error stream.
            let said = await server.errorLines.joined(separator: "\n")
            #expect(said.contains("\"id\":\"ask-0\",\"error\":{\"code\":-32601"))
            #expect(said.contains("\"id\":\"ask-3\",\"result\":{}"))
        }
    }
}

/// An outcome of another kind than the test is about.
struct Unexpected: Error {
    let outcome: ToolOutcome

    init(_ outcome: ToolOutcome) {
        self.outcome = outcome
    }
}
