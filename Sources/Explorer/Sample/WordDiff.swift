/// How one text became another, word by word.
package enum WordDiff {
    /// A part of the new text, or of the old one where it is gone.
    package enum Piece: Hashable, Sendable {
        case same(String)
        case added(String)
        case removed(String)
    }

    /// Words compared at most; longer texts are shown without comparison.
    private static let limit = 600

    /// The new text in pieces, with what was removed before what was added in its place; empty for texts too long to
    /// compare.
    package static func pieces(from old: String, to new: String) -> [Piece] {
        let old = words(of: old)
        let new = words(of: new)
        guard old.count <= limit, new.count <= limit else { return [] }
        return joined(absorbing(changes(from: old, to: new)))
    }

    /// The words with the white space after them.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var isBetween = true
        for character in text {
            let isSpace = character.isSpace
            if isBetween, !isSpace || words.isEmpty { words.append("") }
            isBetween = isSpace || character.isWide
            words[words.count - 1].append(character)
        }
        return words
    }

    private static func changes(from old: [String], to new: [String]) -> [Piece] {
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in new.map(\.bare).difference(from: old.map(\.bare)) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var pieces: [Piece] = []
        var (before, after) = (0, 0)
        while before < old.count || after < new.count {
            if removed.contains(before) {
                pieces.append(.removed(old[before]))
                before += 1
            } else if inserted.contains(after) {
                pieces.append(.added(new[after]))
                after += 1
            } else {
                pieces.append(.same(new[after]))
                before += 1
                after += 1
            }
        }
        return pieces
    }

    /// A single word that stayed between two changes is read more easily as a part of them.
    private static func absorbing(_ pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        for (index, piece) in pieces.enumerated() {
            guard case .same(let word) = piece, index > 0, index + 1 < pieces.count,
                pieces[index - 1].isChange, pieces[index + 1].isChange
            else {
                result.append(piece)
                continue
            }
            result += [.removed(word), .added(word)]
        }
        return result
    }

    /// Neighbours of a kind as one piece; within a run of changes the removed words come first.
    private static func joined(_ pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        var (same, removed, added) = ("", "", "")
        func flush() {
            if !removed.isEmpty { result.append(.removed(removed)) }
            if !added.isEmpty { result.append(.added(added)) }
            if !same.isEmpty { result.append(.same(same)) }
            (same, removed, added) = ("", "", "")
        }
        for piece in pieces {
            switch piece {
            case .same(let word):
                if same.isEmpty { flush() }
                same += word
            case .removed(let word):
                if !same.isEmpty { flush() }
                removed += word
            case .added(let word):
                if !same.isEmpty { flush() }
                added += word
            }
        }
        flush()
        return result
    }
}

extension WordDiff.Piece {
    fileprivate var isChange: Bool {
        switch self {
        case .same: false
        case .added, .removed: true
        }
    }
}

extension String {
    /// Without the white space at its end.
    fileprivate var bare: String {
        var text = self
        while text.last?.isSpace == true { text.removeLast() }
        return text
    }
}

extension Character {
    /// White space; that of ASCII is told from its byte, without a look into the tables of Unicode.
    fileprivate var isSpace: Bool { asciiValue.map { $0 == 0x20 || (0x09...0x0D).contains($0) } ?? isWhitespace }

    /// Whether words are written without spaces in its script, so that each character counts as a word.
    fileprivate var isWide: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        return (0x2E80...0x9FFF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value)
            || (0x20000...0x3FFFF).contains(scalar.value)
    }
}
