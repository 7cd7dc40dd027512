import TOMLKit

/// A theme file that was read as TOML, and not yet understood.
struct ThemeDraft {
    /// The theme that this one builds on, and where that is said.
    struct Parent {
        let name: String
        let place: ThemeProblem.Place
    }

    let table: TOMLTable
    let source: ThemeSource

    init(toml: String, source: ThemeSource) throws(ThemeProblem) {
        self.source = source
        do {
            table = try TOMLTable(string: toml)
        } catch let error as TOMLParseError {
            let start = error.source.begin
            throw .syntax(source.at(line: start.line, column: start.column), reason: error.description)
        } catch {
            throw .syntax(source.at(line: 1, column: 1), reason: "\(error)")
        }
    }

    func parent() throws(ThemeProblem) -> Parent? {
        guard table["inherits"] != nil else { return nil }
        let name = try setting("inherits", "the name of a theme")
        return Parent(name: name, place: source.place(of: name, key: "inherits"))
    }

    /// The theme on top of the one that it builds on.
    func theme(on parent: Theme?, named file: String) throws(ThemeProblem) -> Theme {
        guard table["schema"]?.int == 1 else { throw .unknownSchema(source.place(of: nil, key: "schema")) }
        let name = try setting("name", "a name")
        let palette = try palette()
        let words = RuleWords(palette: (parent?.palette ?? [:]).merging(palette) { $1 }, source: source)
        let signs = try glyphs()
        return Theme(
            name: name, kind: try choice("kind", inherited: parent?.kind),
            contrast: try choice("contrast", inherited: parent?.contrast ?? .aa),
            suitsAllColorVisions: try flag("cvd", inherited: parent?.suitsAllColorVisions ?? false),
            glyphs: (parent?.glyphs ?? [:]).merging(signs.known) { $1 },
            warnings: otherName(name, file) + unknownRoles(in: "roles") + unknownRoles(in: "mono") + signs.odd,
            palette: words.palette,
            rules: RoleRules(try rules(in: "roles", words, over: parent?.rules.written ?? [:])),
            mono: try rules(in: "mono", words, over: parent?.mono ?? [:]))
    }

    private func otherName(_ name: String, _ file: String) -> [ThemeProblem] {
        name == file ? [] : [.otherName(source.place(of: name, key: "name"), name: name, file: file)]
    }
}

extension ThemeDraft {
    private func setting(_ key: String, _ expected: String) throws(ThemeProblem) -> String {
        guard let value = table[key]?.string else { throw badSetting(key, expected) }
        return value
    }

    /// One of a few words; what the parent has where nothing is said.
    private func choice<Words>(_ key: String, inherited: Words?) throws(ThemeProblem) -> Words
    where Words: RawRepresentable<String> & CaseIterable {
        if table[key] == nil, let inherited { return inherited }
        let expected = "one of " + Words.allCases.map(\.rawValue).joined(separator: ", ")
        guard let word = Words(rawValue: try setting(key, expected)) else { throw badSetting(key, expected) }
        return word
    }

    private func flag(_ key: String, inherited: Bool) throws(ThemeProblem) -> Bool {
        guard let value = table[key] else { return inherited }
        guard let flag = value.bool else { throw badSetting(key, "true or false") }
        return flag
    }

    func badSetting(_ key: String, table: String? = nil, _ expected: String) -> ThemeProblem {
        .badSetting(source.place(of: nil, table: table, key: key), key: key, expected: expected)
    }
}
