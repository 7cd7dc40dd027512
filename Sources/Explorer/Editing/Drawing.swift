import DisplaySafety

/// How the characters of an edited text are drawn: each by itself, so that the cursor can stand before any of them.
enum Drawing: Hashable, Sendable {
    case unicode
    /// For a terminal that shows ASCII alone: every other scalar is named by its number.
    case ascii

    /// Cells that one character takes at most; a longer row of markers is cut.
    static let widest = 24
    private static let tabStop = 8

    /// What is drawn for a character that begins in a column.
    func drawn(_ character: Character, at column: Int) -> SafeText {
        if character == "\t" {
            return SafeText(String(repeating: " ", count: Self.tabStop - column % Self.tabStop))
        }
        let text = SafeText(String(character))
        switch self {
        case .unicode: return text.truncated(to: Self.widest)
        case .ascii: return text.ascii.truncated(to: Self.widest, ellipsis: "...")
        }
    }
}
