/// A request as the server saw it.
package struct SeenRequest: Hashable, Sendable {
    /// Counts the requests of this server from 0.
    package let index: Int
    package let method: String
    /// With its query; host and port for CONNECT.
    package let path: String
    /// In the order they came.
    package let headers: [Header]
    package let body: [UInt8]
    /// Which connection it came on: an index of ``FaultServer/connections``.
    package let connection: Int

    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    /// The first value under a name, whatever its case.
    package subscript(header name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    package var bodyText: String { String(decoding: body, as: UTF8.self) }
}

/// A connection as the server saw it.
package struct SeenConnection: Hashable, Sendable {
    package let opened: ContinuousClock.Instant
    package internal(set) var closed: ContinuousClock.Instant?
    /// Bytes that the network has taken.
    package internal(set) var sent = 0

    package var isOpen: Bool { closed == nil }
    /// How long it was open; nil while it is.
    package var lifetime: Duration? { closed.map { opened.duration(to: $0) } }
}
