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

    /// The file is not TOML.
    case syntax(Place, reason: String)
    /// The file is for another version of this format.
    case unknownSchema(Place)
    /// A setting is missing or of the wrong type.
    case badSetting(Place, key: String, expected: String)
    /// A word is neither in the palette nor a colour; with the nearest word that is.
    case unknownColor(Place, word: String, nearest: String?)
    /// A word after `+` or `-` is no attribute; with the nearest word that is.
    case unknownAttribute(Place, word: String, nearest: String?)
    /// The theme it builds on is not there; with the nearest name that is.
    case unknownParent(Place, name: String, nearest: String?)
    /// Nothing on the screen has this role; with the nearest that something has.
    case unknownRole(Place, name: String, nearest: String?)
    /// Nothing on the screen has this glyph; with the nearest that something has.
    case unknownGlyph(Place, name: String, nearest: String?)
    /// A glyph does not take exactly one cell.
    case badGlyph(Place, name: String)
}

extension ThemeProblem: CustomStringConvertible {
    /// The problem as `dark.toml:14:9 unknown colour "blu" (blue?)`.
    package var description: String {
        switch self {
        case .syntax(let place, let reason): "\(place) is not TOML: \(reason)"
        case .unknownSchema(let place): "\(place) is of an unknown version; write schema = 1"
        case .badSetting(let place, let key, let expected): "\(place) \"\(key)\" must be \(expected)"
        case .unknownColor(let place, let word, let nearest): "\(place) unknown colour \"\(word)\"\(hint(nearest))"
        case .unknownAttribute(let place, let word, let nearest):
            "\(place) unknown attribute \"\(word)\"\(hint(nearest))"
        case .unknownParent(let place, let name, let nearest): "\(place) unknown theme \"\(name)\"\(hint(nearest))"
        case .unknownRole(let place, let name, let nearest): "\(place) unknown role \"\(name)\"\(hint(nearest))"
        case .unknownGlyph(let place, let name, let nearest): "\(place) unknown glyph \"\(name)\"\(hint(nearest))"
        case .badGlyph(let place, let name): "\(place) glyph \"\(name)\" must take exactly one cell"
        }
    }

    private func hint(_ nearest: String?) -> String {
        nearest.map { " (\($0)?)" } ?? ""
    }
}
