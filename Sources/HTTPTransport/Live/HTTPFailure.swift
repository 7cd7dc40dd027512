import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL

/// Says in our words why a request failed.
struct HTTPFailure {
    private let request: HTTPRequest
    private let wasSent: Bool

    init(_ request: HTTPRequest, wasSent: Bool) {
        self.request = request
        self.wasSent = wasSent
    }

    /// An ``HTTPError``, or `CancellationError` when the client was shut down.
    func describe(_ error: any Error) -> any Error {
        switch error {
        case is HTTPError, is CancellationError: error
        case let error as HTTPClientError: describe(error)
        case HTTPParserError.invalidEOFState: lost("it closed the connection in the middle of the reply")
        case let error as HTTPParserError: malformed(error)
        case let error as IOError: lost(reason(error.errnoCode))
        case let error as NIOSSLError: lost(reason(error))
        case is NIOSSLExtraError: lost("its certificate is for another host")
        case is ChannelError: lost("the connection broke")
        default: lost(reason(ofOther: error))
        }
    }

    private func describe(_ error: HTTPClientError) -> any Error {
        switch error {
        case .cancelled: CancellationError()
        case .connectTimeout, .tlsHandshakeTimeout, .httpProxyHandshakeTimeout, .socksHandshakeTimeout,
            .getConnectionFromPoolTimeout:
            HTTPError.timedOut(request.origin, .connection, limit: request.deadlines.connect)
        case .remoteConnectionClosed, .uncleanShutdown:
            lost(wasSent ? "it closed the connection before the reply was whole" : "it closed the connection")
        case .proxyAuthenticationRequired: lost("the proxy wants a user and a password that it knows")
        case .invalidProxyResponse: lost("the proxy refused to connect to it")
        case .alreadyShutdown: lost("this program is ending")
        case .httpEndReceivedAfterHeadWith1xx: HTTPError.malformed(request.origin, reason: "it has no final status")
        default: lost(masked(error.shortDescription))
        }
    }

    private func lost(_ reason: String) -> HTTPError {
        wasSent ? .broken(request.origin, reason: reason) : .unreachable(request.origin, reason: reason)
    }

    private func malformed(_ error: HTTPParserError) -> HTTPError {
        switch error {
        case .headerOverflow: .malformed(request.origin, reason: "its head is too large")
        default: .malformed(request.origin, reason: "it is not HTTP (\(error.debugDescription))")
        }
    }

    /// Failures to connect have a type of a module that this one does not need otherwise; they say enough as text.
    private func reason(ofOther error: any Error) -> String {
        let text = "\(error)"
        if text.hasPrefix("DNS error") { return "there is no host of this name, or none of its addresses answers" }
        let number = text.firstRange(of: "(errno: ").map { text[$0.upperBound...].prefix { $0.isNumber } }
        return number.flatMap { Int32($0) }.map(reason) ?? masked(text)
    }

    private func reason(_ number: Int32) -> String {
        switch number {
        case ECONNREFUSED: "nothing answers at this port"
        case ECONNRESET, EPIPE: "the connection was reset"
        case EHOSTUNREACH, ENETUNREACH: "there is no way to this host"
        case EMFILE, ENFILE: "too many files are open; allow more with ulimit -n"
        default: String(cString: strerror(number))
        }
    }

    private func reason(_ error: NIOSSLError) -> String {
        let text = "\(error)"
        if text.contains("CERTIFICATE_VERIFY_FAILED") {
            return "its certificate is not trusted; name the right authority in SSL_CERT_FILE"
        }
        return text.contains("WRONG_VERSION_NUMBER") ? "it does not speak TLS; write http://" : "TLS failed"
    }

    private func masked(_ text: String) -> String {
        request.key?.masked(in: text) ?? text
    }
}
