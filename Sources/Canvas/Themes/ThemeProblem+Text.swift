extension ThemeProblem: CustomStringConvertible {
    /// The problem as `dark.toml:14:9 unknown colour "blu" (blue?)`.
    package var description: String {
        switch self {
        case .unreadable(let place, let reason): "\(place) cannot be read: \(reason)"
        case .syntax(let place, let reason): "\(place) is not TOML: \(reason)"
        case .unknownSchema(let place): "\(place) is of an unknown version; write schema = 1"
        case .badSetting(let place, let key, let expected): "\(place) \"\(key)\" must be \(expected)"
        case .otherName(let place, let name, let file):
            "\(place) the theme calls itself \"\(name)\"; it is chosen by its file's name, \"\(file)\""
        case .unknownColor(let place, let word, let nearest): "\(place) unknown colour \"\(word)\"\(hint(nearest))"
        case .unknownAttribute(let place, let word, let nearest):
            "\(place) unknown attribute \"\(word)\"\(hint(nearest))"
        case .unknownTheme(let name, let nearest): "unknown theme \"\(name)\"\(hint(nearest))"
        case .unknownParent(let place, let name, let nearest): "\(place) unknown theme \"\(name)\"\(hint(nearest))"
        case .circle(let place, let names):
            "\(place) these themes build on each other in a circle: \(names.joined(separator: ", "))"
        case .tooDeep(let place, let limit): "\(place) the theme builds on more than \(limit) others"
        case .unknownRole(let place, let name, let nearest): "\(place) unknown role \"\(name)\"\(hint(nearest))"
        case .unknownGlyph(let place, let name, let nearest): "\(place) unknown glyph \"\(name)\"\(hint(nearest))"
        case .badGlyph(let place, let name): "\(place) glyph \"\(name)\" must take exactly one cell"
        case .sameGlyph(let place, let glyph, let other):
            "\(place) glyphs \"\(glyph.rawValue)\" and \"\(other.rawValue)\" are the same"
        case .faint(let place, let role, let ground, let tier, let contrast, let needed):
            "\(place) \"\(role)\" has contrast \(Self.cut(contrast)) on \"\(ground)\" with \(tier.words); "
                + "it needs \(needed)"
        case .same(let place, let pair, let tier): "\(place) \(pair.words) look the same with \(tier.words)"
        case .near(let place, let pair, let tier, let seen, let distance, let needed):
            "\(place) \(pair.words) are \(distance) apart for \(seen.words) with \(tier.words); "
                + "they need \(needed), or other attributes"
        case .unmeasured(let place, let pair):
            "\(place) \(pair.words) differ only by colours of the terminal; they need other attributes"
        }
    }

    private func hint(_ nearest: String?) -> String {
        nearest.map { " (\($0)?)" } ?? ""
    }

    /// Cut, not rounded: 4.499 is not enough where 4.5 is needed, and is not to look so.
    private static func cut(_ contrast: Double) -> Double {
        (contrast * 100).rounded(.down) / 100
    }
}

extension ThemeProblem.Pair {
    fileprivate var words: String { "\"\(first)\" and \"\(second)\"" }
}

extension ColorTier {
    fileprivate var words: String {
        switch self {
        case .mono: "no colours"
        case .ansi8: "8 colours"
        case .ansi16: "16 colours"
        case .indexed256: "256 colours"
        case .truecolor: "all colours"
        }
    }
}

extension Simulation? {
    fileprivate var words: String { map { "\($0.rawValue) readers" } ?? "all readers" }
}
