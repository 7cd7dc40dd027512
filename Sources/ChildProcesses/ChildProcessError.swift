/// Why a child gave no result; one that ends with a code of its own is no error.
package enum ChildProcessError: Error, Hashable, Sendable {
    case notStarted(ChildCommand.Program, reason: String)
    case timedOut(ChildCommand.Program, after: Duration)
    /// It wrote more to its output than was allowed, in bytes.
    case tooMuchOutput(ChildCommand.Program, limit: Int)
}

extension ChildProcessError: CustomStringConvertible {
    /// What failed, on what; arguments and environment are left out, since they may be private.
    package var description: String {
        switch self {
        case .notStarted(let program, let reason):
            "\(program) cannot be started: \(reason)"
        case .timedOut(let program, let limit):
            "\(program) took longer than \(limit.formatted) and was stopped."
        case .tooMuchOutput(let program, let limit):
            "\(program) wrote more than \(limit) bytes and was stopped."
        }
    }
}

extension Duration {
    /// `30 s`, or `250 ms` below a second.
    fileprivate var formatted: String {
        let (seconds, rest) = components
        return seconds > 0 ? "\(seconds) s" : "\(rest / 1_000_000_000_000_000) ms"
    }
}
