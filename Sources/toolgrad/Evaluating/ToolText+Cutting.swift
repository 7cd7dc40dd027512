import DisplaySafety

extension ToolText {
    /// A text that is to be one line of so many columns at most, cut where it is longer.
    static func line(_ text: String, atMost columns: Int) -> String {
        let lines = SafeText(text).lines
        return lines.dropFirst().reduce(lines.first ?? .empty) { $0 + "␊" + $1 }.truncated(to: columns).plain
    }
}
