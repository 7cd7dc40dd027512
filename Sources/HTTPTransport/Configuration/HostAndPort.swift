/// Reads `host`, `host:port`, `[address]` and `[address]:port`.
enum HostAndPort {
    /// The host in lower case without brackets; nil where the text is none of these.
    ///
    /// An IPv6 address without brackets is taken as a host.
    static func read(_ text: Substring) -> (host: String, port: Int?)? {
        let text = text.lowercased()
        if text.hasPrefix("[") {
            let parts = text.dropFirst().split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { return nil }
            if parts[1].isEmpty { return (String(parts[0]), nil) }
            guard parts[1].hasPrefix(":"), let port = port(parts[1].dropFirst()) else { return nil }
            return (String(parts[0]), port)
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count > 2 { return (text, nil) }
        guard let host = parts.first, isHost(host) else { return nil }
        guard parts.count == 2 else { return (String(host), nil) }
        return port(parts[1]).map { (String(host), $0) }
    }

    private static func isHost(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    private static func port(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(text), (1...65_535).contains(port)
        else { return nil }
        return port
    }
}
