import Foundation
import Synchronization

/// What waits to be written to a server, in order.
///
/// Writing a message is never given up halfway, since all that follows would be unreadable; so whoever sends only puts
/// it here.
final class Outbox: Sendable {
    private struct State {
        var waiting = 0
        var failure: String?
    }

    private let limit: Int
    private let state = Mutex(State())
    private let messages: AsyncStream<Data>
    private let entry: AsyncStream<Data>.Continuation

    /// `limit` is how much may wait, in bytes.
    init(limit: Int = 32 << 20) {
        self.limit = limit
        (messages, entry) = AsyncStream.makeStream()
    }

    /// Puts a message at the end.
    func post(_ message: Data) throws(MCPTransportError) {
        let problem = state.withLock { state -> String? in
            if let failure = state.failure { return failure }
            guard state.waiting + message.count <= limit else { return "It does not read what it is sent." }
            state.waiting += message.count
            return nil
        }
        if let problem { throw .failed(reason: problem) }
        entry.yield(message)
    }

    /// Writes what comes, until a write fails, the box is closed or the task is cancelled; says whether a write failed.
    func drain(_ write: (Data) async throws -> Void) async -> Bool {
        for await message in messages {
            do { try await write(message) } catch {
                state.withLock { $0.failure = "It no longer reads what it is sent." }
                return !Task.isCancelled
            }
            state.withLock { $0.waiting -= message.count }
        }
        return false
    }

    func close() {
        entry.finish()
    }
}
