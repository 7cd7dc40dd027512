import Engine
import Foundation
import HTTPTransport
import Synchronization

/// A server that is spoken to over HTTP: a request for each message, answered by JSON or by a stream of events.
///
/// A session that has a name is ended on the server's side, too. Redirects are refused; nothing goes to another origin
/// than the server's own.
package struct StreamableHTTP: MCPTransport {
    private let address: BaseURL
    private let path: String
    private let headers: [(name: String, value: String)]
    private let sender: any HTTPSender
    private let messageLimit: Int

    /// `headers` are the user's own, such as the one that lets us in; `query` follows the address as it is.
    package init(
        _ address: BaseURL, query: String = "", headers: [(name: String, value: String)] = [],
        sender: any HTTPSender, messageLimit: Int = MCPLimits().line
    ) {
        self.address = address
        path = (address.prefix.isEmpty ? "/" : address.prefix) + (query.isEmpty ? "" : "?" + query)
        self.headers = headers
        self.sender = sender
        self.messageLimit = messageLimit
    }

    package func connect(_ body: @escaping @Sendable (MCPConnection) async -> Void) async throws {
        let session = NamedSession()
        let connection = MCPConnection(
            answering: .whileSending,
            send: { outgoing, receive in try await send(outgoing, session, receive) },
            listen: { _ in
                // Nothing comes by itself: the stream that a server may offer for that is not asked for.
                _ = await Promise<Void>().value()
                return "The connection was closed."
            })
        await body(connection)
        await leave(session)
    }

    /// Says that the session is not needed any more; a server that does not hear it will forget it some day.
    private func leave(_ session: NamedSession) async {
        guard let headers = session.farewell else { return }
        let patience = Duration.seconds(1)
        let request = HTTPRequest(
            .delete, address.origin, path: path, headers: self.headers(beside: headers),
            deadlines: Deadlines(connect: patience, firstByte: patience, idle: patience, total: patience),
            limits: SizeLimits(body: 64 << 10))
        _ = try? await sender.send(request).collected()
    }

    private func send(
        _ outgoing: Outgoing, _ session: NamedSession, _ receive: @escaping MCPConnection.Receiver
    ) async throws {
        do {
            let reply = try await sender.send(request(for: outgoing, session))
            try await take(reply, to: outgoing, session, receive)
        } catch let error as HTTPError {
            throw MCPTransportError.failed(reason: error.sentence)
        }
    }

    private func request(for outgoing: Outgoing, _ session: NamedSession) -> HTTPRequest {
        let patience = outgoing.limit + .seconds(1)
        var own = [("Content-Type", "application/json"), ("Accept", "application/json, text/event-stream")]
        own += outgoing.headers + session.headers
        return HTTPRequest(
            .post, address.origin, path: path, headers: headers(beside: own),
            body: Data(outgoing.message.text.utf8),
            deadlines: Deadlines(firstByte: patience, idle: patience, total: patience),
            limits: SizeLimits(body: messageLimit, event: messageLimit))
    }

    /// The user's own headers, but where the protocol has to say something itself.
    private func headers(beside own: [(String, String)]) -> [(name: String, value: String)] {
        let names = Set(own.map { $0.0.lowercased() })
        return headers.filter { !names.contains($0.name.lowercased()) } + own.map { (name: $0.0, value: $0.1) }
    }

    private func take(
        _ reply: HTTPReply, to outgoing: Outgoing, _ session: NamedSession, _ receive: @escaping MCPConnection.Receiver
    ) async throws {
        switch reply.status {
        case 200..<300: break
        case 300..<400:
            throw MCPTransportError.failed(
                reason:
                    "The server sends us elsewhere (HTTP \(reply.status)), which is refused. Configure its real address."
            )
        case 401, 403:
            throw MCPTransportError.failed(
                reason:
                    "The server refused the credentials (HTTP \(reply.status)). Check its headers in the configuration."
            )
        case 404 where session.hasName:
            session.forget()
            throw MCPTransportError.sessionLost
        default: throw try await refusal(in: reply)
        }
        if case .request(_, "initialize", _) = outgoing.message { session.begin(reply.headers["Mcp-Session-Id"]) }
        session.speaks(outgoing.version)
        guard case .request = outgoing.message else { return }
        let type = reply.headers["Content-Type"]?.lowercased() ?? ""
        switch type.prefix(while: { $0 != ";" && $0 != " " }) {
        case "text/event-stream": try await receiveEvents(of: reply, receive)
        case "application/json": await receive(.message(try await reply.collected()))
        default: throw MCPTransportError.failed(reason: "The server replied with \(type.isEmpty ? "nothing" : type).")
        }
    }

    private func receiveEvents(of reply: HTTPReply, _ receive: MCPConnection.Receiver) async throws {
        var events = ServerSentEvents(limit: messageLimit)
        for try await piece in reply.body {
            for item in events.read(piece) {
                switch item {
                case .event(let event): await receive(.message(Data(event.data.utf8)))
                case .problem(.notText):
                    await receive(.message(Data([0xFF])))
                case .problem(.tooLarge(let limit)):
                    throw MCPTransportError.failed(reason: "The server's message has more than \(limit) bytes.")
                }
            }
        }
    }

    /// A reply that is no success may still say why in the words of the protocol.
    private func refusal(in reply: HTTPReply) async throws -> MCPTransportError {
        let status = reply.status
        guard let bytes = try? await reply.collected(), let message = try? RPCMessage(parsing: bytes),
            case .failure(_, let error) = message
        else { return .failed(reason: "The server replied with HTTP \(status).") }
        return .refused(error)
    }
}

