import Foundation
import HTTPTransport
import Synchronization

/// A live server that is asked for what a tape lacks.
struct RealModel: Sendable {
    /// It answered with something other than a completion.
    struct Refusal: Error, Hashable, CustomStringConvertible {
        let status: Int
        let text: String

        var description: String { "The real model answered with HTTP \(status): \(text)" }
    }

    private let base: BaseURL
    private let sender: any HTTPSender

    init(at address: String) throws {
        base = try BaseURL(address)
        sender = try AsyncHTTPSender()
    }

    /// Sends a question on, and holds up the thread until the whole answer is there: recording is no hurry.
    func answer(to request: Data) throws -> Data {
        let waiting = Waiting()
        Task {
            do { waiting.end(.success(try await asked(request))) } catch { waiting.end(.failure(error)) }
        }
        return try waiting.result().get()
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

/// Hands a result from a task to the thread that waits for it.
private final class Waiting: Sendable {
    private let found = Mutex<Result<Data, any Error>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    func end(_ result: Result<Data, any Error>) {
        found.withLock { $0 = result }
        done.signal()
    }

    func result() -> Result<Data, any Error> {
        done.wait()
        return found.withLock { $0 } ?? .failure(CancellationError())
    }
}
