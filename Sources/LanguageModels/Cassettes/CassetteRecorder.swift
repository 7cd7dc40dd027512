import Foundation
import HTTPTransport

/// Sends requests on, and keeps what went out and came back; nothing is kept of an exchange that fails.
package actor CassetteRecorder: HTTPSender {
    private let sender: any HTTPSender
    package private(set) var cassette = Cassette()

    package init(recording sender: any HTTPSender) {
        self.sender = sender
    }

    package func send(_ request: HTTPRequest) async throws -> HTTPReply {
        let reply = try await sender.send(request)
        let exchange = Cassette.Exchange(
            method: request.method.rawValue, path: request.path, sent: request.masked(request.body),
            status: reply.status, type: reply.headers["content-type"],
            reply: request.masked(try await reply.collected()))
        cassette.exchanges.append(exchange)
        return HTTPReply(exchange)
    }
}

extension HTTPRequest {
    /// The bytes without the key, which some servers repeat.
    fileprivate func masked(_ bytes: Data) -> Data {
        guard let key, let text = String(validating: bytes, as: UTF8.self) else { return bytes }
        return Data(key.masked(in: text).utf8)
    }
}
