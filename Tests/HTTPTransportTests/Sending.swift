import FaultServer
import Foundation
import HTTPTransport
import Testing

/// A server and a sender for one test; both are closed at its end.
struct Sending {
    let server: FaultServer
    let sender: AsyncHTTPSender

    /// A request to the server, with deadlines that do not matter.
    func request(
        _ method: HTTPRequest.Method = .post, path: String = "/v1/chat/completions", body: String = "{}",
        key: Secret? = nil, headers: [(name: String, value: String)] = [], deadlines: Deadlines = .generous,
        limits: SizeLimits = SizeLimits()
    ) -> HTTPRequest {
        HTTPRequest(
            method, server.origin, path: path, headers: headers, key: key, body: Data(body.utf8),
            deadlines: deadlines, limits: limits)
    }
}

/// Runs a test with a server that does one thing after the other.
func sending(
    to behaviours: Behaviour..., through configuration: HTTPConfiguration = HTTPConfiguration(),
    _ body: (Sending) async throws -> Void
) async throws {
    let server = try await FaultServer.start(behaviours)
    let sender = try AsyncHTTPSender(configuration)
    do {
        try await body(Sending(server: server, sender: sender))
    } catch {
        await sender.shutdown()
        await server.stop()
        throw error
    }
    await sender.shutdown()
    await server.stop()
}

extension FaultServer {
    var origin: Origin { Origin(scheme: .http, host: "127.0.0.1", port: port) }
}

extension Deadlines {
    /// Long enough to never matter in a test that does not ask for them.
    static let generous = Deadlines(
        connect: .seconds(20), firstByte: .seconds(20), idle: .seconds(20), total: .seconds(40))
}

/// What a request ended in.
enum Ended: Hashable {
    case reply(status: Int, body: String)
    case failed(HTTPError)
    case cancelled
    case other(String)
}

extension AsyncHTTPSender {
    /// Sends a request and reads its reply to the end.
    func outcome(of request: HTTPRequest) async -> Ended {
        do {
            let reply = try await send(request)
            let body = try await reply.collected()
            return .reply(status: reply.status, body: String(decoding: body, as: UTF8.self))
        } catch let error as HTTPError {
            return .failed(error)
        } catch is CancellationError {
            return .cancelled
        } catch {
            return .other("\(error)")
        }
    }
}

/// Waits until something holds, at most half a minute.
func eventually(_ condition: () async -> Bool) async throws {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(30)
    while await !condition() {
        try #require(clock.now < end, "waited for half a minute")
        try await clock.sleep(for: .milliseconds(5))
    }
}
