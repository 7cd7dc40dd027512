import Glibc

/// The streams that the program was started with.
package enum StandardStreams: Int32, Hashable, Sendable, CaseIterable {
    /// Where keys or text come from.
    case input = 0
    /// Where the screen or data go.
    case output = 1
    /// Where messages go.
    case error = 2

    /// Whether it is a terminal rather than a file, a pipe or nothing.
    package var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Whether a screen can be shown: keys come from a terminal and output goes to one.
    package static var canShowScreen: Bool { input.isTerminal && output.isTerminal }
}
