import Engine

/// Why a session with a server is over.
package enum SessionEnd: Error, Hashable, Sendable {
    /// We closed it.
    case closed
    /// The server speaks only versions that we do not.
    case wrongVersion(offered: [String])
    /// The server did not answer the handshake, or not well.
    case noHandshake(reason: String)
    /// Too much of what it wrote was no message.
    case garbage(lines: Int, bytes: Int, sample: String)
    /// A message had no end.
    case endlessMessage(bytes: Int)
    /// There never was a connection; the reason is a whole sentence.
    case noConnection(reason: String)
    /// The connection broke; the reason is a whole sentence.
    case broken(reason: String)
    /// The server has forgotten us, and may be spoken to anew.
    case forgotten
}

extension SessionEnd: CustomStringConvertible {
    /// A whole sentence about the server.
    package var description: String {
        switch self {
        case .closed: "The session was closed."
        case .wrongVersion(let offered):
            "It speaks the protocol versions \(offered.joined(separator: ", ")), and we speak "
                + ProtocolVersion.allCases.map(\.rawValue).joined(separator: ", ") + "."
        case .noHandshake(let reason): "It did not take up the conversation: \(reason)"
        case .garbage(let lines, let bytes, let sample):
            "It wrote \(lines) lines (\(bytes) bytes) to its output that are no messages, such as: \(sample)"
        case .endlessMessage(let bytes): "It wrote a line without an end: \(bytes) bytes so far."
        case .noConnection(let reason), .broken(let reason): reason
        case .forgotten: "It has forgotten the session."
        }
    }
}

/// How a request ended.
package enum RPCAnswer: Hashable, Sendable {
    case result(JSON)
    case failure(RPCError)
    /// It was answered by something that cannot be read.
    case unreadable(LineFraming.LongLine, reason: String)
    case timedOut(after: Duration)
    /// Nobody waits for the answer any more.
    case cancelled
    /// The session ended first.
    case ended(SessionEnd)
    /// This one message could not be sent or answered; the session goes on.
    case broken(reason: String)
}

/// What both sides agreed on.
package struct Agreement: Hashable, Sendable {
    package let version: ProtocolVersion
    /// What the server calls itself, with its version; may be anything.
    package let server: String

    package init(version: ProtocolVersion, server: String) {
        self.version = version
        self.server = server
    }
}
