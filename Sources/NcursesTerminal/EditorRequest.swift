/// A file that waits for the user's editor, or is open in it.
struct EditorRequest: Sendable {
    let file: String
    let editor: String
    /// Called once, with how it ended.
    let finish: @Sendable (Result<EditorEnding, TerminalError>) -> Void
}
