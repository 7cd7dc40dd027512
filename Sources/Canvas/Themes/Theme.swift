package import DisplaySafety

/// How roles look: colours for each tier, attributes where there are none.
package struct Theme: Hashable, Sendable {
    /// What grounds a theme is made for.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case dark
        case light
        case any
    }

    /// How much contrast a theme promises for text, by the rules for accessible contents.
    package enum Contrast: String, Hashable, Sendable, CaseIterable {
        case aa = "AA"
        case aaa = "AAA"

        /// The least contrast of text with its ground.
        package var text: Double {
            switch self {
            case .aa: 4.5
            case .aaa: 7
            }
        }

        /// The least contrast of lines and bars with their ground.
        package static let line = 3.0
    }

    /// The name people choose it by.
    package let name: String
    /// What ground it is made for.
    package let kind: Kind
    /// How much contrast it promises.
    package let contrast: Contrast
    /// Whether it promises that readers who see fewer colours can tell decisions apart: `cvd`.
    package let suitsAllColorVisions: Bool
    /// The signs it exchanges, of the Unicode set.
    package let glyphs: [Glyph: SafeText]
    /// What was odd and could be left out: roles and glyphs that nothing knows.
    package let warnings: [ThemeProblem]
    var palette: [String: Paint]
    var rules: RoleRules
    var mono: [Role: RoleRule]

    /// How a cell of this ink looks on a terminal of a tier.
    ///
    /// A role with a ground of its own covers the surface. Reverse on reverse is plain, so that it shows in a row that
    /// is reversed because it is selected.
    package func style(for ink: Ink, tier: ColorTier) -> Style {
        let role = rules[ink.role]
        let surface = rules[ink.surface]
        let foreground = (role.foreground ?? .standard).look(on: tier)
        let background = (role.background ?? surface.background ?? .standard).look(on: tier)
        let onRole = tier == .mono ? monoAttributes(of: ink.role) : role.adding
        let onSurface = attributes(of: ink.surface, rule: surface, tier: tier)
        let reverse = onRole.symmetricDifference(onSurface).intersection(.reverse)
        let others = onRole.union(onSurface).subtracting(.reverse)
        return Style(
            foreground: foreground.color, background: background.color,
            attributes: others.union(reverse).union(foreground.attributes).union(ink.emphasis))
    }

    /// A surface that looks like the base on a tier with few colours is shown by its attributes instead.
    private func attributes(of surface: Role, rule: RoleRule, tier: ColorTier) -> Attributes {
        guard tier > .mono else { return monoAttributes(of: surface) }
        guard let paint = rule.background, let base = rules[.base].background, paint != base,
            paint.look(on: tier).color == base.look(on: tier).color
        else { return rule.adding }
        return rule.adding.union(monoAttributes(of: surface))
    }

    private func monoAttributes(of role: Role) -> Attributes {
        let rule = role.lineage.dropLast().lazy.compactMap { mono[$0] }.first ?? mono[role]
        return rule?.adding ?? rules[role].adding
    }
}

extension Theme {
    /// The terminal's own colours and no attributes: what is left when not even an embedded theme can be read.
    static let bare = Theme(
        name: "bare", kind: .any, contrast: .aa, suitsAllColorVisions: false, glyphs: [:], warnings: [], palette: [:],
        rules: RoleRules([:]), mono: [:])
}

extension Theme: CustomStringConvertible {
    /// The theme's name.
    package var description: String { name }
}
