extension JSON {
    /// Why a text is not JSON, and where it stops being so.
    package struct ParseError: Error, Hashable, Sendable {
        /// What is wrong.
        package let reason: Reason
        /// Bytes before the place, from 0.
        package let offset: Int
        /// The line of the place, from 1.
        package let line: Int
        /// Characters (Unicode scalars) before the place in its line, plus 1.
        package let column: Int

        init(_ reason: Reason, at offset: Int, in bytes: [UInt8]) {
            let before = bytes.prefix(offset)
            let lineBytes = before.suffix(from: before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
            self.reason = reason
            self.offset = offset
            line = 1 + before.count { $0 == UInt8(ascii: "\n") }
            column = 1 + lineBytes.count { !UTF8.isContinuation($0) }
        }
    }
}

extension JSON.ParseError {
    /// What is wrong with the text.
    package enum Reason: Hashable, Sendable {
        /// Something else stands here; `found` is nil at the end of the text.
        case unexpected(found: UInt8?, expected: String)
        /// A comma stands before a closing bracket.
        case trailingComma
        /// A number begins with a needless zero.
        case leadingZero
        /// A control byte stands unescaped in a string.
        case controlByte(UInt8)
        /// A backslash is followed by what is no escape.
        case unknownEscape
        /// One half of a surrogate pair stands alone.
        case loneSurrogate
        /// The bytes are not UTF-8.
        case invalidUTF8
        /// The text begins with a byte order mark.
        case byteOrderMark
        /// Arrays and objects nest deeper than allowed.
        case tooDeep(limit: Int)
        /// One object has more members than allowed.
        case tooManyKeys(limit: Int)
    }
}

extension JSON.ParseError: CustomStringConvertible {
    /// The place, what is wrong, and what to do.
    package var description: String { "Line \(line), column \(column): \(reason.sentence)" }
}

extension JSON.ParseError.Reason {
    /// What is wrong and what to do, without the place.
    package var sentence: String {
        switch self {
        case .unexpected(let found, let expected):
            "expected \(expected), found \(Self.name(of: found))."
        case .trailingComma:
            "a comma stands before a closing bracket; remove it."
        case .leadingZero:
            "a number begins with a needless 0; remove it."
        case .controlByte(let byte):
            "control byte \(Self.hexadecimal(byte)) in a string; escape it."
        case .unknownEscape:
            "a backslash begins no known escape; double it, or use one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX."
        case .loneSurrogate:
            "half a surrogate pair stands alone; write both halves."
        case .invalidUTF8:
            "these bytes are not UTF-8; save the text as UTF-8."
        case .byteOrderMark:
            "the text begins with a byte order mark; save it without."
        case .tooDeep(let limit):
            "nests deeper than \(limit) levels; flatten the value."
        case .tooManyKeys(let limit):
            "an object has more than \(limit) members; split it."
        }
    }

    private static func name(of byte: UInt8?) -> String {
        guard let byte else { return "the end of the text" }
        guard byte > 0x20, byte < 0x7F else { return "byte \(hexadecimal(byte))" }
        return "`\(Character(UnicodeScalar(byte)))`"
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
