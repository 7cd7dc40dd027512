/// A version of the Model Context Protocol that we speak.
package enum ProtocolVersion: String, Hashable, Sendable, CaseIterable {
    case v2024November = "2024-11-05"
    case v2025March = "2025-03-26"
    case v2025June = "2025-06-18"
    case v2025November = "2025-11-25"
    case v2026July = "2026-07-28"

    /// How the two sides come to know each other.
    package enum Era: Hashable, Sendable {
        /// `initialize` and `notifications/initialized`, once a session.
        case handshake
        /// Each request says all about itself.
        case stateless
    }

    package var era: Era {
        switch self {
        case .v2024November, .v2025March, .v2025June, .v2025November: .handshake
        case .v2026July: .stateless
        }
    }

    /// What `initialize` offers.
    package static let offered = ProtocolVersion.v2025November
    /// What `server/discover` is asked in.
    package static let stateless = ProtocolVersion.v2026July
}
