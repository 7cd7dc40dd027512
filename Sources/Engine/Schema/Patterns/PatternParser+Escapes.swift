extension PatternParser {
    /// Reads what follows a backslash, which is read already: a scalar or a set of them.
    mutating func escape() throws(TextPattern.Refusal) -> PatternTree {
        guard let scalar = take() else { throw .malformed("it ends with a backslash") }
        switch scalar {
        case "d": return .anyOf(.digit)
        case "D": return .anyOf(ScalarSet.digit.inverted)
        case "w": return .anyOf(.word)
        case "W": return .anyOf(ScalarSet.word.inverted)
        case "s": return .anyOf(.space)
        case "S": return .anyOf(ScalarSet.space.inverted)
        case "p": return .anyOf(ScalarSet(try trait()))
        case "P": return .anyOf(ScalarSet(try trait()).inverted)
        case "k", "1"..."9": throw .unsupported("back-reference")
        case _: return .scalar(try value(of: scalar))
        }
    }

    private mutating func value(of scalar: Unicode.Scalar) throws(TextPattern.Refusal) -> UInt32 {
        switch scalar {
        case "t": return 0x09
        case "n": return 0x0A
        case "v": return 0x0B
        case "f": return 0x0C
        case "r": return 0x0D
        case "c": return try control()
        case "x": return try hexadecimal(of: 2)
        case "u": return next == "{" ? try bracedUnicode() : try unicode()
        case "0":
            if let digit = next, ("0"..."9").contains(digit) { throw .malformed("`\\0` stands before a digit") }
            return 0
        case "a"..."z", "A"..."Z", "0"..."9": throw .malformed("`\\\(scalar)` is no escape")
        case _: return scalar.value
        }
    }

    private mutating func control() throws(TextPattern.Refusal) -> UInt32 {
        guard let letter = take(), ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) else {
            throw .malformed("`\\c` needs a letter")
        }
        return letter.value % 32
    }

    /// Two escapes that make one scalar in UTF-16 count as that scalar.
    private mutating func unicode() throws(TextPattern.Refusal) -> UInt32 {
        let unit = try hexadecimal(of: 4)
        guard (0xD800...0xDBFF).contains(unit), next == "\\", ahead(1) == "u", ahead(2) != "{" else { return unit }
        let start = position
        position(advancedBy: 2)
        let second = try hexadecimal(of: 4)
        guard (0xDC00...0xDFFF).contains(second) else {
            rewind(to: start)
            return unit
        }
        return 0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)
    }

    private mutating func bracedUnicode() throws(TextPattern.Refusal) -> UInt32 {
        _ = skip("{")
        var value: UInt32?
        while let digit = next?.hexadecimalValue {
            value = min((value ?? 0) << 4 + digit, 0x110000)
            _ = take()
        }
        guard let value, value < 0x110000, skip("}") else { throw .malformed("`\\u{` names no scalar") }
        return value
    }

    private mutating func hexadecimal(of count: Int) throws(TextPattern.Refusal) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = take()?.hexadecimalValue else {
                throw .malformed("an escape needs \(count) hexadecimal digits")
            }
            value = value << 4 + digit
        }
        return value
    }

    private mutating func position(advancedBy count: Int) {
        rewind(to: position + count)
    }

    private mutating func trait() throws(TextPattern.Refusal) -> ScalarTrait {
        guard skip("{") else { throw .malformed("a property needs its name in braces") }
        var name = ""
        while let scalar = next, scalar != "}" {
            name.unicodeScalars.append(scalar)
            _ = take()
        }
        guard skip("}"), name.utf8.count <= 60 else { throw .malformed("the name of a property does not end") }
        guard let trait = ScalarTrait(named: name) else { throw .unsupported("property \(name)") }
        return trait
    }
}

extension Unicode.Scalar {
    fileprivate var hexadecimalValue: UInt32? {
        switch self {
        case "0"..."9": value - 0x30
        case "a"..."f": value - 0x57
        case "A"..."F": value - 0x37
        case _: nil
        }
    }
}
