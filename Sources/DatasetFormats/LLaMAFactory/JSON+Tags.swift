import Engine

extension JSON {
    /// The compact text in which no tag stands that readers of chat text look for, such as `</tool_call>`.
    ///
    /// The `<` of such a tag is written as `\u003c`, which means the same wherever JSON is read: in it, a `<` can only
    /// be part of a string. Any other `<` stays.
    var untaggedText: String {
        let text = compactText
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        let parts = text.unicodeScalars.split(separator: "<", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: parts.first.map { String($0) } ?? "") { result, part in
            result += part.endsTagOpening ? "\\u003c" : "<"
            result += String(part)
        }
    }
}

extension Substring.UnicodeScalarView {
    /// Whether this, after a `<`, makes a tag.
    fileprivate var endsTagOpening: Bool {
        let name = first == "/" ? dropFirst() : self
        let names = ["tool_call", "tool_response", "tools", "think", "seed:think", "|"]
        return names.contains { name.starts(with: $0.unicodeScalars) }
    }
}
