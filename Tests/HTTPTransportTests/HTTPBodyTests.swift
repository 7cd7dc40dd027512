import Foundation
import HTTPTransport
import Testing

@Suite("The body of a reply")
struct HTTPBodyTests {
    private func reply(_ pieces: [String], failing error: (any Error)? = nil) -> HTTPReply {
        let body = AsyncThrowingStream<Data, any Error> { stream in
            for piece in pieces { stream.yield(Data(piece.utf8)) }
            stream.finish(throwing: error)
        }
        return HTTPReply(status: 200, body: body)
    }

    @Test func `is the sum of its pieces`() async throws {
        #expect(try await reply(["a", "", "bc"]).collected() == Data("abc".utf8))
        #expect(try await reply([]).collected() == Data())
    }

    @Test func `ends with the error of its source`() async throws {
        let error = HTTPError.broken(Origin(scheme: .http, host: "localhost", port: 80), reason: "x")

        await #expect(throws: error) { try await reply(["a"], failing: error).collected() }
    }

    @Test func `is never taken for whole when its reader is cancelled`() async throws {
        let (stream, source) = AsyncThrowingStream<Data, any Error>.makeStream()
        let reply = HTTPReply(status: 200, body: stream)
        source.yield(Data("a".utf8))
        let reading = Task { try await reply.collected() }

        reading.cancel()

        await #expect(throws: CancellationError.self) { try await reading.value }
        source.finish()
    }
}
