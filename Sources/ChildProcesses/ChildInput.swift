import Foundation
import Subprocess
import Synchronization

/// The queue before a child's input: messages are written whole, one after the other.
///
/// Whoever waits may be cancelled, the writing never is: half a message would spoil all that come after it.
final class ChildInput: Sendable {
    /// More than that never waits for a child, unless it is one message alone.
    static let limit = 16 << 20

    private enum Order: Sendable {
        case write([UInt8], ticket: Int)
        case end
    }

    private struct State {
        var isOpen = true
        var waitingBytes = 0
        var tickets = 0
        var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
    }

    private let program: ChildCommand.Program
    private let state = Mutex(State())
    private let orders: AsyncStream<Order>
    private let queue: AsyncStream<Order>.Continuation

    init(of program: ChildCommand.Program) {
        self.program = program
        (orders, queue) = AsyncStream.makeStream()
    }

    /// Waits until the bytes are written.
    func write(_ bytes: Data) async throws {
        try Task.checkCancellation()
        let ticket = try takeTicket(for: bytes.count)
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiting in
                enqueue([UInt8](bytes), ticket, waiting)
                if Task.isCancelled { resolve(ticket, .failure(CancellationError())) }
            }
        } onCancel: {
            resolve(ticket, .failure(CancellationError()))
        }
    }

    /// Lets the input end after everything that was written before.
    func end() {
        state.withLock {
            guard $0.isOpen else { return }
            $0.isOpen = false
            queue.yield(.end)
        }
    }

    /// Takes no more orders; those that it has are still tried.
    func abandon() {
        state.withLock { $0.isOpen = false }
        queue.finish()
    }

    /// Carries out the orders; returns when the input has ended, or the task is cancelled.
    func serve(_ writer: StandardInputWriter) async {
        for await order in orders {
            guard case .write(let bytes, let ticket) = order, await write(bytes, to: writer) else { break }
            state.withLock { $0.waitingBytes -= bytes.count }
            resolve(ticket, .success(()))
        }
        close()
        try? await writer.finish()
    }

    /// Takes no more orders, and lets nobody wait.
    private func close() {
        queue.finish()
        let forlorn = state.withLock { state in
            state.isOpen = false
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for waiting in forlorn { waiting.resume(throwing: ConversationError.inputClosed(program)) }
    }

    private func write(_ bytes: [UInt8], to writer: StandardInputWriter) async -> Bool {
        // Fewer are written when the child has ended meanwhile.
        await (try? writer.write(bytes)) == bytes.count
    }

    private func takeTicket(for count: Int) throws -> Int {
        try state.withLock {
            guard $0.isOpen else { throw ConversationError.inputClosed(program) }
            guard $0.waitingBytes == 0 || $0.waitingBytes + count <= Self.limit else {
                throw ConversationError.notReading(program, waiting: $0.waitingBytes)
            }
            $0.waitingBytes += count
            $0.tickets += 1
            return $0.tickets
        }
    }

    private func enqueue(_ bytes: [UInt8], _ ticket: Int, _ waiting: CheckedContinuation<Void, any Error>) {
        let isTaken = state.withLock { state in
            guard state.isOpen else { return false }
            state.waiting[ticket] = waiting
            queue.yield(.write(bytes, ticket: ticket))
            return true
        }
        if !isTaken { waiting.resume(throwing: ConversationError.inputClosed(program)) }
    }

    private func resolve(_ ticket: Int, _ result: Result<Void, any Error>) {
        state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume(with: result)
    }
}
