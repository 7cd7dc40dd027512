import Foundation

/// A server that passes requests on.
package struct Proxy: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// By CONNECT.
        case http
        case socks5
    }

    package let kind: Kind
    /// An IPv6 address without brackets.
    package let host: String
    package let port: Int
    /// User and password as a header has them, `user:password`.
    package let credentials: Secret?

    package init(_ kind: Kind = .http, host: String, port: Int, credentials: Secret? = nil) {
        self.kind = kind
        self.host = host
        self.port = port
        self.credentials = credentials
    }

    /// Reads `[http://][user:password@]host[:port][/]`; `variable` is what an error names.
    init(_ text: String, variable: String) throws(HTTPConfigurationError) {
        var rest = Substring(text)
        var kind = Kind.http
        if let mark = rest.firstRange(of: "://") {
            kind = try Self.kind(rest[..<mark.lowerBound].lowercased(), variable: variable)
            rest = rest[mark.upperBound...]
        }
        rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let at = rest.lastIndex(of: "@")
        let server = at.map { rest[rest.index(after: $0)...] } ?? rest
        guard let (host, port) = HostAndPort.read(server) else { throw .proxy(variable: variable) }
        self.init(
            kind, host: host, port: port ?? (kind == .http ? 80 : 1_080),
            credentials: at.map { Secret(rest[..<$0].split(separator: ":", maxSplits: 1).map(Self.decoded)) })
    }

    private static func kind(_ scheme: String, variable: String) throws(HTTPConfigurationError) -> Kind {
        switch scheme {
        case "http": .http
        case "socks5", "socks5h": .socks5
        case let other: throw .proxyScheme(variable: variable, scheme: other)
        }
    }

    private static func decoded(_ part: Substring) -> String {
        String(part).removingPercentEncoding ?? String(part)
    }
}

extension Secret {
    /// User and password; a password may be missing.
    fileprivate init(_ parts: [String]) {
        self.init((parts.first ?? "") + ":" + (parts.count > 1 ? parts[1] : ""))
    }
}
