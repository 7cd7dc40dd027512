/// Text of a paste while it comes in: no control but tab and line feed, at most one mebibyte of UTF-8.
struct PastedText {
    /// The most that is kept, in bytes of UTF-8; the rest of a longer paste is left out.
    static let limit = 1 << 20

    private static let end = Array("\u{1B}[201~".utf8)

    private(set) var string = ""
    private var utf8 = UTF8Decoder()
    private var count = 0
    private var matchedOfEnd = 0
    private var endedInReturn = false

    var isEmpty: Bool { string.isEmpty }

    /// Takes bytes up to the mark that ends the paste, and gives what follows it; nil while there is no mark.
    mutating func append(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        for (place, byte) in bytes.enumerated() {
            if byte == Self.end[matchedOfEnd] {
                matchedOfEnd += 1
                guard matchedOfEnd < Self.end.count else { return bytes[(place + 1)...] }
            } else {
                for matched in Self.end.prefix(matchedOfEnd) { decode(matched) }
                matchedOfEnd = byte == Self.end[0] ? 1 : 0
                if matchedOfEnd == 0 { decode(byte) }
            }
        }
        return nil
    }

    private mutating func decode(_ byte: UInt8) {
        guard count < Self.limit else { return }
        for scalar in utf8.take(byte) { append(scalar) }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        let followsReturn = endedInReturn
        endedInReturn = scalar == "\r"
        switch scalar {
        case "\r": keep("\n")
        case "\n": if !followsReturn { keep("\n") }
        case "\t": keep("\t")
        case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": break
        default: keep(scalar)
        }
    }

    /// Nothing is kept after the first scalar that has no room, or the text would have a hole.
    private mutating func keep(_ scalar: Unicode.Scalar) {
        let width = UTF8.width(scalar)
        guard count + width <= Self.limit else {
            count = Self.limit
            return
        }
        count += width
        string.unicodeScalars.append(scalar)
    }
}
