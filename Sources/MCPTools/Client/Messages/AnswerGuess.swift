import Foundation

/// Finds out which request a line answers that cannot be read.
///
/// So that a broken or far too long answer ends its own call at once, and no other.
enum AnswerGuess {
    /// The id that stands before the result, or at the very end; nil when none is certain.
    static func id(head: Data, tail: Data) -> RPCID? {
        guard head.first == UInt8(ascii: "{") else { return nil }
        return idAtStart(Array(head.prefix(200))) ?? idAtEnd(Array(tail.suffix(60)))
    }

    private static func idAtStart(_ bytes: [UInt8]) -> RPCID? {
        let end = [marks.result, marks.error].compactMap { bytes.firstRange(of: $0)?.lowerBound }.min() ?? bytes.count
        guard let mark = bytes[..<end].firstRange(of: marks.id) else { return nil }
        let after = bytes[mark.upperBound..<end].drop { $0 == 0x20 }
        guard after.first == UInt8(ascii: ":") else { return nil }
        return number(after.dropFirst().drop { $0 == 0x20 })
    }

    private static func idAtEnd(_ bytes: [UInt8]) -> RPCID? {
        let bytes = bytes.filter { $0 != 0x20 && $0 != 0x0D }
        for ending in marks.endings where bytes.suffix(ending.count) == ending[...] {
            let before = bytes.dropLast(ending.count)
            let digits = before.reversed().prefix { isDigit($0) }
            guard before.dropLast(digits.count).suffix(marks.idValue.count) == marks.idValue[...] else { continue }
            return number(Array(digits.reversed())[...])
        }
        return nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> RPCID? {
        let digits = bytes.prefix { isDigit($0) }
        guard digits.count <= 18, let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        return RPCID(number)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static let marks = (
        id: Array("\"id\"".utf8), result: Array("\"result\"".utf8), error: Array("\"error\"".utf8),
        idValue: Array("\"id\":".utf8), endings: ["}", ",\"jsonrpc\":\"2.0\"}"].map { Array($0.utf8) }
    )
}
