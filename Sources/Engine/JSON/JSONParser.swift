/// Reads one JSON value from bytes, byte by byte; the position only moves forward.
struct JSONParser {
    let bytes: [UInt8]
    let limits: JSON.Limits
    var position = 0
    /// The arrays and objects around the position, kept here rather than on the call stack.
    private var open: [OpenContainer] = []

    init(bytes: [UInt8], limits: JSON.Limits = .standard) {
        self.bytes = bytes
        self.limits = limits
    }

    mutating func document() throws(JSON.ParseError) -> JSON {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error(.byteOrderMark) }
        skipSpace()
        let value = try value()
        skipSpace()
        guard next == nil else { throw unexpected("the end of the text") }
        return value
    }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    func error(_ reason: JSON.ParseError.Reason, at offset: Int? = nil) -> JSON.ParseError {
        JSON.ParseError(reason, at: offset ?? position, in: bytes)
    }

    func unexpected(_ expected: String) -> JSON.ParseError {
        error(.unexpected(found: next, expected: expected))
    }
}

/// An array or object whose closing bracket is still to come.
private struct OpenContainer {
    let isObject: Bool
    var key = ""
    var values: [JSON] = []
    var members: [JSON.Object.Member] = []

    var close: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }

    var value: JSON { isObject ? .object(JSON.Object(members)) : .array(values) }

    mutating func add(_ value: JSON) {
        if isObject {
            members.append(JSON.Object.Member(key: key, value: value))
        } else {
            values.append(value)
        }
    }
}

extension JSONParser {
    private mutating func value() throws(JSON.ParseError) -> JSON {
        while true {
            guard var finished = try scalarOrEmptyContainer() else { continue }
            while true {
                guard let innermost = open.indices.last else { return finished }
                open[innermost].add(finished)
                if try skipComma(before: open[innermost].close) {
                    try readKey()
                    break
                }
                finished = open.removeLast().value
            }
        }
    }

    /// Nil where a bracket opens and a value stands behind it.
    private mutating func scalarOrEmptyContainer() throws(JSON.ParseError) -> JSON? {
        switch next {
        case UInt8(ascii: "{"): try openContainer(OpenContainer(isObject: true))
        case UInt8(ascii: "["): try openContainer(OpenContainer(isObject: false))
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "t"): try word("true", .bool(true))
        case UInt8(ascii: "f"): try word("false", .bool(false))
        case UInt8(ascii: "n"): try word("null", .null)
        case let byte? where Self.canBeginNumber(byte): .number(try number())
        default: throw unexpected("a value")
        }
    }

    private mutating func openContainer(_ container: OpenContainer) throws(JSON.ParseError) -> JSON? {
        guard open.count < limits.depth else { throw error(.tooDeep(limit: limits.depth)) }
        position += 1
        skipSpace()
        if skip(container.close) { return container.value }
        open.append(container)
        try readKey()
        return nil
    }

    /// Reads up to the value of a member; does nothing inside an array.
    private mutating func readKey() throws(JSON.ParseError) {
        guard let innermost = open.indices.last, open[innermost].isObject else { return }
        guard open[innermost].members.count < limits.keysPerObject else {
            throw error(.tooManyKeys(limit: limits.keysPerObject))
        }
        guard next == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
        open[innermost].key = try string()
        skipSpace()
        guard skip(UInt8(ascii: ":")) else { throw unexpected("`:`") }
        skipSpace()
    }

    /// True after a comma, false after the closing bracket.
    private mutating func skipComma(before close: UInt8) throws(JSON.ParseError) -> Bool {
        skipSpace()
        if skip(close) { return false }
        let comma = position
        guard skip(UInt8(ascii: ",")) else { throw unexpected("`,` or `\(Character(UnicodeScalar(close)))`") }
        skipSpace()
        if next == close { throw error(.trailingComma, at: comma) }
        return true
    }

    private static func canBeginNumber(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private mutating func number() throws(JSON.ParseError) -> JSON.Number {
        switch JSONNumberScan(bytes, from: position) {
        case .complete(let end):
            defer { position = end }
            return JSON.Number(validated: String(decoding: bytes[position..<end], as: UTF8.self))
        case .digitMissing(let place):
            position = place
            throw unexpected("a digit")
        case .leadingZero(let place):
            throw error(.leadingZero, at: place)
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSON.ParseError) -> JSON {
        for byte in word.utf8 {
            guard skip(byte) else { throw unexpected("`\(word)`") }
        }
        return value
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }
}
