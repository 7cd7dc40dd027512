/// What the server does with one request.
package indirect enum Behaviour: Sendable {
    /// A whole answer with a Content-Length; `headers` come after it.
    case answer(status: Int, headers: [(String, String)] = [], body: [UInt8])
    /// Takes the request and never answers.
    case hang
    /// The head of an answer, a byte each time, for ever unfinished.
    case slowHead(every: Duration)
    /// The head at once, then a byte of the body each time, for ever.
    case slowBody(every: Duration)
    /// The head, and nothing after it; the connection stays open.
    case headOnly(headers: [(String, String)] = [])
    /// The head and these pieces of the body, each after a wait, in chunks; then the end.
    case stream(headers: [(String, String)] = [], pieces: [Piece], ending: Ending = .complete)
    /// Resets the connection instead of answering.
    case reset
    /// A redirect.
    case redirect(status: Int = 307, to: String)
    /// A body that never ends, as fast as it is read.
    case endlessBody
    /// Bytes that expand to 256 MiB, with `Content-Encoding: gzip`.
    case gzipBomb
    /// These bytes, whatever they are; then the connection is closed.
    case raw([UInt8])
    /// An answer that announces more bytes than it sends, and then closes.
    case shortBody(announced: Int, body: [UInt8])
    /// Waits, then does the other thing.
    case after(Duration, Behaviour)
    /// As a proxy that is asked to CONNECT: agrees, and joins the client to this port, whatever host it asked for.
    case tunnel(port: Int)

    /// How a stream ends.
    package enum Ending: Sendable {
        case complete
        /// The connection stays open, nothing more comes.
        case stall
        /// The connection is closed in the middle.
        case cut
        /// The connection is reset in the middle.
        case reset
    }

    /// A piece of a body, and how long to wait before it.
    package struct Piece: Sendable {
        package let wait: Duration
        package let bytes: [UInt8]

        package init(_ bytes: [UInt8], after wait: Duration = .zero) {
            self.bytes = bytes
            self.wait = wait
        }
    }
}

extension Behaviour {
    /// An answer with a body of text.
    package static func text(
        _ text: String, status: Int = 200, headers: [(String, String)] = [("Content-Type", "text/plain")]
    ) -> Behaviour {
        .answer(status: status, headers: headers, body: Array(text.utf8))
    }

    /// An answer with a body of JSON.
    package static func json(_ text: String, status: Int = 200, headers: [(String, String)] = []) -> Behaviour {
        .text(text, status: status, headers: [("Content-Type", "application/json")] + headers)
    }

    /// A page of HTML.
    package static func html(_ text: String, status: Int = 200) -> Behaviour {
        .text(text, status: status, headers: [("Content-Type", "text/html")])
    }

    /// A stream of server-sent events, each as it is to be sent, with a wait before each.
    package static func events(_ texts: [String], every wait: Duration = .zero, ending: Ending = .complete) -> Behaviour
    {
        .stream(
            headers: [("Content-Type", "text/event-stream")],
            pieces: texts.map { Piece(Array($0.utf8), after: wait) }, ending: ending)
    }

    /// Bytes that are no UTF-8, as JSON.
    package static var invalidText: Behaviour {
        .answer(status: 200, headers: [("Content-Type", "application/json")], body: [0x22, 0xFF, 0xC3, 0x28, 0x22])
    }

    /// What ``gzipBomb`` sends.
    package static var bomb: [UInt8] { GzipBomb.bytes }

    /// Something that is not HTTP.
    package static var garbage: Behaviour {
        .raw(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8))
    }
}
