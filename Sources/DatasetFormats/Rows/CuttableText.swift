/// A text that can be shortened around the sentences and lines of it that are used.
struct CuttableText {
    /// A text that is no longer goes or stays as a whole.
    static let shortest = 60

    private let pieces: [(text: Substring, isUsed: Bool)]
    private let length: Int

    init(_ text: String, and response: ResponseUse) {
        pieces = Self.pieces(of: text).map { ($0, response.uses($0)) }
        length = text.count
    }

    /// How long the pieces are that stay in any case.
    var usedLength: Int { pieces.reduce(0) { $0 + ($1.isUsed ? $1.text.count : 0) } }

    /// The used pieces and of the others the first characters, with a mark at the end; nil for nothing.
    func cut(_ rest: inout Int) -> String? {
        var kept = ""
        var count = 0
        var isBroken = false
        for piece in pieces {
            let part = piece.isUsed ? piece.text : piece.text.prefix(rest)
            if !piece.isUsed { rest -= part.count }
            if part.isEmpty {
                isBroken = true
                continue
            }
            kept += (isBroken && !kept.isEmpty ? "… " : "") + part
            isBroken = part.count < piece.text.count
            count += part.count
        }
        guard count > 0 else { return nil }
        return count == length ? kept : kept + "… [cut: \(length - count) of \(length) characters]"
    }

    /// After the end of a line, or of a sentence and the blank behind it.
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var before: Character = " "
        for index in text.indices {
            let isEnd = text[index].isNewline || (text[index] == " " && ".!?".contains(before))
            before = text[index]
            guard isEnd else { continue }
            let next = text.index(after: index)
            pieces.append(text[start..<next])
            start = next
        }
        return start < text.endIndex ? pieces + [text[start...]] : pieces
    }
}
