/// Where an API lives: an origin, and what all its paths begin with.
package struct BaseURL: Hashable, Sendable {
    package let origin: Origin
    /// Begins with `/` and does not end with one; empty where the API lives at the root.
    package let prefix: String

    package init(origin: Origin, prefix: String = "") {
        self.origin = origin
        self.prefix = prefix
    }

    /// Reads `https://host[:port][/prefix]`; slashes at the end do not matter.
    package init(_ text: String) throws(BaseURLError) {
        let text = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        guard !text.isEmpty else { throw .empty }
        let (scheme, rest) = try Self.scheme(of: text)
        let authorityEnd = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        let authority = rest[..<authorityEnd]
        // Before anything is quoted: a password must not get into an error.
        guard !authority.contains("@") else { throw .userInfo }
        let (host, port): (String, Int?)
        do { (host, port) = try Self.hostAndPort(of: authority) } catch {
            // A password with a slash in it looks like a port.
            throw rest.contains("@") ? .userInfo : error
        }
        let path = rest[authorityEnd...]
        guard !path.contains("?") else { throw .query }
        guard !path.contains("#") else { throw .fragment }
        guard path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .path(String(path)) }
        origin = Origin(scheme: scheme, host: host, port: port ?? scheme.usualPort)
        prefix = String(path.reversed().drop { $0 == "/" }.reversed())
    }

    /// The path of a request: the prefix, and what follows it.
    package func appending(_ path: String) -> String {
        path.hasPrefix("/") ? prefix + path : prefix + "/" + path
    }
}

extension BaseURL: CustomStringConvertible {
    /// As it can be read again; the usual port is left out.
    package var description: String {
        let host = origin.host.contains(":") ? "[\(origin.host)]" : origin.host
        let port = origin.port == origin.scheme.usualPort ? "" : ":\(origin.port)"
        return "\(origin.scheme.rawValue)://\(host)\(port)\(prefix)"
    }
}

extension Origin.Scheme {
    /// 80 or 443.
    package var usualPort: Int {
        switch self {
        case .http: 80
        case .https: 443
        }
    }
}

extension BaseURL {
    private static func scheme(of text: String) throws(BaseURLError) -> (Origin.Scheme, Substring) {
        guard let mark = text.firstRange(of: "://") else {
            let quotable = !text.contains { $0 == "@" || $0 == "?" }
            throw .schemeMissing(quotable ? text : nil)
        }
        let name = text[..<mark.lowerBound].lowercased()
        guard let scheme = Origin.Scheme(rawValue: name) else { throw .schemeUnsupported(name) }
        return (scheme, text[mark.upperBound...])
    }

    private static func hostAndPort(of authority: Substring) throws(BaseURLError) -> (String, Int?) {
        if authority.hasPrefix("[") { return try bracketedHostAndPort(of: authority) }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let host = (parts.first ?? "").lowercased()
        guard !host.isEmpty else { throw .hostMissing }
        if parts.count == 2, parts[1].contains(":") { throw .bracketsMissing(String(authority)) }
        let allowed = host.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
        }
        guard allowed else { throw .host(host) }
        return (host, try parts.count == 2 ? port(parts[1]) : nil)
    }

    private static func bracketedHostAndPort(of authority: Substring) throws(BaseURLError) -> (String, Int?) {
        guard let end = authority.firstIndex(of: "]") else { throw .host(String(authority)) }
        let host = authority[authority.index(after: authority.startIndex)..<end].lowercased()
        let allowed = host.utf8.allSatisfy {
            (0x61...0x66).contains($0) || (0x30...0x39).contains($0) || $0 == 0x3A || $0 == 0x2E
        }
        guard allowed, host.contains(":") else { throw .host(String(authority)) }
        let rest = authority[authority.index(after: end)...]
        guard !rest.isEmpty else { return (host, nil) }
        guard rest.hasPrefix(":") else { throw .host(String(authority)) }
        return (host, try port(rest.dropFirst()))
    }

    /// The number after the colon; nil when nothing follows it.
    private static func port(_ text: Substring) throws(BaseURLError) -> Int? {
        guard !text.isEmpty else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(text), (1...65_535).contains(port)
        else { throw .port(String(text)) }
        return port
    }
}
