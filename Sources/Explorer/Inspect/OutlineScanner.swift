import Engine

/// Finds the elements of a JSON text in one pass over its bytes, without making values of them.
///
/// It takes exactly what `JSON(parsing:)` takes.
struct OutlineScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits = JSON.Limits.standard
    private var position = 0
    private var elements: [JSONOutline.Element] = []
    /// The arrays and objects around the position.
    private var open: [Int] = []
    private var hasEscapes = false

    /// The elements in the order of the text; nil where it is not JSON.
    static func elements(of bytes: [UInt8]) -> [JSONOutline.Element]? {
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = OutlineScanner(buffer)
            return scanner.scan() ? scanner.elements : nil
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        elements.reserveCapacity(bytes.count / 12)
    }

    /// Whether the bytes are one value and nothing else.
    private mutating func scan() -> Bool {
        skipSpace()
        guard value(key: 0..<0) else { return false }
        while let innermost = open.last {
            guard inside(innermost) else { return false }
        }
        skipSpace()
        return position == bytes.count
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Goes on in a container: to its end, or over one element.
    private mutating func inside(_ container: Int) -> Bool {
        let isObject = elements[container].kind == .object
        skipSpace()
        if skip(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            close(container)
            return true
        }
        if elements[container].count > 0 {
            guard skip(UInt8(ascii: ",")) else { return false }
            skipSpace()
        }
        return isObject ? member(of: container) : value(key: 0..<0)
    }

    private mutating func member(of object: Int) -> Bool {
        guard elements[object].count < limits.keysPerObject else { return false }
        let start = position
        hasEscapes = false
        guard string() else { return false }
        let key = Int32(start)..<Int32(position)
        skipSpace()
        guard skip(UInt8(ascii: ":")) else { return false }
        skipSpace()
        return value(key: key)
    }

    private mutating func value(key: Range<Int32>) -> Bool {
        let start = position
        if key.isEmpty { hasEscapes = false }
        guard let kind = kind() else { return false }
        let element = elements.count
        let parent = open.last ?? -1
        elements.append(
            JSONOutline.Element(
                kind: kind, hasEscapes: hasEscapes, depth: UInt16(open.count),
                ordinal: parent < 0 ? 0 : elements[parent].count, parent: Int32(parent), key: key,
                value: Int32(start)..<Int32(position), end: Int32(element + 1), count: 0))
        if parent >= 0 { elements[parent].count += 1 }
        if kind.isContainer { open.append(element) }
        return open.count <= limits.depth
    }

    /// Reads a scalar or an opening bracket; nil where neither stands.
    private mutating func kind() -> JSONOutline.Kind? {
        switch next {
        case UInt8(ascii: "{"): step() ? .object : nil
        case UInt8(ascii: "["): step() ? .array : nil
        case UInt8(ascii: "\""): string() ? .string : nil
        case UInt8(ascii: "t"): word("true") ? .bool : nil
        case UInt8(ascii: "f"): word("false") ? .bool : nil
        case UInt8(ascii: "n"): word("null") ? .null : nil
        default: number() ? .number : nil
        }
    }

    private mutating func close(_ container: Int) {
        open.removeLast()
        elements[container].end = Int32(elements.count)
        elements[container].value = elements[container].value.lowerBound..<Int32(position)
    }

    private mutating func step() -> Bool {
        position += 1
        return true
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        next == byte && step()
    }

    private mutating func word(_ word: StaticString) -> Bool {
        (0..<word.utf8CodeUnitCount).allSatisfy { skip(word.utf8Start[$0]) }
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }
}

extension OutlineScanner {
    private mutating func number() -> Bool {
        _ = skip(UInt8(ascii: "-"))
        let integer = position
        guard digits() else { return false }
        if bytes[integer] == UInt8(ascii: "0"), position > integer + 1 { return false }
        if skip(UInt8(ascii: ".")) { guard digits() else { return false } }
        guard let letter = next, letter | 0x20 == UInt8(ascii: "e") else { return true }
        position += 1
        if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
        return digits()
    }

    private mutating func digits() -> Bool {
        let start = position
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
        return position > start
    }

    private mutating func string() -> Bool {
        guard skip(UInt8(ascii: "\"")) else { return false }
        let start = position
        var isASCII = true
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                let text = UnsafeBufferPointer(rebasing: bytes[start..<position])
                position += 1
                return isASCII || String(validating: text, as: UTF8.self) != nil
            case UInt8(ascii: "\\"): guard escape() else { return false }
            case 0..<0x20: return false
            case _:
                isASCII = isASCII && byte < 0x80
                position += 1
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        hasEscapes = true
        position += 1
        switch next {
        case UInt8(ascii: "u"): return codeUnits()
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return step()
        default: return false
        }
    }

    /// Reads what follows the backslash of `\u`: a code unit, or the two halves of a pair.
    private mutating func codeUnits() -> Bool {
        guard let first = codeUnit() else { return false }
        guard UTF16.isLeadSurrogate(first) else { return !UTF16.isTrailSurrogate(first) }
        guard skip(UInt8(ascii: "\\")), let second = codeUnit() else { return false }
        return UTF16.isTrailSurrogate(second)
    }

    private mutating func codeUnit() -> UInt16? {
        guard skip(UInt8(ascii: "u")) else { return nil }
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }
}
