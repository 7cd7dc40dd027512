/// A pattern for the names of tools: `get_*`, `list_?`, or a whole name.
///
/// `*` stands for any characters, none included, `?` for exactly one; everything else for itself, upper and lower case
/// apart.
package struct ToolPattern: Hashable, Codable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// The name itself as a pattern, with `?` for a star and for every character that cannot be seen.
    package init(matching name: ToolName) {
        text = name.text.unicodeScalars.map { $0 != "*" && $0.isVisible ? String($0) : "?" }.joined()
    }

    /// Whether the whole name fits; takes time in proportion to both lengths, whatever the pattern.
    package func matches(_ name: ToolName) -> Bool {
        let pattern = Array(text.unicodeScalars)
        let name = Array(name.text.unicodeScalars)
        var (place, index) = (0, 0)
        // The last star, and where what it stands for ends so far.
        var star: (place: Int, index: Int)?
        while index < name.count {
            if place < pattern.count, pattern[place] == "*" {
                star = (place, index)
                place += 1
            } else if place < pattern.count, pattern[place] == "?" || pattern[place] == name[index] {
                place += 1
                index += 1
            } else if let last = star {
                star = (last.place, last.index + 1)
                (place, index) = (last.place + 1, last.index + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }
}

extension ToolPattern: ExpressibleByStringLiteral, CustomStringConvertible {
    package init(stringLiteral text: String) {
        self.text = text
    }

    package var description: String { text }
}

extension Unicode.Scalar {
    /// Whether it is a letter, a digit or a sign that stands for itself.
    fileprivate var isVisible: Bool {
        guard !properties.isDefaultIgnorableCodePoint else { return false }
        return switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .otherSymbol:
            true
        case _: false
        }
    }
}
