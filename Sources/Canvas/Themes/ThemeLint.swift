/// Looks for what makes a theme hard to read, or of no use to some.
struct ThemeLint {
    let theme: Theme
    let source: ThemeSource

    /// What could be left out when the theme was read, and everything else.
    var problems: [ThemeProblem] {
        theme.warnings + faintRoles + likeRoles + likeGlyphs
    }

    /// Where the file says how a role looks, by a rule or by a colour's name; else the place of its parent.
    func place(of role: Role, in tables: [String] = ["roles"]) -> ThemeProblem.Place {
        let names = role.lineage.map(\.rawValue)
        let rules = tables.lazy.flatMap { table in names.lazy.compactMap { source.found(table: table, key: $0) } }
        let entry = theme.rules[role].foreground?.entry
        return rules.first ?? entry.flatMap { source.found(table: "palette", key: $0) }
            ?? source.place(of: nil, key: "inherits")
    }
}

extension ThemeLint {
    private static let colorTiers: [ColorTier] = [.truecolor, .indexed256, .ansi16, .ansi8]

    /// Roles that are too faint; of those in one colour the first, so that a mistake is told once.
    private var faintRoles: [ThemeProblem] {
        Self.colorTiers.flatMap { tier -> [ThemeProblem] in
            var told: Set<Paint> = []
            return Role.all.compactMap { role -> ThemeProblem? in
                guard let problem = faint(role, on: tier),
                    told.insert(theme.rules[role].foreground ?? .standard).inserted
                else { return nil }
                return problem
            }
        }
    }

    /// The problem of the ground on which a role is the faintest.
    private func faint(_ role: Role, on tier: ColorTier) -> ThemeProblem? {
        let needed = theme.neededContrast(of: role)
        let measured = Role.grounds.compactMap { ground in
            theme.contrast(of: Ink(role, on: ground), on: tier).map { (ground: ground, contrast: $0) }
        }
        guard let least = measured.min(by: { $0.contrast < $1.contrast }), least.contrast < needed else { return nil }
        return .faint(
            place(of: role), role, ground: least.ground, tier: tier, contrast: least.contrast, needed: needed)
    }
}

extension ThemeLint {
    private var likeGlyphs: [ThemeProblem] {
        let signs = GlyphSet.utf8.replacing(theme.glyphs)
        return Glyph.toldApart.flatMap(\.pairs).filter { signs[$0] == signs[$1] }.map { glyph, other in
            let changed = [glyph, other].lazy.compactMap { source.found(table: "glyphs", key: $0.rawValue) }.first
            return .sameGlyph(changed ?? source.place(of: nil, key: "inherits"), glyph, other)
        }
    }
}

extension Array {
    /// Each element with each that follows.
    var pairs: [(Element, Element)] {
        indices.flatMap { index in self[(index + 1)...].map { (self[index], $0) } }
    }
}
