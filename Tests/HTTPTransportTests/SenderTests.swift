import FaultServer
import Foundation
import HTTPTransport
import Testing

@Suite("Sending a request")
struct SenderTests {
    @Test func `sends method, path, headers, key and body, and gives the reply`() async throws {
        let answer = Behaviour.answer(
            status: 418, headers: [("Content-Type", "application/json"), ("X-Mark", "7")], body: Array("{\"a\":1}".utf8)
        )
        try await sending(to: answer) { it in
            let request = it.request(
                path: "/v1/chat/completions?x=1", body: "{\"q\":\"ä\"}", key: Secret("sk-canary"),
                headers: [("Content-Type", "application/json"), ("X-Title", "toolgrad")])

            let reply = try await it.sender.send(request)

            #expect(reply.status == 418)
            #expect(reply.headers["x-mark"] == "7")
            #expect(try await reply.collected() == Data("{\"a\":1}".utf8))
            let seen = try #require(it.server.requests.first)
            #expect(seen.method == "POST")
            #expect(seen.path == "/v1/chat/completions?x=1")
            #expect(seen[header: "authorization"] == "Bearer sk-canary")
            #expect(seen[header: "content-type"] == "application/json")
            #expect(seen[header: "x-title"] == "toolgrad")
            #expect(seen[header: "host"] == "127.0.0.1:\(it.server.port)")
            #expect(seen.bodyText == "{\"q\":\"ä\"}")
        }
    }

    @Test func `asks for bytes as they are`() async throws {
        try await sending(to: .json("{}")) { it in
            _ = await it.sender.outcome(of: it.request(headers: [("Accept-Encoding", "gzip")]))

            let sent = it.server.requests.flatMap(\.headers).filter { $0.name.lowercased() == "accept-encoding" }
            #expect(sent.map(\.value) == ["identity"])
        }
    }

    @Test func `takes the key from nowhere but the request's key`() async throws {
        try await sending(to: .json("{}")) { it in
            _ = await it.sender.outcome(of: it.request(headers: [("Authorization", "Bearer other")]))

            #expect(it.server.requests.map { $0[header: "authorization"] } == [nil])
        }
    }

    @Test func `uses a connection again once a reply is whole`() async throws {
        try await sending(to: .json("{}"), through: HTTPConfiguration(connectionsPerHost: 1)) { it in
            for _ in 0..<5 {
                #expect(await it.sender.outcome(of: it.request()) == .reply(status: 200, body: "{}"))
            }

            #expect(it.server.requests.count == 5)
            #expect(it.server.connections.count == 1)
        }
    }

    @Test func `gives a piece of a stream before the rest is there`() async throws {
        try await sending(to: .events(["data: one\n\n"], ending: .stall)) { it in
            let reply = try await it.sender.send(it.request())
            var pieces = reply.body.makeAsyncIterator()

            #expect(try await pieces.next() == Data("data: one\n\n".utf8))
        }
    }

    @Test func `ends an empty body at once`() async throws {
        try await sending(to: .answer(status: 204, body: [])) { it in
            #expect(await it.sender.outcome(of: it.request(.get)) == .reply(status: 204, body: ""))
        }
    }

    @Test func `keeps to the number of connections, and the rest wait without running out of time`() async throws {
        let slow = Behaviour.after(.milliseconds(300), .json("{}"))
        try await sending(to: slow, through: HTTPConfiguration(connectionsPerHost: 2)) { it in
            let deadlines = Deadlines(
                connect: .milliseconds(500), firstByte: .milliseconds(2_000), idle: .seconds(5), total: .seconds(5))

            let ends = await withTaskGroup(of: Ended.self, returning: [Ended].self) { group in
                for _ in 0..<8 {
                    group.addTask { await it.sender.outcome(of: it.request(deadlines: deadlines)) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(ends == Array(repeating: .reply(status: 200, body: "{}"), count: 8))
            #expect(it.server.connections.count == 2)
        }
    }

    @Test func `refuses plain http to another machine unless it is allowed`() async throws {
        let origin = Origin(scheme: .http, host: "models.invalid", port: 80)
        let request = HTTPRequest(.get, origin, path: "/", key: Secret("sk-canary"), deadlines: .generous)
        let careful = try AsyncHTTPSender()
        let open = try AsyncHTTPSender(HTTPConfiguration(plainHTTP: .anywhere))

        #expect(await careful.outcome(of: request) == .failed(.insecure(origin)))
        let reason = "there is no host of this name, or none of its addresses answers"
        #expect(await open.outcome(of: request) == .failed(.unreachable(origin, reason: reason)))

        await careful.shutdown()
        await open.shutdown()
    }

    @Test func `refuses a key with a line break without quoting it`() async throws {
        try await sending(to: .json("{}")) { it in
            let end = await it.sender.outcome(of: it.request(key: Secret("sk-canary\n")))

            guard case .failed(.unreachable(_, let reason)) = end else {
                Issue.record("ended in \(end)")
                return
            }
            #expect(reason.contains("Authorization"))
            #expect(!reason.contains("canary"))
            #expect(it.server.connections.isEmpty)
        }
    }

    @Test func `refuses a path that would end the request line`() async throws {
        try await sending(to: .json("{}")) { it in
            for path in ["v1", "@example.com/", "/v1 HTTP/1.1\r\nX: y", "/ä", ""] {
                let end = await it.sender.outcome(of: it.request(path: path))
                #expect(end == .failed(.unreachable(it.server.origin, reason: "the path of the request is none")))
            }
            #expect(it.server.connections.isEmpty)
        }
    }

    @Test func `sends nothing after its shutdown`() async throws {
        try await sending(to: .json("{}")) { it in
            await it.sender.shutdown()
            await it.sender.shutdown()

            let end = await it.sender.outcome(of: it.request())

            #expect(end == .failed(.unreachable(it.server.origin, reason: "this program is ending")))
            #expect(it.server.connections.isEmpty)
        }
    }

    @Test func `ends what is under way when it is shut down`() async throws {
        try await sending(to: .hang) { it in
            async let end = it.sender.outcome(of: it.request())
            try await eventually { it.server.requests.count == 1 }

            await it.sender.shutdown()

            #expect(await end == .cancelled)
        }
    }

    @Test func `may go away without a shutdown`() async throws {
        let server = try await FaultServer.start(.json("{}"))
        do {
            let sender = try AsyncHTTPSender()
            let request = HTTPRequest(.get, server.origin, path: "/", deadlines: .generous)
            #expect(await sender.outcome(of: request) == .reply(status: 200, body: "{}"))
        }

        try await eventually { server.openConnections == 0 }
        await server.stop()
    }
}
