import Foundation

/// The body of a reply as it arrives; read once.
///
/// Reading ends early with an ``HTTPError``, or with `CancellationError` when the reading task is cancelled: a body
/// that ends without either is whole. (A plain stream ends quietly when cancelled.)
package struct HTTPBody: AsyncSequence, Sendable {
    private let read: @Sendable () -> AsyncIterator

    /// A body whose pieces are asked for one by one; nil is its end.
    package init(_ next: @escaping @Sendable () async throws -> Data?) {
        read = { AsyncIterator(ask: next) }
    }

    /// A body whose pieces are pushed.
    package init(_ pieces: AsyncThrowingStream<Data, any Error>) {
        read = {
            var iterator = pieces.makeAsyncIterator()
            return AsyncIterator(ask: { try await iterator.next() })
        }
    }

    package func makeAsyncIterator() -> AsyncIterator {
        read()
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let ask: () async throws -> Data?

        package mutating func next() async throws -> Data? {
            if let piece = try await ask() { return piece }
            try Task.checkCancellation()
            return nil
        }
    }
}
