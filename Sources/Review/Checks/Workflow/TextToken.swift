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
    var folded: String { text.reduce(into: "") { $0 += FoldedWords.fold($1) } }
}

extension TextToken {
    /// Cuts a text, in one pass.
    static func tokens(of text: String) -> [TextToken] {
        var tokens: [TextToken] = []
        var chunk = 0
        for line in text.split(whereSeparator: \.isNewline) {
            var beginsLine = true
            for part in line.split(whereSeparator: { $0.isWhitespace && !isThinSpace($0) }) {
                chunk += 1
                append(Array(part), to: &tokens, chunk, &beginsLine)
            }
        }
        return tokens
    }

    private static func append(
        _ part: [Character], to tokens: inout [TextToken], _ chunk: Int, _ beginsLine: inout Bool
    ) {
        if let link = link(in: part) {
            tokens.append(TextToken(kind: .link, text: link, isGlued: false, beginsLine: beginsLine, chunk: chunk))
            beginsLine = false
            return
        }
        var index = 0
        while index < part.count {
            let (kind, end) = piece(of: part, from: index)
            tokens.append(
                TextToken(
                    kind: kind, text: String(part[index..<end]), isGlued: index > 0, beginsLine: beginsLine,
                    chunk: chunk))
            beginsLine = false
            index = end
        }
    }

    private static func piece(of part: [Character], from start: Int) -> (Kind, Int) {
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
