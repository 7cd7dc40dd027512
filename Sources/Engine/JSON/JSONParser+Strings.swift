extension JSONParser {
    /// Reads a string whose opening quote is the next byte.
    mutating func string() throws(JSON.ParseError) -> String {
        let start = position + 1
        let (end, escapes) = try closingQuote(from: start)
        guard let raw = String(validating: bytes[start..<end], as: UTF8.self) else {
            throw error(.invalidUTF8, at: start + validPrefix(of: bytes[start..<end]))
        }
        position = end + 1
        return escapes == 0 ? raw : try unescaped(start..<end)
    }

    private func closingQuote(from start: Int) throws(JSON.ParseError) -> (end: Int, escapes: Int) {
        var (place, escapes) = (start, 0)
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""): return (place, escapes)
            case UInt8(ascii: "\\"):
                escapes += 1
                place += 2
            case 0..<0x20: throw error(.controlByte(bytes[place]), at: place)
            default: place += 1
            }
        }
        throw error(.unexpected(found: nil, expected: "a closing double quote"), at: bytes.count)
    }

    private func validPrefix(of slice: ArraySlice<UInt8>) -> Int {
        var (rest, length, parser) = (slice.makeIterator(), 0, UTF8.ForwardParser())
        while case .valid(let scalar) = parser.parseScalar(from: &rest) { length += scalar.count }
        return length
    }

    /// Bytes other than escapes are copied as they are, so nothing is normalised.
    private func unescaped(_ range: Range<Int>) throws(JSON.ParseError) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var place = range.lowerBound
        while place < range.upperBound {
            if bytes[place] != UInt8(ascii: "\\") {
                text.append(bytes[place])
                place += 1
            } else if let byte = Self.shortEscapes[bytes[place + 1]] {
                text.append(byte)
                place += 2
            } else {
                let (scalar, length) = try escapedScalar(at: place)
                text.append(contentsOf: String(scalar).utf8)
                place += length
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func escapedScalar(at place: Int) throws(JSON.ParseError) -> (Unicode.Scalar, length: Int) {
        let first = try codeUnit(at: place)
        if let scalar = Unicode.Scalar(UInt32(first)) { return (scalar, 6) }
        guard UTF16.isLeadSurrogate(first), bytes[place + 6] == UInt8(ascii: "\\"),
            bytes[place + 7] == UInt8(ascii: "u")
        else { throw error(.loneSurrogate, at: place) }

        let second = try codeUnit(at: place + 6)
        guard UTF16.isTrailSurrogate(second) else { throw error(.loneSurrogate, at: place) }
        let value = 0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(second) & 0x3FF
        return (Unicode.Scalar(value) ?? "\u{FFFD}", 12)
    }

    /// Reads the number after `\u`.
    ///
    /// The closing quote ends the digits, so no index can leave the text.
    private func codeUnit(at place: Int) throws(JSON.ParseError) -> UInt16 {
        guard bytes[place + 1] == UInt8(ascii: "u") else { throw error(.unknownEscape, at: place) }
        var value: UInt16 = 0
        for offset in 2..<6 {
            guard let digit = Self.hexadecimalDigit(bytes[place + offset]) else {
                throw error(.unknownEscape, at: place)
            }
            value = value << 4 | digit
        }
        return value
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    private static let shortEscapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
        UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
}
