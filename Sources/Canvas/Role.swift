/// What something on the screen means; a theme says how that looks.
///
/// A dotted name: where a theme says nothing about `lint.error`, it takes what it says about `lint`, then `text`.
package struct Role: RawRepresentable, Hashable, Sendable {
    /// The dotted name, as in theme files.
    package let rawValue: String

    /// A role by its dotted name.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The role and the more general ones it falls back to, the nearest first; `text` is the last.
    var lineage: [Role] {
        var names = [rawValue]
        while let dot = names[names.count - 1].lastIndex(of: ".") {
            names.append(String(names[names.count - 1][..<dot]))
        }
        if names.last != Role.text.rawValue { names.append(Role.text.rawValue) }
        return names.map { Role(rawValue: $0) }
    }
}

extension Role: ExpressibleByStringLiteral {
    /// A role by its dotted name.
    package init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}

extension Role: CustomStringConvertible {
    /// The dotted name.
    package var description: String { rawValue }
}
