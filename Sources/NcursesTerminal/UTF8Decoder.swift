/// Makes scalars of bytes that come one at a time, however they were split.
///
/// What is no UTF-8 becomes U+FFFD, and the byte that broke a sequence is read again, so nothing after it is lost.
struct UTF8Decoder {
    private enum State {
        case between
        case inside(value: UInt32, missing: Int, next: ClosedRange<UInt8>)
    }

    private var state = State.between

    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// The scalars that a byte completes: none inside a sequence, two when it breaks one and stands for itself.
    mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
        guard case .inside(let begun, let missing, let next) = state else { return begin(with: byte) }
        guard next.contains(byte) else {
            state = .between
            return [Self.replacement] + begin(with: byte)
        }
        let value = begun << 6 | UInt32(byte & 0x3F)
        guard missing == 1 else {
            state = .inside(value: value, missing: missing - 1, next: 0x80...0xBF)
            return []
        }
        state = .between
        return [Unicode.Scalar(value) ?? Self.replacement]
    }

    /// Overlong forms, surrogates and values above U+10FFFF fail at their second byte, as Unicode recommends.
    private mutating func begin(with byte: UInt8) -> [Unicode.Scalar] {
        switch byte {
        case 0x00...0x7F: return [Unicode.Scalar(byte)]
        case 0xC2...0xDF: state = .inside(value: UInt32(byte & 0x1F), missing: 1, next: 0x80...0xBF)
        case 0xE0: state = .inside(value: 0, missing: 2, next: 0xA0...0xBF)
        case 0xED: state = .inside(value: 0xD, missing: 2, next: 0x80...0x9F)
        case 0xE1...0xEF: state = .inside(value: UInt32(byte & 0x0F), missing: 2, next: 0x80...0xBF)
        case 0xF0: state = .inside(value: 0, missing: 3, next: 0x90...0xBF)
        case 0xF4: state = .inside(value: 4, missing: 3, next: 0x80...0x8F)
        case 0xF1...0xF3: state = .inside(value: UInt32(byte & 0x07), missing: 3, next: 0x80...0xBF)
        default: return [Self.replacement]
        }
        return []
    }
}
