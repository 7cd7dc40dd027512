/// Takes apart what a model says and what it thinks aloud in the same text: `<think>…</think>`.
enum InlineReasoning {
    static let tags = ["think", "thinking", "thought"]

    /// The text without what was thought, and what was thought.
    ///
    /// A tag that is never closed takes the rest; one that was never opened, because the chat template had opened it,
    /// takes what comes before it.
    static func split(_ text: String) -> (text: String, reasoning: String) {
        let start = text.unicodeScalars.drop { $0.properties.isWhitespace }
        for tag in tags where Substring(start).hasPrefix("<\(tag)>") {
            let inside = Substring(start).dropFirst(tag.count + 2)
            guard let end = inside.range(of: "</\(tag)>") else { return ("", trimmed(inside)) }
            return (trimmed(inside[end.upperBound...]), trimmed(inside[..<end.lowerBound]))
        }
        for tag in tags {
            guard let end = text.range(of: "</\(tag)>"), !text.contains("<\(tag)>") else { continue }
            return (trimmed(text[end.upperBound...]), trimmed(text[..<end.lowerBound]))
        }
        return (text, "")
    }

    private static func trimmed(_ text: Substring) -> String {
        var scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}
