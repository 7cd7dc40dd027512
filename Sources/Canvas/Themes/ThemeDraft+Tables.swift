internal import DisplaySafety
import TOMLKit

extension ThemeDraft {
    func palette() throws(ThemeProblem) -> [String: Paint] {
        var palette: [String: Paint] = [:]
        for (name, value) in entries(of: "palette") {
            let words = value.array?.compactMap(Self.word) ?? [Self.word(value)].compactMap(\.self)
            guard !words.isEmpty else { throw badSetting(name, table: "palette", "a colour or a list of colours") }
            palette[name] = try paint(words, called: name)
        }
        return palette
    }

    private func paint(_ words: [String], called name: String) throws(ThemeProblem) -> Paint {
        var paint = Paint.standard
        for word in words {
            guard let part = Paint(word: word) else {
                let place = source.place(of: word, table: "palette", key: name)
                throw .unknownColor(place, word: word, nearest: NearestName.of(word, in: Paint.names))
            }
            paint.add(part)
        }
        paint.entry = name
        return paint
    }

    private static func word(_ value: any TOMLValueConvertible) -> String? {
        value.string ?? value.int.map(String.init)
    }

    /// The rules of a table, over those of the parent in the colours that its palette's names have now.
    func rules(
        in table: String, _ words: RuleWords, over inherited: [Role: RoleRule]
    ) throws(ThemeProblem) -> [Role: RoleRule] {
        var rules = inherited.mapValues { $0.repainted { $0.entry.flatMap { words.palette[$0] } ?? $0 } }
        for (name, value) in entries(of: table) {
            guard let text = value.string else {
                throw badSetting(name, table: table, "text like \"blue on base +bold\"")
            }
            let rule = try words.rule(text, table: table, key: name)
            let role = Role(rawValue: name)
            rules[role] = rules[role].map(rule.over) ?? rule
        }
        return rules
    }

    func unknownRoles(in table: String) -> [ThemeProblem] {
        let known = Set(Role.all.flatMap(\.lineage).map(\.rawValue))
        return entries(of: table).map(\.key).filter { !known.contains($0) }.map { name in
            let place = source.place(of: nil, table: table, key: name)
            return .unknownRole(place, name: name, nearest: NearestName.of(name, in: known))
        }
    }

    func glyphs() throws(ThemeProblem) -> (known: [Glyph: SafeText], odd: [ThemeProblem]) {
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
