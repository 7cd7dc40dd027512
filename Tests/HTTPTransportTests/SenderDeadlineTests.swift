import FaultServer
import Foundation
import HTTPTransport
import Testing

@Suite("Deadlines of a request")
struct SenderDeadlineTests {
    /// Sends to a server with this behaviour, and expects that the deadline holds within a second.
    ///
    /// The server holds the watch: a test that waits for its turn on a busy machine would count that too.
    private func expect(
        _ wait: HTTPError.Wait, after limit: Duration, to behaviour: Behaviour, _ deadlines: Deadlines,
        scheme: Origin.Scheme = .http
    ) async throws {
        try await sending(to: behaviour) { it in
            let origin = Origin(scheme: scheme, host: "127.0.0.1", port: it.server.port)
            let request = HTTPRequest(.post, origin, path: "/v1", body: Data("{}".utf8), deadlines: deadlines)

            let took = await ContinuousClock().measure {
                #expect(await it.sender.outcome(of: request) == .failed(.timedOut(origin, wait, limit: limit)))
            }

            #expect(took >= limit)
            try await eventually { it.server.connections.count == 1 && it.server.openConnections == 0 }
            let lifetime = try #require(it.server.connections.first?.lifetime)
            #expect(lifetime < limit + .seconds(1))
        }
    }

    private let firstByte = Deadlines(
        connect: .seconds(5), firstByte: .milliseconds(600), idle: .seconds(5), total: .seconds(5))
    private let idle = Deadlines(
        connect: .seconds(5), firstByte: .seconds(5), idle: .milliseconds(600), total: .seconds(5))
    private let total = Deadlines(
        connect: .seconds(5), firstByte: .seconds(5), idle: .seconds(5), total: .milliseconds(700))

    @Test func `a server that never answers`() async throws {
        try await expect(.firstByte, after: .milliseconds(600), to: .hang, firstByte)
    }

    @Test func `a head that comes a byte at a time`() async throws {
        try await expect(
            .firstByte, after: .milliseconds(600), to: .slowHead(every: .milliseconds(100)), firstByte)
    }

    @Test func `a head without a body does not count as the first byte`() async throws {
        try await expect(.firstByte, after: .milliseconds(600), to: .headOnly(), firstByte)
    }

    @Test func `a stream that stalls`() async throws {
        try await expect(
            .nextByte, after: .milliseconds(600), to: .events(["data: one\n\n"], ending: .stall), idle)
    }

    @Test func `a body that comes a byte at a time, for ever`() async throws {
        try await expect(
            .lastByte, after: .milliseconds(700), to: .slowBody(every: .milliseconds(100)), total)
    }

    @Test func `the whole reply, when nothing comes at all`() async throws {
        try await expect(.lastByte, after: .milliseconds(700), to: .hang, total)
    }

    @Test func `the gaps between pieces do not add up`() async throws {
        try await sending(to: .events(Array(repeating: "x", count: 6), every: .milliseconds(400))) { it in
            let deadlines = Deadlines(
                connect: .seconds(20), firstByte: .milliseconds(1_500), idle: .milliseconds(1_500), total: .seconds(40))

            let end = await it.sender.outcome(of: it.request(deadlines: deadlines))

            #expect(end == .reply(status: 200, body: "xxxxxx"))
        }
    }

    @Test func `a reader that is slow does not run into the idle deadline`() async throws {
        let large = Behaviour.answer(status: 200, body: Array(repeating: 0x61, count: 8 << 20))
        try await sending(to: large) { it in
            let reply = try await it.sender.send(it.request(deadlines: idle))
            var size = 0
            for try await piece in reply.body {
                if size == 0 { try await Task.sleep(for: .milliseconds(1_200)) }
                size += piece.count
            }

            #expect(size == 8 << 20)
        }
    }

    @Test func `a reader that stops reading does not keep the request for ever`() async throws {
        try await sending(to: .endlessBody) { it in
            let reply = try await it.sender.send(it.request(deadlines: total))
            try await eventually { it.server.openConnections == 0 }

            await #expect(throws: HTTPError.timedOut(it.server.origin, .lastByte, limit: .milliseconds(700))) {
                for try await _ in reply.body {}
            }
        }
    }

    @Test func `a port that neither accepts nor refuses`() async throws {
        let dead = try DeadPort(.silent)
        let origin = Origin(scheme: .http, host: "127.0.0.1", port: dead.port)
        let deadlines = Deadlines(
            connect: .milliseconds(600), firstByte: .seconds(20), idle: .seconds(20), total: .seconds(40))
        try await sending(to: .hang) { it in
            let took = await ContinuousClock().measure {
                let end = await it.sender.outcome(of: HTTPRequest(.get, origin, path: "/", deadlines: deadlines))
                #expect(end == .failed(.timedOut(origin, .connection, limit: .milliseconds(600))))
            }

            #expect(took >= .milliseconds(600))
            #expect(took < .seconds(10))
        }
    }

    @Test func `a handshake that nobody answers counts as connecting`() async throws {
        let connect = Deadlines(
            connect: .milliseconds(600), firstByte: .seconds(5), idle: .seconds(5), total: .seconds(5))
        try await expect(.connection, after: .milliseconds(600), to: .hang, connect, scheme: .https)
    }
}
