/// Why the terminal cannot be used.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Input or output is something else.
    case notATerminal
    /// Nothing says what terminal it is.
    case noTerm
    /// The terminal of this name is unknown, or cannot move its cursor.
    case unusableTerm(String)
    /// A program has one screen.
    case alreadyOpen
    /// The system gives no more open files.
    case noDescriptors
    /// The terminal was closed, is gone, or is in the background.
    case closed
    /// The terminal is lent already.
    case editorRunning
    /// The system could not start the shell that starts the editor.
    case editorNotStarted(editor: String, reason: String)

    /// What failed and what to do, for the person who reads it.
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
            "The terminal is closed or in the background, so no editor can be started. Try again when it shows."
        case .editorRunning:
            "An editor is open already. Leave it before opening another."
        case .editorNotStarted(let editor, let reason):
            "The editor \"\(editor)\" cannot be started: \(reason). Set VISUAL or EDITOR to a command that can."
        }
    }
}
