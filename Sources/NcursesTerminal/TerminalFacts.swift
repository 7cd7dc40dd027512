import CNcurses
package import Canvas
import Glibc

/// What can be known of the terminal without opening it.
package struct TerminalFacts: Hashable, Sendable {
    /// What the system knows of the terminal's kind.
    package enum Description: Hashable, Sendable {
        /// Nothing says what kind it is.
        case unnamed
        /// The system has no description under this name.
        case unknown(String)
        /// It is known, and cannot place its cursor.
        case withoutCursor(String)
        case usable(String)
    }

    package let description: Description
    /// The colours of its description; 0 for none.
    package let colors: Int
    /// Whether its description lets any colour be sent.
    package let hasDirectColor: Bool
    /// The cells of the window; nil where output is no terminal.
    package let size: Size?
    /// The encoding of the user's locale; nil when that locale is not installed.
    package let encoding: String?

    /// Looks at the terminal; nothing is written to it.
    ///
    /// Not while a ``Terminal`` is open.
    ///
    /// - Parameter term: The terminal's kind: the value of `TERM`.
    package init(term: String?) {
        let found = ct_describe(term ?? "")
        description = Self.description(of: term ?? "", found)
        colors = Int(found.colors)
        hasDirectColor = found.direct_color
        let window = Size(ct_window_size(StandardStreams.output.rawValue))
        size = window.columns > 0 && window.rows > 0 ? window : nil
        encoding = Self.encoding()
    }

    /// The tier that ``Terminal/open(term:colors:locale:input:output:)`` draws with when it may use every colour.
    package var tier: ColorTier { ColorTier(colors: colors, direct: hasDirectColor) }

    private static func description(of term: String, _ found: ct_description) -> Description {
        if term.isEmpty { return .unnamed }
        if !found.known { return .unknown(term) }
        return found.moves_cursor && term != "dumb" ? .usable(term) : .withoutCursor(term)
    }

    private static func encoding() -> String? {
        var name = [CChar](repeating: 0, count: 64)
        guard ct_codeset(&name, name.count) else { return nil }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension ColorTier {
    /// What a terminal with so many colours can do; `direct` where any of them can be sent.
    init(colors: Int, direct: Bool) {
        self =
            switch colors {
            case 1... where direct: .truecolor
            case 256...: .indexed256
            case 16...: .ansi16
            case 8...: .ansi8
            default: .mono
            }
    }
}

extension Terminal {
    /// Takes back what a program that was killed may have left on the terminal that this one was started from.
    ///
    /// Lines are edited and echoed again, the first screen shows, with a cursor, plain colours and no special modes.
    /// Not while a terminal is open.
    ///
    /// - Throws: ``TerminalError/notATerminal`` where there is none.
    package static func reset(term: String?) throws(TerminalError) {
        let device = Glibc.open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard device >= 0 else { throw .notATerminal }
        defer { Glibc.close(device) }
        guard ct_reset(device, term ?? "") else { throw .notATerminal }
    }
}
