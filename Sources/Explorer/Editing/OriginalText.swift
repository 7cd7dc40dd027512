import Canvas
import DisplaySafety

/// The text that generation made, with what an edit changed in it.
struct OriginalText {
    let original: String
    let edited: TextArea
    let pen: Pen

    /// Bytes that are compared word by word at most, so that a key stays fast.
    private static let longestCompared = 1200
    /// Bytes that are shown before and after what changed at most.
    private static let longestContext = 2048

    /// Whether the edited text is still the original.
    var isUntouched: Bool { edited.holds(original) }

    func rows(width: Int) -> [Line] {
        let line = isUntouched ? Line(pen.paragraph(original), Ink(.textDim)) : difference
        return line.wrapped(to: width)
    }

    private var difference: Line {
        let change = TextChange(from: original, to: edited.text)
        let head = change.head.utf8.suffix(Self.longestContext)
        let tail = change.tail.utf8.prefix(Self.longestContext)
        var line = Line(head.count < change.head.utf8.count ? pen[.ellipsis] : .empty, Ink(.textDim))
        line.append(pen.whole(head), Ink(.textDim))
        for piece in pieces(of: change) { append(piece, to: &line) }
        line.append(pen.whole(tail), Ink(.textDim))
        line.append(tail.count < change.tail.utf8.count ? pen[.ellipsis] : .empty, Ink(.textDim))
        return line
    }

    /// What is too long to compare is all taken away and all new.
    private func pieces(of change: TextChange) -> [WordDiff.Piece] {
        let isShort = max(change.old.utf8.count, change.new.utf8.count) <= Self.longestCompared
        let pieces = isShort ? WordDiff.pieces(from: change.old, to: change.new) : []
        let whole = [WordDiff.Piece.removed(change.old), .added(change.new)]
        return pieces.isEmpty ? whole.filter { $0 != .removed("") && $0 != .added("") } : pieces
    }

    private func append(_ piece: WordDiff.Piece, to line: inout Line) {
        switch piece {
        case .same(let text): line.append(pen.whole(text.utf8), Ink(.textDim))
        case .added(let text): append(text, between: "{+", "+}", .diffAdd, to: &line)
        case .removed(let text): append(text, between: "[-", "-]", .diffDel, to: &line)
        }
    }

    /// The signs close before the space at the end, where a row may be broken.
    private func append(
        _ text: String, between opening: SafeText, _ closing: SafeText, _ role: Role, to line: inout Line
    ) {
        let bare = text.trimmingSuffix(while: \.isWhitespace)
        line.append(opening + pen.paragraph(String(bare)) + closing, Ink(role))
        let rest = text[bare.endIndex...]
        line.append(rest.isEmpty ? " " : pen.whole(rest.utf8), Ink(.textDim))
    }
}
