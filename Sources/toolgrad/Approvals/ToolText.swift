import DisplaySafety
import Engine

/// The definition of a tool for a person who is to approve it: every text that a model would read, in full.
struct ToolText {
    let tool: Tool

    init(_ tool: Tool) {
        self.tool = tool
    }

    /// Lines that can be drawn: the description, the arguments, then whatever else the schemas say in words.
    var lines: [String] {
        Self.lines(of: tool.description) + tool.inputs.flatMap(lines(for:)) + remarks
    }

    private func lines(for input: Tool.Input) -> [String] {
        let title = "\(Self.line(input.name)): \(input.schema.typeInShort)\(input.isRequired ? ", required" : "")"
        let text = input.schema["description"]?.string.map(Self.lines(of:)) ?? []
        return ["- " + title] + text.map { "    " + $0 }
    }

    /// Words deeper in the schemas, each with its place; a text that misleads need not stand at the top.
    private var remarks: [String] {
        let shown = tool.inputs.flatMap { input in
            ["description", "enum"].map { [JSONPath.Component.key("properties"), .key(input.name), .key($0)] }
        }
        let input = tool.inputSchema.remarks.filter { remark in
            !shown.contains { remark.path.components.starts(with: $0) }
        }
        let output = tool.outputSchema?.remarks ?? []
        return input.flatMap { Self.lines(of: $0, in: "arguments") }
            + output.flatMap { Self.lines(of: $0, in: "output") }
    }

    private static func lines(of remark: (path: JSONPath, text: String), in schema: String) -> [String] {
        ["- \(schema) at \(line("\(remark.path)")):"] + lines(of: remark.text).map { "    " + $0 }
    }

    /// The server's words, marked as such: none of their lines can pass for one of ours.
    private static func lines(of text: String) -> [String] { SafeText(text).lines.map { "| " + $0.plain } }

    /// A name as a part of a heading: one line, and not much of what is longer than any name may be.
    static func name(_ text: String) -> String {
        let lines = SafeText(text).lines
        let name = lines.dropFirst().reduce(lines.first ?? .empty) { $0 + "␊" + $1 }
        return name.truncated(to: longName).plain
    }

    private static let longName = 128

    /// A text that is to be one line, with its line feeds shown.
    static func line(_ text: String) -> String { SafeText(text).lines.map(\.plain).joined(separator: "␊") }
}

extension ToolDifference {
    /// Lines that can be drawn: each part that changed, with `-` before old lines and `+` before new ones.
    var text: [String] {
        changes.flatMap { change in [change.part.rawValue] + change.lines.map { "  " + $0.text } }
    }
}

extension DifferenceLine {
    /// One line that can be drawn.
    var text: String {
        switch self {
        case .same(let line): "  " + ToolText.line(line)
        case .removed(let line): "- " + ToolText.line(line)
        case .added(let line): "+ " + ToolText.line(line)
        case .skipped(let count): "… \(count) \(count == 1 ? "line" : "lines") as before"
        }
    }
}

extension JSON {
    /// What a model may read as words: every text, and whatever has a key, that is more than one plain word.
    fileprivate var remarks: [(path: JSONPath, text: String)] {
        leaves.compactMap { leaf in
            let text = leaf.value.string ?? leaf.value.compactText
            let isPlain = leaf.path.keys.allSatisfy(Self.isPlainWord) && leaf.value.string.map(Self.isPlainWord) ?? true
            return isPlain ? nil : (leaf.path, text)
        }
    }

    /// The type that a schema asks for: `string`, `integer or null`, `one of "a", "b"`, `any`.
    fileprivate var typeInShort: String {
        if let values = self["enum"]?.array {
            return "one of " + values.map { ToolText.line($0.compactText) }.joined(separator: ", ")
        }
        let types = self["type"]?.array?.compactMap(\.string) ?? self["type"]?.string.map { [$0] } ?? ["any"]
        return types.map(ToolText.line).joined(separator: " or ")
    }

    private static func isPlainWord(_ text: String) -> Bool {
        text.utf8.count <= 64 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}

extension JSONPath {
    fileprivate var keys: [String] {
        components.compactMap { component in
            switch component {
            case .key(let key): key
            case .index: nil
            }
        }
    }
}
