/// Reads rules like `blue on base +bold -dim`.
struct RuleWords {
    let palette: [String: Paint]
    let source: ThemeSource

    func rule(_ text: String, table: String, key: String) throws(ThemeProblem) -> RoleRule {
        var rule = RoleRule()
        var isBackground = false
        for word in text.split(separator: " ").map(String.init) {
            switch word.first {
            case "+": rule.adding.insert(try attribute(word, table, key))
            case "-": rule.removing.insert(try attribute(word, table, key))
            case _ where word == "on": isBackground = true
            case _ where isBackground: rule.background = try paint(word, table, key)
            case _: rule.foreground = try paint(word, table, key)
            }
        }
        return rule
    }

    private func paint(_ word: String, _ table: String, _ key: String) throws(ThemeProblem) -> Paint {
        if let paint = palette[word] ?? Paint(word: word) { return paint }
        let nearest = NearestName.of(word, in: Array(palette.keys) + Paint.names + ["default"])
        throw .unknownColor(source.place(of: word, table: table, key: key), word: word, nearest: nearest)
    }

    private func attribute(_ word: String, _ table: String, _ key: String) throws(ThemeProblem) -> Attributes {
        let name = String(word.dropFirst())
        if let attribute = Self.attributes[name] { return attribute }
        let nearest = NearestName.of(name, in: Self.attributes.keys)
        throw .unknownAttribute(source.place(of: word, table: table, key: key), word: name, nearest: nearest)
    }

    private static let attributes: [String: Attributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
        "strike": .strike,
    ]
}
