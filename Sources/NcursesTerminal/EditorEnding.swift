/// How the user's editor ended.
package enum EditorEnding: Hashable, Sendable {
    /// It ended by itself; 0 means that the user wants the text. The shell reports 127 for a command it does not find.
    case exited(code: Int32)
    /// It was ended from outside.
    case killed(signal: Int32)

    /// Reads what the system reports of an ended child.
    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7F
        self = signal == 0 ? .exited(code: waitStatus >> 8 & 0xFF) : .killed(signal: signal)
    }
}
