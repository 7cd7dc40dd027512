import Foundation
import Subprocess

/// Reads a child's output when somebody asks for it, and never after the conversation.
actor ChildOutput {
    private enum State {
        case idle
        case reading
        case closed
    }

    private let stream: SubprocessOutputSequence
    private var iterator: SubprocessOutputSequence.AsyncIterator?
    private var state = State.idle
    private var closing: CheckedContinuation<Void, Never>?

    init(_ stream: SubprocessOutputSequence) {
        self.stream = stream
    }

    /// The pieces, each read when it is asked for.
    nonisolated var pieces: AsyncThrowingStream<Data, any Error> {
        AsyncThrowingStream { try await self.next() }
    }

    /// Ends the reading, once the read that is under way has ended.
    ///
    /// The child must be dead by then: the descriptor is closed afterwards, and may be another's.
    func close() async {
        if state == .reading { await withCheckedContinuation { closing = $0 } }
        state = .closed
    }

    private func next() async throws -> Data? {
        guard state == .idle else { return nil }
        state = .reading
        defer { endReading() }
        var reader = iterator ?? stream.makeAsyncIterator()
        let piece = try await reader.next(isolation: self)
        iterator = reader
        return piece.map { piece in piece.withUnsafeBytes { Data($0) } }
    }

    private func endReading() {
        state = .idle
        closing?.resume()
        closing = nil
    }
}
