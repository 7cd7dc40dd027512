import FaultServer
import Foundation
import HTTPTransport
import Testing

@Suite("The size of a reply")
struct SenderSizeTests {
    @Test func `a body at the limit is read, one byte more is not`() async throws {
        let body = Behaviour.answer(status: 200, body: Array(repeating: 0x61, count: 100_000))
        try await sending(to: body) { it in
            let fits = await it.sender.outcome(of: it.request(limits: SizeLimits(body: 100_000)))
            let larger = await it.sender.outcome(of: it.request(limits: SizeLimits(body: 99_999)))

            #expect(fits == .reply(status: 200, body: String(repeating: "a", count: 100_000)))
            #expect(larger == .failed(.bodyTooLarge(it.server.origin, limit: 99_999)))
        }
    }

    @Test func `a body without end stops at its limit`() async throws {
        try await sending(to: .endlessBody) { it in
            let end = await it.sender.outcome(of: it.request())

            #expect(end == .failed(.bodyTooLarge(it.server.origin, limit: 16 << 20)))
            try await eventually { it.server.openConnections == 0 }
        }
    }

    @Test func `a body that nobody reads is not taken in`() async throws {
        try await sending(to: .endlessBody) { it in
            let reply = try await it.sender.send(it.request(limits: SizeLimits(body: .max)))

            // What two sockets hold is some megabytes; without a stop it would be gigabytes by now.
            try await Task.sleep(for: .seconds(1))
            let sent = try #require(it.server.connections.first?.sent)
            try await Task.sleep(for: .seconds(1))

            #expect(it.server.connections.first?.sent == sent)
            #expect(sent < 32 << 20)
            #expect(reply.status == 200)
        }
    }

    @Test func `bytes that would expand to much are refused`() async throws {
        try await sending(to: .gzipBomb) { it in
            let end = await it.sender.outcome(of: it.request())

            let reason = "it is encoded as gzip, which was not asked for"
            #expect(end == .failed(.malformed(it.server.origin, reason: reason)))
        }
    }

    /// In a process of its own, where nothing else uses memory.
    @Test func `bodies without end and bombs cost less than 64 MiB of memory`() async {
        await #expect(processExitsWith: .success) {
            try await sending(to: .json("{}"), .gzipBomb, .endlessBody) { it in
                _ = await it.sender.outcome(of: it.request())
                _ = Behaviour.bomb.count
                let before = try MemoryPeak.megabytes()
                let outcomes = (await it.sender.outcome(of: it.request()), await it.sender.outcome(of: it.request()))

                let growth = try MemoryPeak.megabytes() - before

                #expect(outcomes.1 == .failed(.bodyTooLarge(it.server.origin, limit: 16 << 20)))
                #expect(growth < 64)
            }
        }
    }
}

/// The most memory that this process has had at once, as Linux counts it.
private enum MemoryPeak {
    static func megabytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        let kilobytes = try #require(line.split(separator: " ").compactMap { Int($0) }.first)
        return kilobytes / 1_024
    }
}
