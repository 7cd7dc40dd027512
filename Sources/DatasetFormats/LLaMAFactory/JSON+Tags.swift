import Engine

extension JSON {
    /// The compact text in which no tag stands that readers of chat text look for, such as `</tool_call>`.
    ///
    /// The `<` of such a tag is written as `\u003c`, which means the same wherever JSON is read: in it, a `<` can only
    /// be part of a string. Any other `<` stays.
    var untaggedText: String {
        let text = compactText
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        var parts = text.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)[...]
        var result = parts.popFirst().map(String.init) ?? ""
        for part in parts {
            result += (part.beginsTag ? "\\u003c" : "<") + (String(part) ?? "")
        }
        return result
    }
}

extension Substring.UTF8View {
    /// Whether this is what follows the `<` of a tag.
    fileprivate var beginsTag: Bool {
        let name = first == UInt8(ascii: "/") ? dropFirst() : self
        return ["tool_call", "tool_response", "tools", "think", "seed:think", "|"].contains { name.starts(with: $0.utf8) }
    }
}
