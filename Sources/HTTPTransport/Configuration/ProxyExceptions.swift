/// The hosts that are asked without a proxy, as `no_proxy` lists them.
package struct ProxyExceptions: Hashable, Sendable {
    private enum Rule: Hashable {
        case everything
        /// A host, what ends in it, and the port if one is named.
        case host(String, port: Int?)
        /// IPv4 addresses that begin with these bits.
        case network(UInt32, bits: Int)
    }

    private var rules: [Rule]

    /// Reads a list with commas or spaces.
    ///
    /// An entry is `*`, a host or domain with or without a dot before it, an address, a network such as `10.0.0.0/8`;
    /// a port may follow a host. An entry that is none of these covers nothing.
    package init(_ list: String = "") {
        rules = list.split { $0 == "," || $0.isWhitespace }.compactMap { Self.rule($0) }
    }

    package func cover(_ origin: Origin) -> Bool {
        rules.contains { rule in
            switch rule {
            case .everything: true
            case .host(let host, let port):
                (port == nil || port == origin.port) && (origin.host == host || origin.host.hasSuffix("." + host))
            case .network(let network, let bits):
                Self.address(origin.host).map { Self.prefix($0, bits) == Self.prefix(network, bits) } ?? false
            }
        }
    }

    private static func rule(_ entry: Substring) -> Rule? {
        if entry == "*" { return .everything }
        let parts = entry.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2, let network = address(String(parts[0])), let bits = Int(parts[1]), (0...32).contains(bits)
        {
            return .network(network, bits: bits)
        }
        let name = entry.hasPrefix("*.") ? entry.dropFirst(2) : entry.drop { $0 == "." }
        return HostAndPort.read(name).map { .host($0.host, port: $0.port) }
    }

    private static func address(_ host: String) -> UInt32? {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard parts.count == 4 else { return nil }
        return parts.reduce(UInt32?.some(0)) { sum, part in
            sum.flatMap { sum in part.map { sum << 8 | UInt32($0) } }
        }
    }

    private static func prefix(_ address: UInt32, _ bits: Int) -> UInt32 {
        bits == 0 ? 0 : address >> UInt32(32 - bits)
    }
}
