import Testing

@testable import NcursesTerminal

@Suite struct `Terminal errors` {
    @Test(arguments: [
        (
            TerminalError.notATerminal,
            "The screen needs a terminal, but input or output is a file or a pipe. Start it without redirection."
        ),
        (
            .noTerm,
            "TERM is not set, so the screen cannot be drawn. Set it to your terminal's name, as in TERM=xterm-256color."
        ),
        (
            .unusableTerm("dumb"),
            "The terminal \"dumb\" is unknown here or cannot draw a screen. Set TERM to one that is, as in "
                + "TERM=xterm-256color, or install its description (package ncurses-term)."
        ),
        (
            .editorNotStarted(editor: "vi", reason: "Argument list too long"),
            "The editor \"vi\" cannot be started: Argument list too long. Set VISUAL or EDITOR to a command that can."
        ),
    ])
    func `say what failed and what to do`(error: TerminalError, text: String) {
        #expect("\(error)" == text)
    }
}

@Suite struct `Endings of an editor` {
    @Test(arguments: [
        (Int32(0), EditorEnding.exited(code: 0)), (1 << 8, .exited(code: 1)), (127 << 8, .exited(code: 127)),
        (15, .killed(signal: 15)), (11 | 0x80, .killed(signal: 11)),
    ])
    func `are read from what the system reports`(status: Int32, ending: EditorEnding) {
        #expect(EditorEnding(waitStatus: status) == ending)
    }
}
