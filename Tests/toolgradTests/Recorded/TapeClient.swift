import Foundation
import HTTPTransport

/// Asks a server as a client of its model would.
struct TapeClient: Sendable {
    /// It answered with something other than a completion.
    struct Refusal: Error, Hashable, CustomStringConvertible {
        let status: Int
        let text: String

        var description: String { "The server answered with HTTP \(status): \(text)" }
    }

    private let base: BaseURL
    private let sender: any HTTPSender

    init(at address: String) throws {
        base = try BaseURL(address)
        sender = try AsyncHTTPSender()
    }

    func asked(_ request: Data) async throws -> Data {
        let question = HTTPRequest(
            .post, base.origin, path: base.appending("/chat/completions"),
            headers: [("Content-Type", "application/json")], body: request)
        let reply = try await sender.send(question)
        let bytes = try await reply.collected()
        guard reply.status == 200 else {
            throw Refusal(status: reply.status, text: String(decoding: bytes, as: UTF8.self))
        }
        return bytes
    }
}
