import CNcurses
package import Canvas
import Foundation

/// The terminal the program runs in: shows frames, reads keys, lends itself to the editor.
///
/// A thread of its own talks to ncurses. One terminal can be open at a time. It is given back as it was found on every
/// way out: ``close()``, `exit`, a signal that the caller answers by closing, a trap.
package final class Terminal: Sendable {
    /// The colours to draw with.
    package let tier: ColorTier
    /// Whether the user's locale is UTF-8; where it is not, draw with the ASCII glyphs only.
    package let usesUTF8: Bool
    /// What comes from the terminal.
    ///
    /// For one reader; it ends when the terminal is closed.
    package let inputs: AsyncStream<TerminalInput>

    private let exchange: Exchange
    private let ended: DispatchGroup

    /// Opens a terminal and clears its screen.
    ///
    /// From here on SIGPIPE and SIGXFSZ are ignored, and the signals of ``TerminalInput`` no longer end the program.
    ///
    /// - Parameters:
    ///   - term: The terminal's kind: the value of `TERM`.
    ///   - colors: The most colours to use; `.mono` where the user wants none.
    ///   - locale: The name of the locale that tells how text is encoded; empty for the user's own.
    ///   - input: Where keys come from.
    ///   - output: Where the screen goes.
    /// - Returns: The terminal, with an empty screen.
    /// - Throws: ``TerminalError`` when no screen can be drawn there.
    package static func open(
        term: String?, colors: ColorTier = .truecolor, locale: String = "", input: Int32 = 0, output: Int32 = 1
    ) throws(TerminalError) -> Terminal {
        guard let term, !term.isEmpty else { throw .noTerm }
        guard term != "dumb" else { throw .unusableTerm(term) }
        switch ct_open(term, locale, input, output) {
        case CT_OPENED: break
        case CT_NOT_A_TERMINAL: throw .notATerminal
        case CT_ALREADY_OPEN: throw .alreadyOpen
        case CT_NO_DESCRIPTORS: throw .noDescriptors
        default: throw .unusableTerm(term)
        }
        guard let exchange = Exchange(size: Size(ct_measure())) else {
            ct_close()
            throw .noDescriptors
        }
        return Terminal(exchange: exchange, tier: min(colors, .offered))
    }

    private init(exchange: Exchange, tier: ColorTier) {
        let (inputs, continuation) = AsyncStream.makeStream(of: TerminalInput.self)
        let ended = DispatchGroup()
        self.exchange = exchange
        self.tier = tier
        self.inputs = inputs
        self.ended = ended
        usesUTF8 = ct_locale_is_utf8()
        ended.enter()
        let thread = Thread {
            TerminalLoop(exchange: exchange, inputs: continuation, tier: tier).run()
            ended.leave()
        }
        thread.name = "terminal"
        thread.start()
    }

    deinit { close() }

    /// The cells of the screen.
    package var size: Size { exchange.size }

    /// Shows a frame soon; one that was not painted yet is skipped.
    ///
    /// At most 60 frames a second are painted, the first one after a key at once. Only differences are sent.
    package func show(_ frame: Frame, in theme: Theme) {
        exchange.post(Exchange.Picture(frame: frame, theme: theme))
    }

    /// Opens a file in the user's editor and comes back when it ends.
    ///
    /// The editor has the terminal meanwhile; frames wait. Cancelling does not end it.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - editor: A shell command that takes the file as its last argument, as `EDITOR` names it.
    /// - Returns: How the editor ended.
    /// - Throws: ``TerminalError`` when the editor cannot be started.
    package func edit(file path: String, editor: String) async throws(TerminalError) -> EditorEnding {
        let result = await withCheckedContinuation { continuation in
            let request = EditorRequest(file: path, editor: editor) { continuation.resume(returning: $0) }
            if !exchange.post(.edit(request)) { request.finish(.failure(.closed)) }
        }
        return try result.get()
    }

    /// Puts a text on the clipboard of the terminal, where the terminal allows it (OSC 52); nothing tells whether it did.
    ///
    /// - Returns: False for a text that is longer than terminals take, 74,994 bytes.
    package func copy(_ text: String) -> Bool {
        guard let bytes = Clipboard.sequence(for: text) else { return false }
        return exchange.post(.send(bytes))
    }

    /// Stops the program as ctrl-z does in a shell; ``TerminalInput/resumed`` tells when it goes on.
    package func suspend() {
        exchange.post(.suspend)
    }

    /// Gives the terminal back as it was found.
    ///
    /// Returns when that is done, after at most three seconds. Ends an open editor. More calls do nothing.
    package func close() {
        exchange.post(.close)
        guard ended.wait(timeout: .now() + .seconds(2)) == .timedOut else { return }
        // The thread is stuck in writing to a window that reads nothing. This lets go of what it writes.
        ct_restore_now()
        _ = ended.wait(timeout: .now() + .seconds(1))
    }
}

extension Size {
    init(_ size: ct_size) {
        self.init(columns: Int(size.columns), rows: Int(size.rows))
    }
}

extension ColorTier {
    /// What the open terminal can do.
    fileprivate static var offered: ColorTier {
        ColorTier(colors: Int(ct_color_count()), direct: ct_has_direct_color())
    }
}
