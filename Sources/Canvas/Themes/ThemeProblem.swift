/// What is wrong in a theme file, and where.
package enum ThemeProblem: Error, Hashable, Sendable {
    /// A place in a theme file, counted from 1.
    package struct Place: Hashable, Sendable, CustomStringConvertible {
        /// The file's name.
        package let file: String
        /// The line.
        package let line: Int
        /// The column.
        package let column: Int

        /// The place as `dark.toml:14:9`.
        package var description: String { "\(file):\(line):\(column)" }
    }

    /// Two roles that mean different things.
    package struct Pair: Hashable, Sendable {
        /// One of them.
        package let first: Role
        /// The other.
        package let second: Role
    }

    /// What a theme's problem means for those who use it.
    package enum Severity: String, Hashable, Sendable {
        /// Something could be left out.
        case warning
        /// The theme cannot be used, or not by everybody.
        case error
    }

    /// The file cannot be read at all.
    case unreadable(Place, reason: String)
    /// The file is not TOML.
    case syntax(Place, reason: String)
    /// The file is for another version of this format.
    case unknownSchema(Place)
    /// A setting is missing or of the wrong type.
    case badSetting(Place, key: String, expected: String)
    /// The theme calls itself otherwise than its file, by which people choose it.
    case otherName(Place, name: String, file: String)
    /// A word is neither in the palette nor a colour; with the nearest word that is.
    case unknownColor(Place, word: String, nearest: String?)
    /// A word after `+` or `-` is no attribute; with the nearest word that is.
    case unknownAttribute(Place, word: String, nearest: String?)
    /// The theme that was asked for is not there; with the nearest name that is.
    case unknownTheme(name: String, nearest: String?)
    /// The theme it builds on is not there; with the nearest name that is.
    case unknownParent(Place, name: String, nearest: String?)
    /// The themes build on each other; their names from the first to the one that is met again.
    case circle(Place, names: [String])
    /// The theme builds on more themes, one above the other, than may be.
    case tooDeep(Place, limit: Int)
    /// Nothing on the screen has this role; with the nearest that something has.
    case unknownRole(Place, name: String, nearest: String?)
    /// Nothing on the screen has this glyph; with the nearest that something has.
    case unknownGlyph(Place, name: String, nearest: String?)
    /// A glyph does not take exactly one cell.
    case badGlyph(Place, name: String)
    /// Two glyphs that are to be told apart have one sign.
    case sameGlyph(Place, Glyph, Glyph)
    /// A role is too faint on a ground that it is drawn on.
    case faint(Place, Role, ground: Role, tier: ColorTier, contrast: Double, needed: Double)
    /// Two roles cannot be told apart on a terminal with so many colours.
    case same(Place, Pair, tier: ColorTier)
    /// Two roles are too near in colour for some readers, nil for all, and have the same attributes.
    case near(Place, Pair, tier: ColorTier, seen: Simulation?, distance: Int, needed: Int)
    /// Two roles differ only by colours of the terminal's own, which may be any.
    case unmeasured(Place, Pair)
}

extension ThemeProblem {
    /// What the problem means for those who use the theme.
    package var severity: Severity {
        switch self {
        case .otherName, .unknownRole, .unknownGlyph: .warning
        case .unreadable, .syntax, .unknownSchema, .badSetting, .unknownColor, .unknownAttribute, .unknownTheme,
            .unknownParent, .circle, .tooDeep, .badGlyph, .sameGlyph, .faint, .same, .near, .unmeasured:
            .error
        }
    }
}
