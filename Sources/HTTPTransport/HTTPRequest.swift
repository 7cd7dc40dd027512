import Foundation

/// Where requests go: scheme, host and port.
package struct Origin: Hashable, Sendable, CustomStringConvertible {
    package enum Scheme: String, Hashable, Sendable {
        case http, https
    }

    package let scheme: Scheme
    /// Lower case; an IPv6 address without brackets.
    package let host: String
    package let port: Int

    package init(scheme: Scheme, host: String, port: Int) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    /// Whether the host is this machine, so that plain http leaks nothing.
    package var isLoopback: Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
    }

    /// Host and port, for people: `localhost:8080`.
    package var description: String { "\(host):\(port)" }
}

/// One request to one origin.
package struct HTTPRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    package var method: Method
    package var origin: Origin
    /// Begins with `/`; a query may follow.
    package var path: String
    /// In order; names as they are to be sent.
    package var headers: [(name: String, value: String)]
    /// Sent as `Authorization: Bearer …`, to the origin and nowhere else.
    package var key: Secret?
    package var body: Data
    package var deadlines: Deadlines
    package var limits: SizeLimits

    package init(
        _ method: Method, _ origin: Origin, path: String, headers: [(name: String, value: String)] = [],
        key: Secret? = nil, body: Data = Data(), deadlines: Deadlines = Deadlines(), limits: SizeLimits = SizeLimits()
    ) {
        self.method = method
        self.origin = origin
        self.path = path
        self.headers = headers
        self.key = key
        self.body = body
        self.deadlines = deadlines
        self.limits = limits
    }
}

/// How long a request may take; each holds within a second.
package struct Deadlines: Hashable, Sendable {
    package var connect: Duration
    /// From sending to the first byte of the reply's body; the head alone does not count.
    package var firstByte: Duration
    /// Between two pieces of the body.
    package var idle: Duration
    /// From sending to the last byte.
    package var total: Duration

    package init(
        connect: Duration = .seconds(10), firstByte: Duration = .seconds(120), idle: Duration = .seconds(60),
        total: Duration = .seconds(600)
    ) {
        self.connect = connect
        self.firstByte = firstByte
        self.idle = idle
        self.total = total
    }
}

/// How large a reply may be, in bytes.
package struct SizeLimits: Hashable, Sendable {
    package var body: Int
    /// One server-sent event.
    package var event: Int

    package init(body: Int = 16 << 20, event: Int = 1 << 20) {
        self.body = body
        self.event = event
    }
}
