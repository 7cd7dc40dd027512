/// A revision of the protocol that is served, and what differs in it.
package enum ServedVersion: String, Sendable, CaseIterable, Comparable {
    case november2024 = "2024-11-05"
    case march2025 = "2025-03-26"
    case june2025 = "2025-06-18"
    case november2025 = "2025-11-25"
    case july2026 = "2026-07-28"

    /// The revisions that begin with `initialize`; the others say everything in each request.
    package static let handshakes = allCases.filter { !$0.isStateless }
    /// What `initialize` settles on where the client wants a revision that is not known.
    package static let newestHandshake = november2025

    package static func < (left: ServedVersion, right: ServedVersion) -> Bool { left.rawValue < right.rawValue }

    package var isStateless: Bool { self >= .july2026 }

    var knowsAnnotations: Bool { self >= .march2025 }

    var knowsStructuredOutput: Bool { self >= .june2025 }

    /// Whether arguments that break a tool's schema are told in a result, where a model can see them.
    ///
    /// Before, they are a protocol error.
    var tellsBadArgumentsInResult: Bool { self >= .november2025 }

    /// Whether structured output may be any JSON, and not an object only.
    var structuresAnything: Bool { isStateless }
}
