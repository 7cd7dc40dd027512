/// Reads bytes as UTF-8, one scalar or one invalid byte at a time.
struct ByteScalars: IteratorProtocol {
    /// What stands at one place of the bytes.
    enum Unit: Equatable {
        case scalar(Unicode.Scalar)
        case invalid(UInt8)
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The scalar that stands next, if it is valid; reading goes on from the same place.
    var upcoming: Unicode.Scalar? {
        var ahead = self
        guard case .scalar(let scalar)? = ahead.next() else { return nil }
        return scalar
    }

    mutating func next() -> Unit? {
        guard index < bytes.count else { return nil }
        let first = bytes[index]
        guard let length = Self.length(after: first), index + length <= bytes.count else { return invalid(first) }
        if length == 1 {
            index += 1
            return .scalar(Unicode.Scalar(first))
        }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let byte = bytes[index + offset]
            guard byte & 0xC0 == 0x80 else { return invalid(first) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard value >= Self.smallest[length], let scalar = Unicode.Scalar(value) else { return invalid(first) }
        index += length
        return .scalar(scalar)
    }

    /// Takes printable ASCII up to the last character that something could join, for speed.
    mutating func plainRun() -> ArraySlice<UInt8> {
        var end = index
        while end < bytes.count, bytes[end] >= 0x20, bytes[end] < 0x7F { end += 1 }
        if end > index, end < bytes.count, bytes[end] >= 0x80 { end -= 1 }
        defer { index = end }
        return bytes[index..<end]
    }

    private mutating func invalid(_ byte: UInt8) -> Unit {
        index += 1
        return .invalid(byte)
    }

    /// The smallest value that needs so many bytes; below it the form is overlong.
    private static let smallest: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]

    private static func length(after first: UInt8) -> Int? {
        switch first {
        case 0x00...0x7F: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }
}
