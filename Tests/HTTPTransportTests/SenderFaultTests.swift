import FaultServer
import Foundation
import HTTPTransport
import Testing

@Suite("Faults of a server")
struct SenderFaultTests {
    @Test func `a redirect is a reply, and nobody follows it`() async throws {
        let other = try await FaultServer.start(.json("{}"))
        for status in [301, 302, 303, 307, 308] {
            try await sending(to: .redirect(status: status, to: other.baseURL)) { it in
                let reply = try await it.sender.send(it.request(key: Secret("sk-canary")))

                #expect(reply.status == status)
                #expect(reply.headers["location"] == other.baseURL)
                #expect(it.server.requests.count == 1)
            }
        }
        #expect(other.connections.isEmpty)
        await other.stop()
    }

    @Test func `a reset before the reply is one error and one request`() async throws {
        try await sending(to: .reset) { it in
            let end = await it.sender.outcome(of: it.request())

            #expect(end == .failed(.broken(it.server.origin, reason: "the connection was reset")))
            #expect(it.server.requests.count == 1)
        }
    }

    @Test func `a reset of a connection that is used again is one error and one request`() async throws {
        try await sending(to: .json("{}"), .reset, through: HTTPConfiguration(connectionsPerHost: 1)) { it in
            #expect(await it.sender.outcome(of: it.request()) == .reply(status: 200, body: "{}"))

            let end = await it.sender.outcome(of: it.request(body: "{\"second\":1}"))

            #expect(end == .failed(.broken(it.server.origin, reason: "the connection was reset")))
            #expect(it.server.requests.map(\.connection) == [0, 0])
            #expect(it.server.requests.map(\.bodyText) == ["{}", "{\"second\":1}"])
        }
    }

    @Test(arguments: [Behaviour.Ending.cut, .reset])
    func `a stream that is cut gives what came, and then an error`(ending: Behaviour.Ending) async throws {
        let half = ["data: {\"a\":1}\n\n", "data: {\"b\""]
        try await sending(to: .events(half, every: .milliseconds(50), ending: ending)) { it in
            let reply = try await it.sender.send(it.request())
            var text = ""
            let error = await #expect(throws: HTTPError.self) {
                for try await piece in reply.body { text += String(decoding: piece, as: UTF8.self) }
            }

            #expect(text == half.joined())
            guard case .broken(it.server.origin, _) = error else {
                Issue.record("ended in \(String(describing: error))")
                return
            }
            #expect(it.server.answered == 0)
        }
    }

    @Test func `a body that is shorter than announced is an error`() async throws {
        try await sending(to: .shortBody(announced: 100, body: Array("{\"a\":".utf8))) { it in
            let end = await it.sender.outcome(of: it.request())

            let reason = "it closed the connection in the middle of the reply"
            #expect(end == .failed(.broken(it.server.origin, reason: reason)))
        }
    }

    @Test func `something other than HTTP is malformed`() async throws {
        try await sending(to: .garbage) { it in
            let end = await it.sender.outcome(of: it.request())

            guard case .failed(.malformed(it.server.origin, let reason)) = end else {
                Issue.record("ended in \(end)")
                return
            }
            #expect(reason.hasPrefix("it is not HTTP"))
        }
    }

    @Test func `a head without end is malformed`() async throws {
        let endless = Array("HTTP/1.1 200 OK\r\nX-Long: ".utf8) + Array(repeating: 0x78, count: 1 << 20)
        try await sending(to: .raw(endless)) { it in
            let end = await it.sender.outcome(of: it.request())

            #expect(end == .failed(.malformed(it.server.origin, reason: "its head is too large")))
        }
    }

    @Test func `a closed connection without any reply is an error`() async throws {
        try await sending(to: .raw([])) { it in
            let end = await it.sender.outcome(of: it.request())

            guard case .failed(.broken(it.server.origin, _)) = end else {
                Issue.record("ended in \(end)")
                return
            }
        }
    }

    @Test func `bytes that are no text arrive as they are`() async throws {
        try await sending(to: .invalidText) { it in
            let body = try await it.sender.send(it.request()).collected()

            #expect(Array(body) == [0x22, 0xFF, 0xC3, 0x28, 0x22])
        }
    }

    @Test func `a refused connection is known at once, and nothing was sent`() async throws {
        let dead = try DeadPort(.refusing)
        let origin = Origin(scheme: .http, host: "127.0.0.1", port: dead.port)
        try await sending(to: .hang) { it in
            let took = await ContinuousClock().measure {
                let end = await it.sender.outcome(of: HTTPRequest(.get, origin, path: "/", deadlines: .generous))
                #expect(end == .failed(.unreachable(origin, reason: "nothing answers at this port")))
            }

            // The deadline to connect is twice as long.
            #expect(took < .seconds(10))
        }
    }

    @Test func `a body with an encoding that nobody asked for is refused`() async throws {
        let encoded = Behaviour.answer(status: 200, headers: [("Content-Encoding", "br")], body: [1, 2, 3])
        try await sending(to: encoded) { it in
            let end = await it.sender.outcome(of: it.request())

            let reason = "it is encoded as br, which was not asked for"
            #expect(end == .failed(.malformed(it.server.origin, reason: reason)))
        }
    }

    @Test func `an encoding that changes nothing is fine`() async throws {
        let plain = Behaviour.answer(status: 200, headers: [("Content-Encoding", "identity")], body: [0x61])
        try await sending(to: plain) { it in
            #expect(await it.sender.outcome(of: it.request()) == .reply(status: 200, body: "a"))
        }
    }
}
