/// Text of a paste while it comes in: no control but tab and line feed, at most one mebibyte of UTF-8.
struct PastedText {
    /// The most that is kept, in bytes of UTF-8; the rest of a longer paste is left out.
    static let limit = 1 << 20

    private(set) var string = ""
    private var count = 0
    private var endedInReturn = false

    var isEmpty: Bool { string.isEmpty }

    mutating func append(_ scalar: Unicode.Scalar) {
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
