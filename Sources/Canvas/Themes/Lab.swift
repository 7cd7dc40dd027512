import Foundation

/// A colour by how the eye sees it.
struct Lab: Hashable, Sendable {
    let lightness: Double
    let greenToRed: Double
    let blueToYellow: Double

    init(_ color: RGB) {
        let (red, green, blue) = color.linear
        let x = Self.curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
        let y = Self.curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
        let z = Self.curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
        (lightness, greenToRed, blueToYellow) = (116 * y - 16, 500 * (x - y), 200 * (y - z))
    }

    func distance(to other: Lab) -> Double {
        let parts = [
            lightness - other.lightness, greenToRed - other.greenToRed, blueToYellow - other.blueToYellow,
        ]
        return parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    private static func curve(_ value: Double) -> Double {
        value > 0.008856 ? cbrt(value) : 7.787 * value + 16 / 116
    }
}

extension RGB {
    /// The distance as the eye sees it: CIE76, where 2 is just noticeable.
    package func distance(to other: RGB) -> Double {
        Lab(self).distance(to: Lab(other))
    }
}
