import Foundation

/// The reply to a request: its head, and its body as it arrives.
package struct HTTPReply: Sendable {
    package let status: Int
    package let headers: HTTPFields
    package let body: HTTPBody

    package init(status: Int, headers: HTTPFields = HTTPFields(), body: HTTPBody) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package init(status: Int, headers: HTTPFields = HTTPFields(), body: AsyncThrowingStream<Data, any Error>) {
        self.init(status: status, headers: headers, body: HTTPBody(body))
    }

    /// The whole body.
    package func collected() async throws -> Data {
        var whole = Data()
        for try await piece in body { whole.append(piece) }
        return whole
    }
}

/// The header of a reply; names are found whatever their case.
package struct HTTPFields: Sendable {
    package let all: [(name: String, value: String)]

    package init(_ all: [(name: String, value: String)] = []) {
        self.all = all
    }

    /// The first value under a name.
    package subscript(name: String) -> String? {
        all.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// Sends requests.
package protocol HTTPSender: Sendable {
    /// Sends one request once, and returns when the head of the reply is there; redirects are replies like any other.
    ///
    /// Cancelling the task ends the request within 200 ms, also while its body is read.
    ///
    /// - Throws: ``HTTPError``, or `CancellationError`.
    func send(_ request: HTTPRequest) async throws -> HTTPReply
}

/// Why a request has no reply, or not a whole one.
package enum HTTPError: Error, Hashable, Sendable {
    /// What was waited for too long.
    package enum Wait: String, Hashable, Sendable {
        case connection = "a connection"
        case firstByte = "the first byte"
        case nextByte = "the next byte"
        case lastByte = "the whole reply"
    }

    /// Plain http to another machine, which is refused unless allowed.
    case insecure(Origin)
    /// No connection: refused, no such host, a certificate that is not trusted. No byte was sent.
    case unreachable(Origin, reason: String)
    /// The connection broke after the request was sent.
    case broken(Origin, reason: String)
    case timedOut(Origin, Wait, limit: Duration)
    case bodyTooLarge(Origin, limit: Int)
    case eventTooLarge(Origin, limit: Int)
    /// The reply breaks HTTP, or is encoded in a way that was not asked for.
    case malformed(Origin, reason: String)
}
