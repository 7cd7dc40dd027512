import DisplaySafety
import Engine

/// Finds characters that nobody sees: controls, changes of direction, zero-width and tag characters, variation
/// selectors that carry bytes, private use, unassigned ones, and letters of two scripts in one word that look alike.
///
/// Joiners inside emoji and where Arabic and Indic writing needs them are right, as are selectors behind emoji and Han.
package struct HiddenCharacters: Check {
    package let name = "hidden_characters"
    package let version = 1
    package let summary = "characters that nobody sees, and look-alikes"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        subject.writtenTexts.compactMap { written in
            let scalars = Array(written.text.unicodeScalars)
            if let found = HiddenScan(scalars).first {
                return finding(
                    "U+\(Self.hexadecimal(found.scalar)), \(found.kind.title)", at: written.target,
                    as: found.kind.reason, found.kind == .replacement ? .warning : .error)
            }
            return ScriptMixture.word(in: scalars).map { word in
                finding("“\(word)” mixes letters of two scripts", at: written.target, as: .unsafe, .error)
            }
        }
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

/// Reads a text scalar by scalar for what is hidden in it.
struct HiddenScan {
    enum Kind {
        case control, direction, invisible, tag, selector, privateUse, unassigned, replacement

        var title: String {
            switch self {
            case .control: "a control character"
            case .direction: "a change of direction"
            case .invisible: "an invisible character"
            case .tag: "a tag character"
            case .selector: "a variation selector where none belongs"
            case .privateUse: "a character of private use"
            case .unassigned: "a character that does not exist"
            case .replacement: "left by text that could not be decoded"
            }
        }

        var reason: Reason {
            switch self {
            case .control, .privateUse, .unassigned, .replacement: .badValue
            case .direction, .invisible, .tag, .selector: .unsafe
            }
        }
    }

    private let scalars: [Unicode.Scalar]
    private let runsRightToLeft: Bool
    private(set) var first: (scalar: Unicode.Scalar, kind: Kind)?

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        runsRightToLeft = scalars.contains(where: \.runsRightToLeft)
        // Plain text is most text.
        guard scalars.contains(where: { $0.value < 0x20 || $0.value > 0x7E }) else { return }
        var index = 0
        while index < scalars.count, first == nil {
            let end = endOfFlag(at: index)
            if end == index, let kind = kind(at: index) { first = (scalars[index], kind) }
            index = max(end, index + 1)
        }
    }

    /// Where the flag of a region (a black flag, tags, and the tag that ends them) ends; the same place for anything else.
    private func endOfFlag(at start: Int) -> Int {
        guard scalars[start].value == 0x1F3F4 else { return start }
        var end = start + 1
        while end < scalars.count, end - start < 8, (0xE0030...0xE007A).contains(scalars[end].value) { end += 1 }
        guard end > start + 1, end < scalars.count, scalars[end].value == 0xE007F else { return start }
        return end + 1
    }

    private func kind(at index: Int) -> Kind? {
        let scalar = scalars[index]
        switch scalar.value {
        case 0x20...0x7E, 0x09, 0x0A, 0x0D, 0x2039, 0x203A: return nil
        case 0x00...0x1F, 0x7F...0x9F: return .control
        case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: return kindOfDirection(scalar)
        case 0x200C, 0x200D: return isNeededJoiner(at: index) ? nil : .invisible
        case 0xFE00...0xFE0F: return isNeededSelector(at: index) ? nil : .selector
        case 0xE0100...0xE01EF: return index > 0 && scalars[index - 1].isHan ? nil : .selector
        case 0xE0000...0xE00FF, 0xE01F0...0xE0FFF: return .tag
        case 0xFFFD: return .replacement
        case 0x180B...0x180D: return index > 0 && (0x1800...0x18AF).contains(scalars[index - 1].value) ? nil : .selector
        case _: return kindOfOther(scalar)
        }
    }

    private func kindOfOther(_ scalar: Unicode.Scalar) -> Kind? {
        if HiddenScalars.contains(scalar) { return .invisible }
        switch scalar.properties.generalCategory {
        case .privateUse: return .privateUse
        case .unassigned, .surrogate: return .unassigned
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
            .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator,
            .lineSeparator, .paragraphSeparator, .control, .format:
            return nil
        @unknown default: return nil
        }
    }

    /// A plain mark of direction is right where a text runs from right to left anyway.
    private func kindOfDirection(_ scalar: Unicode.Scalar) -> Kind? {
        let isMark = scalar.value == 0x061C || (0x200E...0x200F).contains(scalar.value)
        return isMark && runsRightToLeft ? nil : .direction
    }

    private func isNeededJoiner(at index: Int) -> Bool {
        guard index > 0, index + 1 < scalars.count else { return false }
        let (before, after) = (scalars[index - 1], scalars[index + 1])
        if before.takesJoiners { return after.takesJoiners || !after.properties.isAlphabetic }
        return scalars[index].value == 0x200D && before.endsEmoji && after.properties.isEmoji && after.value > 0x7F
    }

    private func isNeededSelector(at index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = scalars[index - 1]
        return before.properties.isEmoji || before.isHan || before.properties.generalCategory == .mathSymbol
    }
}

extension Unicode.Scalar {
    fileprivate var isHan: Bool { properties.isIdeographic }

    fileprivate var runsRightToLeft: Bool {
        (0x590...0x8FF).contains(value) || (0xFB1D...0xFDFF).contains(value) || (0xFE70...0xFEFC).contains(value)
    }

    /// Arabic, Syriac, the scripts of India and its neighbours, and Mongolian.
    fileprivate var takesJoiners: Bool {
        (0x600...0x8FF).contains(value) || (0x900...0xDFF).contains(value) || (0xF00...0x109F).contains(value)
            || (0x1780...0x18AF).contains(value) || (0xFB50...0xFDFF).contains(value) || value == 0x200C
            || value == 0x200D
    }

    fileprivate var endsEmoji: Bool {
        value > 0x7F && (properties.isEmoji || value == 0xFE0F)
    }
}
