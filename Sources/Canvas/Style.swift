/// A colour as a terminal is told it.
package enum Color: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// One of the sixteen named colours, 0 to 15; 8 to 15 are the bright ones.
    case ansi(Int)
    /// One of the fixed colours 16 to 255.
    case indexed(Int)
    /// A colour by its parts, 0 to 255 each.
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// How characters are set off without colour.
package struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit for each attribute.
    package let rawValue: UInt8

    /// Attributes by their bits.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Heavier or brighter.
    package static let bold = Attributes(rawValue: 1)
    /// Fainter.
    package static let dim = Attributes(rawValue: 2)
    /// Slanted, where the terminal can.
    package static let italic = Attributes(rawValue: 4)
    /// With a line below.
    package static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 16)
    /// With a line through, where the terminal can.
    package static let strike = Attributes(rawValue: 32)
}

/// How one cell looks on a terminal of a certain tier.
package struct Style: Hashable, Sendable {
    /// The colour of the character.
    package var foreground: Color
    /// The colour behind it.
    package var background: Color
    /// What sets it off besides colour.
    package var attributes: Attributes

    /// A look by its parts.
    package init(foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// How many colours a terminal has.
package enum ColorTier: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// None, or the user wants none: attributes alone.
    case mono
    /// Eight, with bold for the bright ones.
    case ansi8
    /// Sixteen.
    case ansi16
    /// The fixed 256.
    case indexed256
    /// Any.
    case truecolor

    /// Fewer colours come first.
    package static func < (left: ColorTier, right: ColorTier) -> Bool { left.rawValue < right.rawValue }
}
