import Canvas
import DisplaySafety
import Review

/// A text of both sides as one, with what differs marked.
struct ComparedText {
    let comparison: TextComparison
    /// What it is called where there is none.
    let noun: String
    /// What checks find on one side alone, with the name of the side.
    let findings: [(side: String, finding: Finding)]
    let pen: Pen

    /// `word diff`, or why there is none.
    var title: String {
        if comparison.isSame { return comparison.new == nil ? "" : "the same on both sides" }
        if comparison.old == nil { return "only B has one" }
        if comparison.new == nil { return "only A has one" }
        if comparison.pieces.isEmpty { return "too long to compare word by word" }
        return comparison.isRewritten ? "rewritten" : "word diff"
    }

    func rows(width: Int) -> [PaneRow] { texts(width) + found(width) }

    /// How much differs, in numbers; nil where that is not known or nothing does.
    var measures: Line? {
        guard let similarity = comparison.similarity else { return nil }
        let (added, removed) = (comparison.counts.added, comparison.counts.removed)
        var line = Line(SafeText("+\(added) word\(added == 1 ? "" : "s")"), Ink(.diffAdd))
        line.append("   ")
        line.append(SafeText("-\(removed) word\(removed == 1 ? "" : "s")"), Ink(.diffDel))
        line.append(SafeText("   similarity " + Self.hundredths(similarity)), Ink(.textDim))
        return line
    }

    /// `0.71`.
    private static func hundredths(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\((hundredths % 100).padded(to: 2))"
    }

    private func texts(_ width: Int) -> [PaneRow] {
        if comparison.isSame {
            guard let text = comparison.new else { return [PaneRow(SafeText("No \(noun) on either side."), .textDim)] }
            return rows(of: text, .same, width)
        }
        guard !comparison.pieces.isEmpty, !comparison.isRewritten else {
            return (comparison.old.map { rows(of: $0, .removed, width) } ?? [])
                + (comparison.new.map { rows(of: $0, .added, width) } ?? [])
        }
        return marked.wrapped(to: max(1, width - 2)).map { line in
            let sign = line.sign
            return PaneRow(Line(SafeText(sign.text + " "), Ink(sign.role)) + line)
        }
    }

    private func rows(of text: String, _ sign: DiffSign, _ width: Int) -> [PaneRow] {
        Line(pen.paragraph(text), Ink(sign.role)).wrapped(to: max(1, width - 2)).map {
            PaneRow(Line(SafeText(sign.text + " "), Ink(sign.role)) + $0)
        }
    }

    private var marked: Line { DraftText.marked(comparison.pieces, pen) }

    private func found(_ width: Int) -> [PaneRow] {
        findings.flatMap { side, finding in
            let role = finding.severity.role.role
            return PaneRow.wrapped(
                Line(pen.line(finding.evidence), Ink(role)), to: width,
                behind: Line(SafeText("only \(side) ") + pen[.lintError] + SafeText(" "), Ink(role)))
        }
    }
}

extension Line {
    /// What the marks in it amount to.
    fileprivate var sign: DiffSign {
        let roles = Set(spans.filter { !$0.text.plain.allSatisfy(\.isWhitespace) }.map(\.ink.role))
        if roles == [.diffAdd] { return .added }
        if roles == [.diffDel] { return .removed }
        return roles.contains(.diffAdd) || roles.contains(.diffDel) ? .changed : .same
    }
}
