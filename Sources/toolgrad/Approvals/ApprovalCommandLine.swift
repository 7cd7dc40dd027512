import Engine

/// The command that would approve tools as they are classified, for copying.
struct ApprovalCommandLine {
    /// The file that configures the source, as the user gave it.
    let configFile: String
    let source: String
    let choice: [ToolName: Tool.Effects]
    /// Every tool that a pattern could match, in the order of the source.
    let tools: [ToolName]

    /// One line for a shell.
    var text: String {
        var words = ["toolgrad", "tools", "approve", "--mcp-config", quoted(configFile), "--server", quoted(source)]
        for effects in Tool.Effects.allCases {
            for pattern in patterns(for: effects) { words += ["--\(effects.rawValue)", quoted(pattern.text)] }
        }
        return (words + ["--yes"]).joined(separator: " ")
    }

    /// Tools that no pattern can tell from others that are classified otherwise, so that the command leaves them out.
    var unsayable: [ToolName] {
        tools.filter { choice[$0] != nil && pattern(for: $0) == nil }
    }

    /// Patterns that match the tools of a kind and no other one: `get_*` for two and more, else whole names.
    func patterns(for effects: Tool.Effects) -> [ToolPattern] {
        let wanted = tools.filter { choice[$0] == effects }
        if wanted.count == tools.count, wanted.count > 1 { return ["*"] }
        var patterns: [ToolPattern] = []
        for name in wanted where !patterns.contains(where: { $0.matches(name) }) {
            if let pattern = pattern(for: name) { patterns.append(pattern) }
        }
        return patterns
    }

    /// The first word of a name and a star, where that matches several tools, all of one kind; else the whole name.
    private func pattern(for name: ToolName) -> ToolPattern? {
        let scalars = name.text.unicodeScalars
        let whole = ToolPattern(matching: name)
        guard let end = scalars.firstIndex(where: { "_-.".unicodeScalars.contains($0) }) else { return only(whole) }
        let family = ToolPattern(ToolPattern(matching: ToolName(String(scalars[...end]))).text + "*")
        return tools.count(where: family.matches) > 1 ? only(family) ?? only(whole) : only(whole)
    }

    /// The pattern, if it matches tools of one kind alone.
    private func only(_ pattern: ToolPattern) -> ToolPattern? {
        Set(tools.filter(pattern.matches).map { choice[$0] }).count == 1 ? pattern : nil
    }

    /// In single quotes where a shell would read more than the text itself.
    private func quoted(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.utf8.allSatisfy(Self.plain.contains)
        let quoted = isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
        return ToolText.line(quoted)
    }

    private static let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/:@%+,=".utf8)
}
