import Canvas
import DisplaySafety

/// The editor: the text, what it was before, what keeps it from being kept, and the keys.
struct EditSheetPicture {
    let sheet: EditSheet
    let pen: Pen

    init(_ sheet: EditSheet, pen: Pen) {
        self.sheet = sheet
        self.pen = pen
    }

    func draw(on frame: inout Frame) {
        let layout = sheet.layout(in: frame.size)
        var area = sheet.area
        area.fit(SoftWrap(columns: layout.text.columns, drawing: pen.drawsASCII ? .ascii : .unicode))
        let title = pen.line("\(sheet.subject.title) \(sheet.name)")
        frame.box(layout.box, title: title, note: counts, focus: .focused, glyphs: pen.glyphs, surface: .surface)
        area.draw(in: layout.text, from: sheet.top, on: &frame)
        frame.draw(facts, in: layout.facts)
        drawOriginal(in: layout.original, on: &frame)
        drawMessage(in: layout.problem, on: &frame)
        frame.draw([hints(width: layout.hints.columns)], in: layout.hints)
        frame.lay(.surface, under: layout.box.inset())
    }

    private var counts: SafeText {
        let (line, lines) = (sheet.area.cursor.line + 1, sheet.area.lines.count)
        let (characters, bytes) = (sheet.area.characters, sheet.area.bytes)
        return SafeText("line \(line)/\(lines)   \(characters) characters   \(bytes) bytes")
    }

    private var facts: [Line] {
        guard case .argument(let argument) = sheet.subject else { return [] }
        let source = argument.trace.map { Line("comes from ", Ink(.textDim)) + ProvenanceMark($0, pen: pen).long }
        let bounds = argument.bounds.map { Line(pen.line($0), Ink(.textDim)) }
        return [Line(pen.line(argument.summary), Ink(.textDim)), bounds, source].compactMap(\.self)
    }

    private func drawOriginal(in rect: Rect, on frame: inout Frame) {
        guard rect.rows > 1 else { return }
        let text = OriginalText(original: sheet.original, edited: sheet.area, pen: pen)
        let rows = text.rows(width: rect.columns)
        let first = min(sheet.originalScroll, max(0, rows.count - rect.rows + 1))
        let visible = rows[first...].prefix(rect.rows - 1)
        let hidden = rows.count > visible.count ? "   \(first + 1)-\(first + visible.count) of \(rows.count)" : ""
        let heading = (text.isUntouched ? "Original" : "Original, and what changed") + hidden
        frame.draw([Line(SafeText(heading), Ink(.diffHeader))] + visible, in: rect)
    }

    private func drawMessage(in rect: Rect, on frame: inout Frame) {
        let rows = message.wrapped(to: max(1, rect.columns))
        guard rows.count > rect.rows, rect.rows > 0 else { return frame.draw(rows, in: rect) }
        let last = rows[rect.rows - 1] + Line(pen[.ellipsis], Ink(.inputError))
        frame.draw(rows.prefix(rect.rows - 1) + [last.truncated(to: rect.columns, ellipsis: pen[.ellipsis])], in: rect)
    }

    private var message: Line {
        switch sheet.mode {
        case .leaving: Line("Leave without keeping?   y leave   s keep   esc go on", Ink(.confirm))
        case .writing:
            Line(pen.line(sheet.area.refusal ?? sheet.problem ?? ""), Ink(.inputError))
        }
    }

    private static let hints = [
        ("ctrl-s", "keep"), ("esc", "leave"), ("ctrl-o", "$EDITOR"), ("ctrl-_", "undo"), ("ctrl-r", "redo"),
    ]

    /// As many as fit.
    private func hints(width: Int) -> Line {
        let all = Self.hints + (sheet.subject.hasOriginal ? [("alt-j/k", "scroll original")] : [])
        return all.reduce(into: Line()) { line, hint in
            let gap = line.spans.isEmpty ? "" : "   "
            guard line.width + gap.count + hint.0.count + 1 + hint.1.count <= width else { return }
            line.append(SafeText(gap + hint.0), Ink(.hintKey))
            line.append(SafeText(" " + hint.1), Ink(.hintText))
        }
    }
}
