/// One thing that is done on a connection.
enum Step: Sendable {
    case send([UInt8])
    case wait(Duration)
    /// These bytes again and again, as fast as they are taken, or with a wait before each time.
    case repeatForEver([UInt8], every: Duration)
    /// The answer is whole; the next request may come.
    case finish
    /// Nothing more happens; the connection stays open.
    case stall
    case close
    case reset
    case join(port: Int)
}

extension Behaviour {
    /// What is done, in order.
    var script: [Step] {
        switch self {
        case .answer(let status, let headers, let body):
            [.send(head(status, [("Content-Length", "\(body.count)")] + headers) + body), .finish]
        case .hang: [.stall]
        case .slowHead(let pause):
            [.send(bytes("HTTP/1.1 200 OK\r\nX-Slow: ")), .repeatForEver(bytes("x"), every: pause)]
        case .slowBody(let pause):
            [.send(head(200, [("Content-Length", "1000000000")])), .repeatForEver(bytes("x"), every: pause)]
        case .headOnly(let headers): [.send(head(200, [("Content-Length", "100")] + headers)), .stall]
        case .stream(let headers, let pieces, let ending): stream(headers, pieces, ending)
        case .reset: [.reset]
        case .redirect(let status, let target):
            [.send(head(status, [("Location", target), ("Content-Length", "0")])), .finish]
        case .endlessBody:
            [.send(head(200, [("Transfer-Encoding", "chunked")])), .repeatForEver(chunk(zeros), every: .zero)]
        case .gzipBomb:
            [
                .send(head(200, [("Content-Encoding", "gzip"), ("Content-Length", "\(GzipBomb.bytes.count)")])),
                .send(GzipBomb.bytes), .finish,
            ]
        case .raw(let bytes): [.send(bytes), .close]
        case .shortBody(let announced, let body):
            [.send(head(200, [("Content-Length", "\(announced)")]) + body), .close]
        case .after(let wait, let other): [.wait(wait)] + other.script
        case .tunnel(let port): [.join(port: port)]
        }
    }

    private func stream(_ headers: [(String, String)], _ pieces: [Piece], _ ending: Ending) -> [Step] {
        let begin = Step.send(head(200, [("Transfer-Encoding", "chunked")] + headers))
        let middle = pieces.flatMap { piece in
            (piece.wait > .zero ? [Step.wait(piece.wait)] : []) + [.send(chunk(piece.bytes))]
        }
        let end: [Step] =
            switch ending {
            case .complete: [.send(bytes("0\r\n\r\n")), .finish]
            case .stall: [.stall]
            case .cut: [.close]
            case .reset: [.reset]
            }
        return [begin] + middle + end
    }

    private func head(_ status: Int, _ headers: [(String, String)]) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status) Status"] + headers.map { "\($0.0): \($0.1)" }
        return bytes(lines.joined(separator: "\r\n") + "\r\n\r\n")
    }

    private func chunk(_ body: [UInt8]) -> [UInt8] {
        body.isEmpty ? [] : bytes(String(body.count, radix: 16) + "\r\n") + body + bytes("\r\n")
    }

    private func bytes(_ text: String) -> [UInt8] {
        Array(text.utf8)
    }

    private var zeros: [UInt8] {
        Array(repeating: 0x30, count: 1 << 16)
    }
}
