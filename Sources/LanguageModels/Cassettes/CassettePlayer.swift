import Engine
import Foundation
import HTTPTransport

/// Answers from a cassette, strictly: the same requests in the same order, and nothing else.
package actor CassettePlayer: HTTPSender {
    /// A request that is not the one whose turn it is.
    package struct Mismatch: Error, Hashable, CustomStringConvertible {
        /// From 1.
        package let number: Int
        package let expected: String
        package let found: String

        package var description: String {
            """
            Request \(number) is not the recorded one; record again if it is right.
            recorded: \(expected)
            sent: \(found)
            """
        }
    }

    private let cassette: Cassette
    private var played = 0

    package init(_ cassette: Cassette) {
        self.cassette = cassette
    }

    /// Exchanges that nobody has asked for yet.
    package var left: Int { cassette.exchanges.count - played }

    /// - Throws: ``Mismatch``.
    package func send(_ request: HTTPRequest) throws -> HTTPReply {
        let found = "\(request.method.rawValue) \(request.path) \(String(decoding: request.body, as: UTF8.self))"
        guard played < cassette.exchanges.count else {
            throw Mismatch(number: played + 1, expected: "the end of the cassette", found: found)
        }
        let next = cassette.exchanges[played]
        played += 1
        guard next.method == request.method.rawValue, next.path == request.path, next.sent == request.body else {
            let expected = "\(next.method) \(next.path) \(String(decoding: next.sent, as: UTF8.self))"
            throw Mismatch(number: played, expected: expected, found: found)
        }
        return HTTPReply(next)
    }
}

extension HTTPReply {
    init(_ exchange: Cassette.Exchange) {
        let headers = exchange.type.map { [(name: "Content-Type", value: $0)] } ?? []
        let body = AsyncThrowingStream<Data, any Error> { continuation in
            continuation.yield(exchange.reply)
            continuation.finish()
        }
        self.init(status: exchange.status, headers: HTTPFields(headers), body: body)
    }
}
