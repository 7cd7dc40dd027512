import DisplaySafety
import Engine
import Explorer

/// Two texts, word by word.
struct TextDiff {
    let from: String?
    let to: String?

    private var isSame: Bool { from.map(ExactText.init) == to.map(ExactText.init) }
    private var pieces: [WordDiff.Piece] { isSame ? [] : WordDiff.pieces(from: from ?? "", to: to ?? "") }

    var text: String {
        if isSame { return to.map(safe) ?? "none" }
        // Too long to compare, or the words are the same and only the spaces differ.
        guard pieces.contains(where: { !$0.isSame }) else {
            return "[-\(safe(from ?? ""))-]\n          {+\(safe(to ?? ""))+}"
        }
        let text = pieces.map(\.text).joined()
        return text.last == " " ? String(text.dropLast()) : text
    }

    var json: JSON {
        [
            "from": from.map(JSON.string) ?? .null, "to": to.map(JSON.string) ?? .null, "same": .bool(isSame),
            "pieces": .array(pieces.map(\.json)),
        ]
    }
}

extension WordDiff.Piece {
    fileprivate var isSame: Bool {
        switch self {
        case .same: true
        case .added, .removed: false
        }
    }

    fileprivate var text: String {
        switch self {
        case .same(let text): safe(text)
        case .added(let text): marked(text, "{+", "+}")
        case .removed(let text): marked(text, "[-", "-]")
        }
    }

    /// The space after the words stays outside the marks.
    private func marked(_ text: String, _ opening: String, _ closing: String) -> String {
        let words = text.lastIndex { !$0.isWhitespace }.map { text[...$0] } ?? text[...]
        let space = text[words.endIndex...]
        return opening + safe(String(words)) + closing + (space.isEmpty ? " " : safe(String(space)))
    }

    fileprivate var json: JSON {
        switch self {
        case .same(let text): ["same": .string(text)]
        case .added(let text): ["added": .string(text)]
        case .removed(let text): ["removed": .string(text)]
        }
    }
}

private func safe(_ text: String) -> String { SafeText(text).plain }
