package import Canvas

/// What comes from the terminal, in the order in which it came.
package enum TerminalInput: Hashable, Sendable {
    /// A key was pressed, or text was pasted.
    case key(Key)
    /// The window has another size; the next frame should have it.
    case resized(Size)
    /// The program goes on after ctrl-z or another stop; the last frame is painted again by itself.
    case resumed
    /// The terminal is gone: nothing can be shown or read any more.
    case hungUp
    /// SIGINT, SIGTERM, SIGHUP or SIGQUIT came: save, close the terminal and exit with 128 and the signal's number.
    case terminated(signal: Int32)
}
