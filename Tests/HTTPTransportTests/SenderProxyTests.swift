import FaultServer
import Foundation
import HTTPTransport
import Testing

@Suite("Requests through a proxy")
struct SenderProxyTests {
    /// A server, a proxy before it, and a sender that knows both.
    private struct Site {
        let server: FaultServer
        let proxy: FaultServer
        let sender: AsyncHTTPSender

        func request(host: String = "models.invalid") -> HTTPRequest {
            HTTPRequest(
                .post, Origin(scheme: .http, host: host, port: 8_000), path: "/v1/x", key: Secret("sk-canary"),
                body: Data("{}".utf8), deadlines: .generous)
        }
    }

    private func site(
        _ variables: [String: String] = [:], proxy behaviour: Behaviour? = nil, user: String = "",
        _ body: (Site) async throws -> Void
    ) async throws {
        let server = try await FaultServer.start(.json("{\"ok\":1}"))
        let proxy = try await FaultServer.start(behaviour ?? .tunnel(port: server.port))
        let environment = variables.merging(["http_proxy": "http://\(user)127.0.0.1:\(proxy.port)"]) { given, _ in given
        }
        var configuration = try HTTPConfiguration(environment: environment)
        configuration.plainHTTP = .anywhere
        let sender = try AsyncHTTPSender(configuration)
        try await body(Site(server: server, proxy: proxy, sender: sender))
        await sender.shutdown()
        await proxy.stop()
        await server.stop()
    }

    @Test func `ask it to CONNECT, and tell it no key`() async throws {
        try await site { it in
            #expect(await it.sender.outcome(of: it.request()) == .reply(status: 200, body: "{\"ok\":1}"))

            let connect = try #require(it.proxy.requests.first)
            #expect(connect.method == "CONNECT")
            #expect(connect.path == "models.invalid:8000")
            #expect(connect[header: "authorization"] == nil)
            #expect(connect[header: "proxy-authorization"] == nil)
            #expect(it.server.requests.map { $0[header: "authorization"] } == ["Bearer sk-canary"])
            #expect(it.server.requests.map { $0[header: "host"] } == ["models.invalid:8000"])
        }
    }

    @Test func `tell it user and password, and nobody else`() async throws {
        try await site(user: "me:p%40ss@") { it in
            _ = await it.sender.outcome(of: it.request())

            #expect(it.proxy.requests.map { $0[header: "proxy-authorization"] } == ["Basic bWU6cEBzcw=="])
            #expect(it.server.requests.map { $0[header: "proxy-authorization"] } == [nil])
        }
    }

    @Test func `go around it for hosts that no_proxy lists`() async throws {
        try await site(["no_proxy": "invalid"]) { it in
            let end = await it.sender.outcome(of: it.request())

            guard case .failed(.unreachable) = end else {
                Issue.record("ended in \(end)")
                return
            }
            #expect(it.proxy.connections.isEmpty)
        }
    }

    @Test func `go around it for this machine`() async throws {
        try await site { it in
            let request = HTTPRequest(.get, it.server.origin, path: "/", deadlines: .generous)

            #expect(await it.sender.outcome(of: request) == .reply(status: 200, body: "{\"ok\":1}"))
            #expect(it.proxy.connections.isEmpty)
        }
    }

    @Test(arguments: [
        (407, "the proxy wants a user and a password that it knows"), (403, "the proxy refused to connect to it"),
        (502, "the proxy refused to connect to it"),
    ])
    func `say so when it refuses`(status: Int, reason: String) async throws {
        try await site(proxy: .answer(status: status, body: [])) { it in
            let request = it.request()

            #expect(await it.sender.outcome(of: request) == .failed(.unreachable(request.origin, reason: reason)))
            #expect(it.server.requests.isEmpty)
        }
    }

    @Test func `count a proxy that hangs as connecting`() async throws {
        try await site(proxy: .hang) { it in
            var request = it.request()
            request.deadlines.connect = .milliseconds(500)

            let end = await it.sender.outcome(of: request)

            #expect(end == .failed(.timedOut(request.origin, .connection, limit: .milliseconds(500))))
        }
    }
}
