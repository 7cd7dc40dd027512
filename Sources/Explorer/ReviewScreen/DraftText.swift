import Canvas
import DisplaySafety
import Engine

/// A query or a response as it counts at the iteration on show, with what changed in it marked.
struct DraftText {
    let text: String
    let previous: SampleView.Previous
    let pieces: [WordDiff.Piece]
    let compares: Bool
    let pen: Pen

    /// What it is compared with, for a title; empty where it is not.
    var comparison: String {
        guard compares else { return "" }
        switch previous {
        case .none: return ""
        case .draft(let iteration, _): return (isRewritten ? "rewritten since it " : "diff vs it ") + String(iteration)
        case .original: return isRewritten ? "rewritten" : "diff vs the original"
        }
    }

    func rows(width: Int) -> [PaneRow] {
        let marked = compares && !isRewritten && !pieces.isEmpty
        return (marked ? Self.marked(pieces, pen) : Line(pen.paragraph(text))).wrapped(to: width).map { PaneRow($0) }
    }

    /// A text of which next to nothing stayed is read more easily without its marks.
    private var isRewritten: Bool {
        guard !pieces.isEmpty else { return false }
        let kept = pieces.reduce(0) { count, piece in
            guard case .same(let text) = piece else { return count }
            return count + text.count
        }
        return kept * 5 < text.count
    }

    /// The pieces in one line, what was added and removed in its signs.
    static func marked(_ pieces: [WordDiff.Piece], _ pen: Pen) -> Line {
        var line = Line()
        for piece in pieces {
            switch piece {
            case .same(let text): line.append(pen.paragraph(text), Ink(.diffContext))
            case .added(let text): mark(text, "{+", "+}", .diffAdd, on: &line, pen)
            case .removed(let text): mark(text, "[-", "-]", .diffDel, on: &line, pen)
            }
        }
        return line
    }

    private static func mark(
        _ text: String, _ opening: SafeText, _ closing: SafeText, _ role: Role, on line: inout Line, _ pen: Pen
    ) {
        let bare = text.trimmingSuffix(while: \.isWhitespace)
        line.append(opening + pen.paragraph(String(bare)) + closing, Ink(role))
        line.append(pen.paragraph(bare.endIndex < text.endIndex ? String(text[bare.endIndex...]) : " "))
    }
}

extension PaneRow {
    /// Whether something in it was added or removed.
    var hasChange: Bool {
        left.spans.contains { $0.ink.role == .diffAdd || $0.ink.role == .diffDel }
    }
}

extension String {
    /// The beginning, up to the last character that is not to be trimmed.
    func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self[...]
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
