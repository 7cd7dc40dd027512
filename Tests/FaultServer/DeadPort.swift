import Glibc

/// A port of this machine, kept from everybody else, at which no server answers.
package final class DeadPort: Sendable {
    package enum Kind: Sendable {
        /// Connections are refused at once.
        case refusing
        /// Connections are neither accepted nor refused.
        case silent
    }

    package struct Failure: Error {
        package let number: Int32
    }

    package let port: Int
    private let sockets: [Int32]

    package init(_ kind: Kind) throws(Failure) {
        let holder = try Self.newSocket()
        var address = Self.loopback(port: 0)
        try Self.check(Self.with(&address) { bind(holder, $0, $1) })
        try Self.check(
            Self.with(&address) { pointer, size in
                var size = size
                return getsockname(holder, pointer, &size)
            })
        port = Int(UInt16(bigEndian: address.sin_port))
        switch kind {
        case .refusing: sockets = [holder]
        case .silent:
            try Self.check(listen(holder, 0))
            // With its queue full, the system takes no notice of further ones.
            let clients = try (0..<3).map { _ throws(Failure) in try Self.newSocket() }
            for client in clients { _ = Self.with(&address) { connect(client, $0, $1) } }
            sockets = [holder] + clients
        }
    }

    deinit {
        for socket in sockets { close(socket) }
    }

    private static func newSocket() throws(Failure) -> Int32 {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
        try check(number)
        return number
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func with(
        _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    private static func check(_ result: Int32) throws(Failure) {
        guard result >= 0 else { throw Failure(number: errno) }
    }
}
