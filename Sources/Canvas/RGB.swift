import Foundation

/// A colour by its parts, and what follows from them for a reader.
package struct RGB: Hashable, Sendable {
    /// The red part.
    package let red: UInt8
    /// The green part.
    package let green: UInt8
    /// The blue part.
    package let blue: UInt8

    /// A colour by its parts.
    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour written `#rrggbb`; nil where it is not.
    package init?(hex: String) {
        let digits = hex.dropFirst()
        guard hex.hasPrefix("#"), digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
            let value = UInt32(digits, radix: 16)
        else { return nil }
        self.init(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }

    /// One of the fixed colours 16 to 255 of a terminal with 256.
    package init(index: Int) {
        if index >= 232 {
            let grey = UInt8(clamping: 8 + 10 * (index - 232))
            self.init(red: grey, green: grey, blue: grey)
        } else {
            let cube = max(0, index - 16)
            let parts = [cube / 36, cube / 6 % 6, cube % 6].map { UInt8(clamping: $0 == 0 ? 0 : 55 + 40 * $0) }
            self.init(red: parts[0], green: parts[1], blue: parts[2])
        }
    }

    /// The luminance by the rules for accessible contents, 0 for black to 1 for white.
    package var luminance: Double {
        let linear = linear
        return 0.2126 * linear.red + 0.7152 * linear.green + 0.0722 * linear.blue
    }

    /// The contrast with another colour, from 1 (none) to 21; text needs 4.5, borders 3.
    package func contrast(with other: RGB) -> Double {
        let lighter = max(luminance, other.luminance)
        let darker = min(luminance, other.luminance)
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// The distance as the eye sees it: CIE76, where 2 is just noticeable.
    package func distance(to other: RGB) -> Double {
        let (left, right) = (lab, other.lab)
        let squares = [left.0 - right.0, left.1 - right.1, left.2 - right.2].map { $0 * $0 }
        return squares.reduce(0, +).squareRoot()
    }

    /// The nearest of the fixed colours 16 to 255.
    package var nearestIndex: Int {
        (16...255).min { distance(to: RGB(index: $0)) < distance(to: RGB(index: $1)) } ?? 16
    }

    /// The named colour that comes nearest by hue, 0 to 15: greys by lightness alone.
    package var nearestNamed: Int {
        let parts = [red, green, blue].map { Double($0) / 255 }
        let (low, high) = (parts.min() ?? 0, parts.max() ?? 0)
        guard high - low > 0.15 else { return high < 0.2 ? 0 : high < 0.55 ? 8 : high < 0.88 ? 7 : 15 }
        let middle = (low + high) / 2
        let bits = parts.enumerated().reduce(0) { $1.element > middle ? $0 | 1 << $1.offset : $0 }
        return high > 0.8 ? bits + 8 : bits
    }

    private var linear: (red: Double, green: Double, blue: Double) {
        (Self.linear(red), Self.linear(green), Self.linear(blue))
    }

    private static func linear(_ part: UInt8) -> Double {
        let value = Double(part) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    private var lab: (Double, Double, Double) {
        let (red, green, blue) = linear
        let x = Self.curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
        let y = Self.curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
        let z = Self.curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
        return (116 * y - 16, 500 * (x - y), 200 * (y - z))
    }

    private static func curve(_ value: Double) -> Double {
        value > 0.008856 ? cbrt(value) : 7.787 * value + 16 / 116
    }
}
