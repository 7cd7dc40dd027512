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

    /// What a screen gives off, 0 to 1 for each part.
    var linear: (red: Double, green: Double, blue: Double) {
        (Self.linear(red), Self.linear(green), Self.linear(blue))
    }

    /// The colour that gives off so much; what no screen can show is cut.
    init(linear red: Double, _ green: Double, _ blue: Double) {
        self.init(red: Self.encoded(red), green: Self.encoded(green), blue: Self.encoded(blue))
    }

    private static func linear(_ part: UInt8) -> Double {
        let value = Double(part) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    private static func encoded(_ value: Double) -> UInt8 {
        let value = min(1, max(0, value))
        let part = value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055
        return UInt8((part * 255).rounded())
    }
}
