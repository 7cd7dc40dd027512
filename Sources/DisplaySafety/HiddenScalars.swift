/// The scalars that a reader cannot see, or that move the cursor or the direction of the text.
package enum HiddenScalars {
    /// Whether a scalar is shown as a marker wherever it stands.
    ///
    /// Line feed, tab, joiners and variation selectors are judged by their neighbours first.
    package static func contains(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 }
        return value & 0xFFFE == 0xFFFE || ranges.contains { $0.contains(value) }
    }

    /// Controls, bidirectional controls, invisible and ignorable scalars, tags, noncharacters and the marker's own sign.
    private static let ranges: [ClosedRange<UInt32>] = [
        0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
        0x200B...0x200F, 0x2028...0x202E, 0x2039...0x2039, 0x2060...0x206F, 0x3164...0x3164, 0xFDD0...0xFDEF,
        0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
        0xE0000...0xE0FFF,
    ]
}
