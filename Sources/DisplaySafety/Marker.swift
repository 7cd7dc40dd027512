/// The visible, reversible signs for what must not be drawn.
enum Marker {
    static let opening: [UInt8] = [0xE2, 0x80, 0xB9]
    static let closing: [UInt8] = [0xE2, 0x80, 0xBA]
    /// The longest body between the signs, a count of twelve digits.
    static let longestBody = 13

    /// The marker of a scalar, as `‹U+202E›`.
    static func text(for scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
    }

    /// The marker of a byte that is not UTF-8, as `‹FF›`.
    static func text(for byte: UInt8) -> String {
        "‹" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true) + "›"
    }

    /// The bytes that a marker's body stands for, or nil where it is no marker.
    static func bytes(of body: ArraySlice<UInt8>) -> [UInt8]? {
        let text = String(decoding: body, as: UTF8.self)
        if text.hasPrefix("U+"), (4...6).contains(body.count - 2) {
            return number(text.dropFirst(2)).flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) }
        }
        if text.hasPrefix("+"), body.count > 1, body.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }) {
            return []
        }
        return body.count == 2 ? number(text[...]).map { [UInt8($0)] } : nil
    }

    /// The number that these digits of base 16 are, in upper case and without a sign.
    private static func number(_ digits: Substring) -> UInt32? {
        let isNumber = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
        return isNumber ? UInt32(digits, radix: 16) : nil
    }
}
