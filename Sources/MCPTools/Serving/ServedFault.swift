import Engine

/// A protocol error, as a client is told it.
struct ServedFault: Error, Hashable {
    let code: Int
    /// What is wrong and what to send instead.
    let message: String
    let data: JSON?

    private init(_ code: Int, _ message: String, data: JSON? = nil) {
        self.code = code
        self.message = message
        self.data = data
    }

    static func unreadable(_ reason: String) -> ServedFault {
        ServedFault(-32_700, "The line is not JSON: \(reason)")
    }

    static func lineTooLong(limit: Int) -> ServedFault {
        ServedFault(-32_700, "The line is longer than \(limit) bytes and was skipped.")
    }

    static func invalidRequest(_ message: String) -> ServedFault { ServedFault(-32_600, message) }

    static func unknownMethod(_ method: String) -> ServedFault {
        ServedFault(-32_601, "There is no method \(method) here. Tools are listed and called, nothing else.")
    }

    static func invalidParameters(_ message: String) -> ServedFault { ServedFault(-32_602, message) }

    static func tooManyCalls(limit: Int) -> ServedFault {
        ServedFault(-32_000, "\(limit) calls are running, and no more run at once. Wait for one to end.")
    }

    /// All revisions are named, so that a client of another stateless one sees that it can still shake hands.
    static func unsupportedVersion(_ requested: String) -> ServedFault {
        ServedFault(
            -32_022, "The protocol version \(requested) is not served.",
            data: ["supported": .array(ServedVersion.newestFirst), "requested": .string(requested)])
    }
}

extension ServedVersion {
    static var newestFirst: [JSON] { allCases.reversed().map { .string($0.rawValue) } }
}