/// A session of the handshake era; the server may give it a name in its first reply.
private final class NamedSession: Sendable {
    private struct State {
        var name: String?
        var version: ProtocolVersion?
        var isForgotten = false
    }

    private let state = Mutex(State())

    var hasName: Bool { state.withLock { $0.name != nil } }

    /// With what each message names it.
    var headers: [(String, String)] {
        state.withLock { $0.name.map { [("Mcp-Session-Id", $0)] } ?? [] }
    }

    /// With what it is ended; nil for one without a name, and for one that the server does not know any more.
    var farewell: [(String, String)]? {
        let (isThere, version) = state.withLock { ($0.name != nil && !$0.isForgotten, $0.version) }
        return isThere ? headers + (version.map { [("MCP-Protocol-Version", $0.rawValue)] } ?? []) : nil
    }

    /// What could not stand in a header is no name.
    func begin(_ name: String?) {
        guard let name, name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), name.utf8.count <= 1_024 else {
            return
        }
        state.withLock { $0.name = name }
    }

    func speaks(_ version: ProtocolVersion?) {
        guard let version else { return }
        state.withLock { $0.version = version }
    }

    func forget() { state.withLock { $0.isForgotten = true } }
}

extension Outgoing {
    /// What the protocol wants to have said in the head as well.
    fileprivate var headers: [(String, String)] {
        guard case .request(_, let method, let params) = message else { return versionHeader(version) }
        let isStateless = (version ?? (method == "server/discover" ? .stateless : nil))?.era == .stateless
        guard isStateless else { return versionHeader(version) }
        let name = (params?["name"]?.string).map { [("Mcp-Name", $0)] } ?? []
        return versionHeader(.stateless) + [("Mcp-Method", method)] + (method == "tools/call" ? name : [])
    }

    private func versionHeader(_ version: ProtocolVersion?) -> [(String, String)] {
        version.map { [("MCP-Protocol-Version", $0.rawValue)] } ?? []
    }
}

extension HTTPError {
    /// A whole sentence about the server.
    fileprivate var sentence: String {
        switch self {
        case .insecure(let origin):
            "Plain http to \(origin) would let others read along. Use https, or allow plain http."
        case .unreachable(let origin, let reason): "There is no connection to \(origin): \(reason)."
        case .broken(let origin, let reason): "The connection to \(origin) broke: \(reason)."
        case .timedOut(let origin, let wait, let limit): "\(origin) did not give \(wait.rawValue) within \(limit)."
        case .bodyTooLarge(let origin, let limit), .eventTooLarge(let origin, let limit):
            "\(origin) sent more than \(limit) bytes."
        case .malformed(let origin, let reason): "The reply of \(origin) breaks HTTP: \(reason)."
        }
    }
}
