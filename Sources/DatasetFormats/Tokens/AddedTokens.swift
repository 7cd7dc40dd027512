/// Texts that are one token each, wherever they stand, such as `<|im_start|>`.
struct AddedTokens: Sendable {
    struct Token: Sendable {
        let text: String
        /// Whether it takes the white space before or after it with it.
        let strips: (left: Bool, right: Bool)
    }

    /// A part of a text: one token, or what stands between them.
    enum Part {
        case token
        case text(Substring)
    }

    private let byFirst: [Unicode.Scalar: [(scalars: [Unicode.Scalar], token: Token)]]

    init(_ tokens: [Token]) {
        let known = tokens.filter { !$0.text.isEmpty }.map { (scalars: Array($0.text.unicodeScalars), token: $0) }
        byFirst = Dictionary(grouping: known) { $0.scalars[0] }.mapValues {
            $0.sorted { $0.scalars.count > $1.scalars.count }
        }
    }

    /// The leftmost tokens first, and of those at one place the longest.
    func parts(of text: Substring) -> [Part] {
        guard !byFirst.isEmpty else { return [.text(text)] }
        let scalars = text.unicodeScalars
        var parts: [Part] = []
        var begun = scalars.startIndex
        var place = begun
        while place < scalars.endIndex {
            guard let found = match(in: scalars, at: place) else {
                place = scalars.index(after: place)
                continue
            }
            var (start, end) = (place, found.end)
            if found.token.strips.left { start = scalars.startOfSpaces(before: place, notBefore: begun) }
            if found.token.strips.right { end = scalars.endOfSpaces(from: end) }
            if begun < start { parts.append(.text(text[begun..<start])) }
            parts.append(.token)
            (begun, place) = (end, end)
        }
        if begun < scalars.endIndex { parts.append(.text(text[begun...])) }
        return parts
    }

    private func match(
        in scalars: Substring.UnicodeScalarView, at place: Substring.Index
    ) -> (end: Substring.Index, token: Token)? {
        guard let candidates = byFirst[scalars[place]] else { return nil }
        let rest = scalars[place...]
        guard let found = candidates.first(where: { rest.starts(with: $0.scalars) }) else { return nil }
        return (scalars.index(place, offsetBy: found.scalars.count), found.token)
    }
}

extension Substring.UnicodeScalarView {
    fileprivate func startOfSpaces(before place: Index, notBefore limit: Index) -> Index {
        var start = place
        while start > limit, self[index(before: start)].properties.isWhitespace { start = index(before: start) }
        return start
    }

    fileprivate func endOfSpaces(from place: Index) -> Index {
        self[place...].firstIndex { !$0.properties.isWhitespace } ?? endIndex
    }
}
