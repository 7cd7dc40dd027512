/// Why the terminal cannot be used.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    case notATerminal
    case noTerm
    case unusableTerm(String)
    case alreadyOpen
    case noDescriptors
    case closed
    case editorRunning
    case editorNotStarted(editor: String, reason: String)

    package var description: String {
        switch self {
        case .notATerminal:
            "The screen needs a terminal, but input or output is a file or a pipe. Start it without redirection."
        case .noTerm:
            "TERM is not set, so the screen cannot be drawn. Set it to your terminal's name, as in TERM=xterm-256color."
        case .unusableTerm(let term):
            "The terminal \"\(term)\" is unknown here or cannot draw a screen. "
                + "Set TERM to one that is, as in TERM=xterm-256color, or install its description (package ncurses-term)."
        case .alreadyOpen:
            "The terminal is already in use by this program. Close it before opening it again."
        case .noDescriptors:
            "The terminal cannot be opened: the system gives no more open files. Raise the limit with ulimit -n."
        case .closed:
            "The terminal was closed, so no editor can be started. Open it again first."
        case .editorRunning:
            "An editor is open already. Leave it before opening another."
        case .editorNotStarted(let editor, let reason):
            "The editor \"\(editor)\" cannot be started: \(reason). Set VISUAL or EDITOR to a command that can."
        }
    }
}
