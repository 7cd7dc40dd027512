import ChildProcesses
import Engine
import Foundation
import HTTPTransport
import MCPTools
import Testing

@Suite("Closing a server", .timeLimit(.minutes(1)))
struct ClosingTests {
    @Test(arguments: ["well", "never-exits", "silent", "floods-errors"])
    func `closes within five seconds, and nothing is left`(mode: String) async throws {
        var limits = MCPLimits.eager
        if mode == "silent" {
            limits.probe = .milliseconds(200)
            limits.initialize = .milliseconds(300)
        }
        let server = MCPServer("faulty", over: Faulty.transport(mode), limits: limits)
        let process = await server.call("process").output.flatMap { Int32(String(decoding: $0.bytes, as: UTF8.self)) }

        let closing = await elapsed { await server.close() }

        #expect(closing < .seconds(5))
        #expect((process != nil) == (mode != "silent"))
        if let process { #expect(try await Faulty.isGone(process)) }
    }

    @Test func `ends a grandchild that ignores the end`() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("grandchild-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let server = MCPServer("faulty", over: Faulty.transport("grandchild", file), limits: .eager)
        #expect(await server.echoes)
        var grandchild: Int32?
        for _ in 0..<100 where grandchild == nil {
            try await Task.sleep(for: .milliseconds(20))
            let text = try? String(contentsOfFile: file, encoding: .utf8)
            grandchild = text.flatMap { Int32($0.split(separator: "\n").first ?? "") }
        }
        let number = try #require(grandchild)

        let closing = await elapsed { await server.close() }

        #expect(closing < .seconds(5))
        #expect(try await Faulty.isGone(number))
    }

    @Test func `calls under way end as unreachable, and none begins any more`() async throws {
        let server = MCPServer("faulty", over: Faulty.transport("well"), limits: MCPLimits())
        #expect(await server.echoes)
        let slow = Task { await server.call("slow") }
        try await Task.sleep(for: .milliseconds(100))

        await server.close()

        #expect(await slow.value == .unreachable(reason: "The session was closed."))
        #expect(await server.call("echo") == .unreachable(reason: "The session was closed."))
    }

    @Test func `a server that waits for its next start is closed at once, and starts no more`() async throws {
        let pause = Pause()
        var limits = MCPLimits()
        limits.restartDelay = .seconds(61)
        let live = Timekeeper.live
        let time = Timekeeper(now: live.now) { duration in
            // The pause before the new start ends when the test says so, cancelled or not.
            if duration == .seconds(61) { await pause.take() } else { try await live.sleep(duration) }
        }
        let server = MCPServer("faulty", over: Faulty.transport("well"), limits: limits, time: time)
        #expect(await server.echoes)
        _ = await server.call("die")
        let waiting = Task { await server.call("echo") }
        await pause.begins()

        let closing = await elapsed {
            await server.close()
            #expect(await waiting.value == .unreachable(reason: "The session was closed."))
        }
        await pause.end()
        // Whatever were to start now would have a moment for it.
        try await Task.sleep(for: .milliseconds(300))

        #expect(closing < .seconds(3))
        #expect(await server.starts == 1)
        #expect(await server.call("echo") == .unreachable(reason: "The session was closed."))
    }
}

/// A pause that begins and ends as a test wants it, and after ten seconds at the latest.
private actor Pause {
    private var hasBegun = false
    private var hasEnded = false

    func take() async {
        hasBegun = true
        for _ in 1...2_000 where !hasEnded { await nap() }
    }

    func begins() async {
        while !hasBegun { await nap() }
    }

    func end() { hasEnded = true }

    /// Also in a task that is cancelled.
    private func nap() async { await Task { try? await Task.sleep(for: .milliseconds(5)) }.value }
}
