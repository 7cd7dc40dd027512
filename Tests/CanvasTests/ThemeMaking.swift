import Canvas

extension ThemeFile {
    /// A user's file with this text, after the lines that every file needs.
    static func made(
        _ name: String, inherits parent: String? = nil, head: String = "kind = \"dark\"", _ rest: String = ""
    ) -> ThemeFile {
        let parent = parent.map { "inherits = \"\($0)\"\n" } ?? ""
        let text = "schema = 1\nname = \"\(name)\"\n\(parent)\(head)\n\(rest)"
        return ThemeFile(label: "\(name).toml", contents: .text(text))
    }

    /// A user's file with this text alone.
    static func text(_ text: String, label: String = "mine.toml") -> ThemeFile {
        ThemeFile(label: label, contents: .text(text))
    }
}

extension ThemeLibrary {
    /// What is wrong with a theme, as it is told.
    func problems(of name: String) -> [String] {
        choice(of: name).problems.map(\.description)
    }
}

extension Theme {
    /// The colour of a role's text where there are all.
    func color(_ role: Role) -> Color {
        style(for: Ink(role), tier: .truecolor).foreground
    }

    /// The colour behind where there are all.
    func ground(_ ink: Ink) -> Color {
        style(for: ink, tier: .truecolor).background
    }
}

extension Color {
    /// A colour written `#rrggbb`.
    static func hex(_ text: String) -> Color? {
        RGB(hex: text).map { .rgb(red: $0.red, green: $0.green, blue: $0.blue) }
    }
}
