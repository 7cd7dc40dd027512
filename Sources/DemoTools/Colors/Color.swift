import Engine
import Foundation

/// A colour by its red, green and blue.
struct Color: Hashable, Sendable {
    /// Red, green and blue, 0 to 255.
    let channels: [Int]

    /// Reads `#1E90FF` or `1e90ff`; nil for anything else.
    init?(hex: String) {
        let digits = hex.hasPrefix("#") ? hex.dropFirst() : hex[...]
        guard digits.utf8.count == 6, digits.allSatisfy({ $0.isHexDigit && $0.isASCII }),
            let value = Int(digits, radix: 16)
        else { return nil }
        channels = [value >> 16, value >> 8 & 255, value & 255]
    }

    private init(channels: [Int]) { self.channels = channels }

    init(_ name: String, _ arguments: Arguments) throws(Refusal) {
        let text = try arguments.text(name)
        guard let color = Color(hex: text) else {
            throw .impossible("\"\(text)\" is no colour in hexadecimal.", next: "Write a colour as #1E90FF.")
        }
        self = color
    }

    /// `#1E90FF`.
    var hex: String {
        "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }

    /// The colours with names, in the order of their names.
    static let named: [(name: String, color: Color)] = Table(table).rows.compactMap { row in
        Color(hex: row[1]).map { (name: row[0], color: $0) }
    }

    /// The colour of a name, however it is spaced and spelt.
    static func withName(_ name: String) throws(Refusal) -> (name: String, color: Color) {
        let wanted = SearchText(name.lowercased().replacing("grey", with: "gray"))
        guard let found = named.first(where: { SearchText($0.name) == wanted }) else {
            throw .unknown(kind: "colour", value: name, next: "Give the name of a web colour, such as teal.")
        }
        return found
    }

    /// Hue in degrees, saturation and lightness in per cent.
    var hsl: (hue: Int, saturation: Int, lightness: Int) {
        let parts = channels.map { Double($0) / 255 }
        let (high, low) = (parts.max() ?? 0, parts.min() ?? 0)
        let (chroma, sum) = (high - low, high + low)
        guard chroma > 0 else { return (0, 0, Int((sum * 50).rounded())) }
        let sector =
            high == parts[0]
            ? (parts[1] - parts[2]) / chroma
            : high == parts[1] ? 2 + (parts[2] - parts[0]) / chroma : 4 + (parts[0] - parts[1]) / chroma
        let hue = Int((sector * 60 + 360).truncatingRemainder(dividingBy: 360).rounded()) % 360
        return (hue, Int((chroma / (1 - abs(sum - 1)) * 100).rounded()), Int((sum * 50).rounded()))
    }

    /// Relative luminance as WCAG 2 defines it, 0 to 1.
    private var luminance: Double {
        let linear = channels.map { channel in
            let part = Double(channel) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return zip(linear, [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The colour half way to another, channel by channel, halves rounded up.
    func mixed(with other: Color) -> Color {
        Color(channels: zip(channels, other.channels).map { ($0 + $1 + 1) / 2 })
    }

    /// The contrast ratio of WCAG 2, 1 to 21.
    func contrast(with other: Color) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }
}
