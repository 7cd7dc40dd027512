internal import DisplaySafety
import TOMLKit

extension Theme {
    /// Reads a theme file.
    ///
    /// - Parameters:
    ///   - toml: The file's text.
    ///   - file: Its name, for messages.
    ///   - parents: The themes that it may build on with `inherits`, by name.
    /// - Throws: The first ``ThemeProblem`` that makes the theme unusable; others are in `warnings`.
    package init(toml: String, file: String, parents: [Theme] = []) throws(ThemeProblem) {
        let source = ThemeSource(toml, file: file)
        let table: TOMLTable
        do {
            table = try TOMLTable(string: toml)
        } catch let error as TOMLParseError {
            let start = error.source.begin
            throw .syntax(source.at(line: start.line, column: start.column), reason: error.description)
        } catch {
            throw .syntax(source.at(line: 1, column: 1), reason: "\(error)")
        }
        let reader = ThemeReader(table: table, source: source, parents: parents)
        self = try reader.theme()
    }
}

/// Makes a theme of a parsed file.
private struct ThemeReader {
    let table: TOMLTable
    let source: ThemeSource
    let parents: [Theme]

    func theme() throws(ThemeProblem) -> Theme {
        guard table["schema"]?.int == 1 else { throw .unknownSchema(source.place(of: nil, key: "schema")) }
        let parent = try parent()
        let words = try RuleWords(palette: palette(), source: source)
        let (glyphs, oddGlyphs) = try glyphs()
        return Theme(
            name: try setting("name", "a name"), kind: try kind(),
            rules: RoleRules(try rules(in: "roles", words, over: parent?.rules.written ?? [:])),
            mono: try rules(in: "mono", words, over: parent?.mono ?? [:]),
            glyphs: (parent?.glyphs ?? [:]).merging(glyphs) { $1 },
            warnings: unknownRoles(in: "roles") + unknownRoles(in: "mono") + oddGlyphs)
    }

    private func setting(_ key: String, _ expected: String) throws(ThemeProblem) -> String {
        guard let value = table[key]?.string else {
            throw .badSetting(source.place(of: nil, key: key), key: key, expected: expected)
        }
        return value
    }

    private func kind() throws(ThemeProblem) -> Theme.Kind {
        let expected = Theme.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        guard let kind = Theme.Kind(rawValue: try setting("kind", expected)) else {
            throw .badSetting(source.place(of: nil, key: "kind"), key: "kind", expected: "one of \(expected)")
        }
        return kind
    }

    private func parent() throws(ThemeProblem) -> Theme? {
        guard table["inherits"] != nil else { return nil }
        let name = try setting("inherits", "the name of a theme")
        if let parent = parents.first(where: { $0.name == name }) { return parent }
        let nearest = NearestName.of(name, in: parents.map(\.name))
        throw .unknownParent(source.place(of: name, key: "inherits"), name: name, nearest: nearest)
    }

    private func palette() throws(ThemeProblem) -> [String: Paint] {
        var palette: [String: Paint] = [:]
        for (name, value) in entries(of: "palette") {
            let words = value.array?.compactMap(Self.word) ?? [Self.word(value)].compactMap(\.self)
            var paint = Paint.standard
            for word in words {
                guard let part = Paint(word: word) else {
                    let place = source.place(of: word, table: "palette", key: name)
                    throw .unknownColor(place, word: word, nearest: NearestName.of(word, in: Paint.names))
                }
                paint.add(part)
            }
            guard !words.isEmpty else {
                let place = source.place(of: nil, table: "palette", key: name)
                throw .badSetting(place, key: name, expected: "a colour or a list of colours")
            }
            palette[name] = paint
        }
        return palette
    }

    private static func word(_ value: any TOMLValueConvertible) -> String? {
        value.string ?? value.int.map(String.init)
    }

    private func rules(
        in table: String, _ words: RuleWords, over inherited: [Role: RoleRule]
    ) throws(ThemeProblem) -> [Role: RoleRule] {
        var rules = inherited
        for (name, value) in entries(of: table) {
            guard let text = value.string else {
                let place = source.place(of: nil, table: table, key: name)
                throw .badSetting(place, key: name, expected: "text like \"blue on base +bold\"")
            }
            let rule = try words.rule(text, table: table, key: name)
            let role = Role(rawValue: name)
            rules[role] = rules[role].map(rule.over) ?? rule
        }
        return rules
    }

    private func unknownRoles(in table: String) -> [ThemeProblem] {
        let known = Set(Role.all.flatMap(\.lineage).map(\.rawValue))
        return entries(of: table).map(\.key).filter { !known.contains($0) }.map { name in
            let place = source.place(of: nil, table: table, key: name)
            return .unknownRole(place, name: name, nearest: NearestName.of(name, in: known))
        }
    }

    private func glyphs() throws(ThemeProblem) -> (known: [Glyph: SafeText], odd: [ThemeProblem]) {
        var known: [Glyph: SafeText] = [:]
        var odd: [ThemeProblem] = []
        for (name, value) in entries(of: "glyphs") {
            let place = source.place(of: nil, table: "glyphs", key: name)
            guard let glyph = Glyph(rawValue: name) else {
                let nearest = NearestName.of(name, in: Glyph.allCases.map(\.rawValue))
                odd.append(.unknownGlyph(place, name: name, nearest: nearest))
                continue
            }
            let sign = SafeText(value.string ?? "")
            guard sign.width == 1, !sign.hasMarkers else { throw .badGlyph(place, name: name) }
            known[glyph] = sign
        }
        return (known, odd)
    }

    /// The entries of a table, those of nested ones by their dotted names.
    private func entries(of name: String) -> [(key: String, value: any TOMLValueConvertible)] {
        table[name]?.table.map { Self.flattened($0, prefix: "") } ?? []
    }

    private static func flattened(
        _ table: TOMLTable, prefix: String
    ) -> [(key: String, value: any TOMLValueConvertible)] {
        table.keys.sorted().flatMap { key in
            guard let value = table[key] else { return [] as [(key: String, value: any TOMLValueConvertible)] }
            guard let nested = value.table else { return [(prefix + key, value)] }
            return flattened(nested, prefix: prefix + key + ".")
        }
    }
}

/// Reads rules like `blue on base +bold -dim`.
private struct RuleWords {
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
