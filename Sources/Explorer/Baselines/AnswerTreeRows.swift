import Canvas
import DisplaySafety
import Engine
import Evaluation

/// The nodes of an answer tree as rows.
struct AnswerTreeRows {
    let open: OpenBaseline
    let pen: Pen

    /// The rows of some of the nodes that are to be seen.
    func rows(_ range: Range<Int>, width: Int) -> [PaneRow] {
        range.map { row in
            let place = open.visible[row]
            let node = open.outline.nodes[place]
            return PaneRow(
                guides(of: node, width: width) + sign(of: node, at: place) + text(of: node),
                right: marks(of: node, at: place), item: .row(row))
        }
    }

    /// The lines that join a node to what it branches from; of a very deep one those around it alone.
    private func guides(of node: AnswerOutline.Node, width: Int) -> Line {
        let most = max(1, width / 3 / Self.indent)
        let shown = node.guides.suffix(most)
        var text: SafeText = shown.count < node.guides.count ? pen[.ellipsis] : .empty
        for (index, goesOn) in shown.enumerated() {
            let isHead = node.beginsBranch && index == shown.count - 1
            text = text + guide(isHead: isHead, goesOn: goesOn).padded(to: Self.indent)
        }
        return Line(text, Ink(.chainEdge))
    }

    private static let indent = 3

    private func guide(isHead: Bool, goesOn: Bool) -> SafeText {
        switch (isHead, goesOn) {
        case (true, true): pen[.teeLeft] + pen[.horizontal]
        case (true, false): pen[.bottomLeft] + pen[.horizontal]
        case (false, true): pen[.vertical]
        case (false, false): .empty
        }
    }

    private func sign(of node: AnswerOutline.Node, at place: Int) -> Line {
        let folds = pen.glyphs.width(of: [.foldOpen, .foldClosed])
        let fold: SafeText =
            open.folded.contains(place) ? pen[.foldClosed] : node.children > 1 ? pen[.foldOpen] : .empty
        var line = Line(fold.padded(to: folds), Ink(.chainEdge))
        let sign = pen[node.kind.glyph].padded(to: pen.glyphs.width(of: AnswerNode.Kind.glyphs))
        line.append(sign + SafeText(" \(node.kind.word)").padded(to: 9), Ink(node.kind.role))
        return line
    }

    private func text(of node: AnswerOutline.Node) -> Line {
        switch node.kind {
        case .root: Line(pen.line(open.sample.instruction.query), Ink(.textDim))
        case .thought(let text): Line(pen.line(text), Ink(.text))
        case .action(let function): Line(pen.line(function), Ink(.stepTool))
        case .input(let arguments, _, _): Line(pen.line(arguments), Ink(.jsonString))
        }
    }

    private func marks(of node: AnswerOutline.Node, at place: Int) -> Line {
        var parts: [Line] = []
        if open.folded.contains(place) { parts.append(Line(SafeText("+\(node.end - place - 1)"), Ink(.listCount))) }
        if case .input(_, _, let status) = node.kind {
            parts.append(Line(pen[status.glyph] + SafeText(" \(status.words)"), Ink(status.role)))
        }
        parts += node.marks.map { Line(pen[$0.glyph] + SafeText(" \($0.word)"), Ink($0.role)) }
        return parts.enumerated().reduce(Line()) { $0 + ($1.offset == 0 ? Line() : Line("  ")) + $1.element }
    }

    /// The node under the cursor, as far as there is room for its text.
    func details(width: Int, height: Int) -> [PaneRow] {
        let node = open.node
        let rows =
            switch node.kind {
            case .root: query(width: width)
            case .thought(let text): wrapped(text, .text, width)
            case .action(let function): wrapped(function, .stepTool, width)
            case .input(let arguments, let observation, let status):
                labelled("arguments", arguments, .jsonString, width, atMost: max(1, height / 3))
                    + [row(of: status)] + labelled("observation", observation, .text, width)
            }
        return Array(rows.prefix(height))
    }

    private func query(width: Int) -> [PaneRow] {
        let related = open.sample.instruction.related.map(\.text).joined(separator: ", ")
        return wrapped(open.sample.instruction.query, .text, width)
            + labelled("about", related, .stepTool, width)
            + [PaneRow(pen.line("offered \(open.sample.offered.count) tools"), .textDim)]
    }

    private func row(of status: CallStatus) -> PaneRow {
        var line = Line("status ", Ink(.textDim))
        line.append(pen[status.glyph] + SafeText(" \(status.rawValue) \(status.words)"), Ink(status.role))
        return PaneRow(line)
    }

    private func wrapped(_ text: String, _ role: Role, _ width: Int) -> [PaneRow] {
        Line(pen.paragraph(text), Ink(role)).wrapped(to: max(1, width)).map { PaneRow($0) }
    }

    private func labelled(
        _ label: SafeText, _ text: String, _ role: Role, _ width: Int, atMost limit: Int = .max
    ) -> [PaneRow] {
        let rows = PaneRow.wrapped(
            Line(pen.paragraph(text), Ink(role)), to: width, behind: Line(label + " ", Ink(.textDim)))
        guard rows.count > limit, let last = rows.prefix(limit).last else { return rows }
        let cut = last.left + Line(pen[.ellipsis], Ink(role))
        return rows.prefix(limit - 1) + [PaneRow(cut.truncated(to: width, ellipsis: pen[.ellipsis]))]
    }
}
