import Foundation

/// A way to reach one MCP server.
package protocol MCPTransport: Sendable {
    /// Opens a connection, and keeps it open for as long as `body` takes; afterwards nothing of it is left.
    ///
    /// Cancelling closes it at once.
    ///
    /// - Throws: ``MCPTransportError`` when no connection could be opened.
    func connect(_ body: @escaping @Sendable (MCPConnection) async -> Void) async throws
}

/// An open connection to a server.
package struct MCPConnection: Sendable {
    /// When the answer to a request comes.
    package enum Answering: Hashable, Sendable {
        /// At any time; sending only hands the message over.
        case later
        /// Before sending returns.
        case whileSending
    }

    /// Takes what arrives, one at a time.
    package typealias Receiver = @Sendable (Arrival) async -> Void

    package let answering: Answering
    /// Sends one message; what comes back for it goes to the receiver.
    ///
    /// Throws ``MCPTransportError`` when it cannot.
    package let send: @Sendable (Outgoing, _ receive: @escaping Receiver) async throws -> Void
    /// Gives whatever arrives by itself to the receiver, until the connection ends; then says why it ended.
    package let listen: @Sendable (_ receive: @escaping Receiver) async -> String
    /// The last lines of the server's error stream; may be asked when the connection is closed, too.
    package let errorLines: @Sendable () -> [String]

    package init(
        answering: Answering, send: @escaping @Sendable (Outgoing, @escaping Receiver) async throws -> Void,
        listen: @escaping @Sendable (@escaping Receiver) async -> String,
        errorLines: @escaping @Sendable () -> [String] = { [] }
    ) {
        self.answering = answering
        self.send = send
        self.listen = listen
        self.errorLines = errorLines
    }
}

/// A message on its way to a server, with what a transport may have to know of it.
package struct Outgoing: Hashable, Sendable {
    package let message: RPCMessage
    /// What both sides agreed on; nil before that.
    package let version: ProtocolVersion?
    /// How long its answer is waited for.
    package let limit: Duration

    package init(_ message: RPCMessage, version: ProtocolVersion?, within limit: Duration) {
        self.message = message
        self.version = version
        self.limit = limit
    }
}

/// Something that came from a server.
package enum Arrival: Hashable, Sendable {
    /// The bytes of what should be one message.
    case message(Data)
    case tooLong(LineFraming.LongLine)
    /// A message without an end; the server cannot be listened to any more.
    case endless(after: Int)
}

/// Why a message could not be sent, or a connection not be opened.
package enum MCPTransportError: Error, Hashable, Sendable {
    /// A whole sentence.
    case failed(reason: String)
    /// The server has forgotten the session; the message did nothing.
    case sessionLost
    /// The server answered by an error of the protocol and not with a message.
    case refused(RPCError)
}

extension MCPTransportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .failed(let reason): reason
        case .sessionLost: "The server has forgotten the session."
        case .refused(let error): "The server refused: \(error.message) (\(error.code))."
        }
    }
}
