import Foundation

/// A piece of a text as claims are read from it.
struct TextToken {
    enum Kind {
        case word, number, mark
        /// An address of the web or of mail, whole.
        case link
    }

    let kind: Kind
    let text: String
    /// Whether nothing stands between it and the piece before.
    let isGlued: Bool
    /// Whether it is the first of its line.
    let beginsLine: Bool
    /// Which run of characters without white space it is of.
    let chunk: Int

    /// The word in lower case without accents.
    let folded: String
}

extension TextToken {
    /// Cuts a text, in one pass.
    static func tokens(of text: String) -> [TextToken] {
        var cutter = TokenCutter()
        Array(text.utf8).withUnsafeBufferPointer { cutter.read($0) }
        return cutter.tokens
    }
}

/// Cuts texts: what is ASCII by its bytes, which is many times as fast, anything else by its characters.
private struct TokenCutter {
    private(set) var tokens: [TextToken] = []
    private var chunk = 0
    private var beginsLine = true

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            guard !Self.isSpace(bytes[index]) else {
                if bytes[index] != 0x20, bytes[index] != 0x09 { beginsLine = true }
                index += 1
                continue
            }
            let start = index
            var all: UInt8 = 0
            while index < bytes.count, !Self.isSpace(bytes[index]) {
                all |= bytes[index]
                index += 1
            }
            let part = UnsafeBufferPointer(rebasing: bytes[start..<index])
            if all < 0x80 { read(plain: part) } else { read(mixed: String(decoding: part, as: UTF8.self)) }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

    private mutating func append(_ kind: TextToken.Kind, _ text: String, _ folded: String, isGlued: Bool) {
        tokens.append(
            TextToken(
                kind: kind, text: text, isGlued: isGlued, beginsLine: beginsLine, chunk: chunk, folded: folded))
        beginsLine = false
    }
}

// Parts of ASCII.
extension TokenCutter {
    private mutating func read(plain part: UnsafeBufferPointer<UInt8>) {
        chunk += 1
        if part.count > 5, part.contains(0x3A) || part.contains(0x40) || part[0] == 0x77,
            let link = Self.link(in: Array(String(decoding: part, as: UTF8.self)))
        {
            return append(.link, link, link, isGlued: false)
        }
        var index = 0
        while index < part.count {
            let start = index
            let kind = Self.piece(of: part, &index)
            let text = String(decoding: UnsafeBufferPointer(rebasing: part[start..<index]), as: UTF8.self)
            append(kind, text, kind == .word ? text.lowercased() : text, isGlued: start > 0)
        }
    }

    /// Moves behind the piece.
    private static func piece(of part: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> TextToken.Kind {
        let first = part[index]
        index += 1
        if isDigit(first) {
            while index < part.count {
                let joins = isJoint(part[index]) && index + 1 < part.count && isDigit(part[index + 1])
                guard isDigit(part[index]) || joins else { break }
                index += 1
            }
            return .number
        }
        guard isLetter(first) else { return .mark }
        while index < part.count {
            let joins = part[index] == 0x27 && index + 1 < part.count && isLetter(part[index + 1])
            guard isLetter(part[index]) || joins else { break }
            index += 1
        }
        return .word
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// A point, a comma or an apostrophe.
    private static func isJoint(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C || byte == 0x27 }
}

// Other parts.
extension TokenCutter {
    private mutating func read(mixed text: String) {
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.offset > 0 { beginsLine = true }
            for part in line.element.split(whereSeparator: { $0.isWhitespace && !Self.isThinSpace($0) }) {
                read(characters: Array(part))
            }
        }
    }

    private mutating func read(characters part: [Character]) {
        chunk += 1
        if let link = Self.link(in: part) { return append(.link, link, Self.folded(link), isGlued: false) }
        var index = 0
        while index < part.count {
            let (kind, end) = Self.piece(of: part, from: index)
            let text = String(part[index..<end])
            append(kind, text, Self.folded(text), isGlued: index > 0)
            index = end
        }
    }

    private static func folded(_ text: String) -> String { text.reduce(into: "") { $0 += FoldedWords.fold($1) } }

    private static func piece(of part: [Character], from start: Int) -> (TextToken.Kind, Int) {
        var end = start + 1
        if isDigit(part[start]) {
            while end < part.count {
                let joins = isSeparator(part[end]) && end + 1 < part.count && isDigit(part[end + 1])
                guard isDigit(part[end]) || joins else { break }
                end += 1
            }
            return (.number, end)
        }
        guard part[start].isLetter else { return (.mark, end) }
        if FoldedWords.isIdeograph(part[start]) { return (.word, end) }
        while end < part.count {
            let joins = (part[end] == "'" || part[end] == "’") && end + 1 < part.count && part[end + 1].isLetter
            guard part[end].isLetter && !FoldedWords.isIdeograph(part[end]) || joins else { break }
            end += 1
        }
        return (.word, end)
    }

    private static func link(in part: [Character]) -> String? {
        guard part.count > 5, part.contains(":") || part.contains("@") || part.starts(with: "www.") else { return nil }
        let text = String(part)
        guard text.contains("://") || text.contains("@") || text.hasPrefix("www."), text.contains(".") else {
            return nil
        }
        let edges = "\"'“”‘’()[]<>,;:!?.*`_"
        var trimmed = text[...]
        while let last = trimmed.last, edges.contains(last) { trimmed.removeLast() }
        while let first = trimmed.first, edges.contains(first) { trimmed.removeFirst() }
        if let target = trimmed.range(of: "](") { trimmed = trimmed[target.upperBound...] }
        return trimmed.lowercased()
    }

    private static func isDigit(_ character: Character) -> Bool { character.isWholeNumber && character.asciiOrWide }

    private static func isSeparator(_ character: Character) -> Bool {
        character == "." || character == "," || character == "'" || character == "’" || isThinSpace(character)
    }

    private static func isThinSpace(_ character: Character) -> Bool {
        character == "\u{202F}" || character == "\u{2009}" || character == "\u{A0}"
    }
}

extension Character {
    /// Whether it is a digit of ASCII or its full-width twin.
    fileprivate var asciiOrWide: Bool {
        guard let scalar = unicodeScalars.first?.value else { return false }
        return (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
    }
}
