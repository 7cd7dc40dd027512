import Engine

/// A line that tells what just happened, for a while.
struct Notice: Hashable, Sendable {
    enum Severity: Hashable, Sendable {
        case info, warning, error
    }

    let text: String
    let severity: Severity
    /// Nil while the time is not known; it then goes with the next key.
    let since: Timestamp?

    /// Whether it has been there long enough; an error stays until a key.
    func isOver(at now: Timestamp) -> Bool {
        guard let since else { return severity != .error }
        return switch severity {
        case .info: now.since(since) >= .seconds(3)
        case .warning: now.since(since) >= .seconds(6)
        case .error: false
        }
    }
}
