import Canvas
import DisplaySafety
import Engine
import Review

/// The sheet: what can be chosen, what would happen, and the keys.
struct OverrideSheetPicture {
    let sheet: OverrideSheet
    let subject: SteeredIteration
    let pen: Pen

    func draw(on frame: inout Frame) {
        switch sheet.mode {
        case .choosing, .leaving, .estimating: drawChoices(on: &frame)
        case .writing(let text): draw(text, on: &frame)
        case .keys(let first):
            OverrideKeys(first: first, title: title + pen.line(": keys"), pen: pen).draw(on: &frame)
        }
    }

    private func drawChoices(on frame: inout Frame) {
        let box = OverrideText.layout(in: frame.size).box
        let inner = box.inset(rows: 1, columns: 2)
        let footer = footer(width: inner.columns, height: max(3, sheet.mode.footerRows(of: inner.rows)))
        let parts = inner.split(rows: [.weight(1), .cells(footer.count)])
        let columns = columns(in: parts[0]).map { OverrideColumn($0.rect, $0.parts, of: self) }
        let note = columns.compactMap(\.extent).joined(separator: "   ")
        frame.box(
            box, title: title, note: SafeText(note), focus: .focused, glyphs: pen.glyphs, surface: .surface)
        frame.draw(footer, in: parts[1])
        frame.lay(.surface, under: box.inset())
        frame.cursor = parts[1].origin
        for column in columns { column.draw(on: &frame) }
    }

    /// Where there is room, what is decided stands beside all else.
    private func columns(in rect: Rect) -> [(rect: Rect, parts: [OverrideRow.Part])] {
        guard rect.columns >= Self.wide, !subject.trials.isEmpty else { return [(rect, OverrideRow.Part.allCases)] }
        let split = rect.split(columns: [.weight(3), .cells(2), .weight(2)])
        return [(split[0], [.decision]), (split[2], [.place, .tools, .note, .done])]
    }

    private static let wide = 96

    private var title: SafeText { pen.line("Steer \(sheet.name), iteration \(sheet.number)") }
}

extension OverrideSheet.Mode {
    /// Rows that what would happen may have at most: a question is read in full.
    fileprivate func footerRows(of rows: Int) -> Int {
        switch self {
        case .estimating: rows - 2
        case .choosing, .writing, .leaving, .keys: rows / 2
        }
    }
}

/// A column of the sheet, scrolled so that the cursor is in sight.
private struct OverrideColumn {
    private let rect: Rect
    private let rows: [OverrideRows.Row]
    private let first: Int
    /// The row of the cursor; nil where it is in another column.
    private let cursor: Int?
    private let pen: Pen
    private let takesKeys: Bool

    init(_ rect: Rect, _ parts: [OverrideRow.Part], of picture: OverrideSheetPicture) {
        let rows = OverrideRows(
            sheet: picture.sheet, subject: picture.subject, width: rect.columns, pen: picture.pen
        ).rows(of: parts)
        let cursor = rows.firstIndex { $0.about == picture.sheet.row }
        (self.rect, self.rows, self.cursor, pen) = (rect, rows, cursor, picture.pen)
        first = max(0, min((cursor ?? 0) - rect.rows / 2, rows.count - rect.rows))
        takesKeys = picture.sheet.mode == .choosing
    }

    /// Which rows are visible; nil where all are.
    var extent: String? {
        guard rows.count > rect.rows else { return nil }
        return "\(first + 1)-\(first + rect.rows) of \(rows.count)"
    }

    /// Draws itself, with the terminal's cursor where it is in it.
    func draw(on frame: inout Frame) {
        for (row, place) in zip(rows.dropFirst(first), rect.rowRange) {
            let line = PaneRow(row.row.left.on(.surface), right: row.row.right.on(.surface))
            frame.draw(line, at: Position(row: place, column: rect.column), columns: rect.columns, pen: pen)
        }
        guard takesKeys, let cursor, (first..<first + rect.rows).contains(cursor) else { return }
        let row = Rect(row: rect.row + cursor - first, column: rect.column, rows: 1, columns: rect.columns)
        frame.lay(.listSelected, under: row)
        frame.cursor = row.origin
    }
}

extension OverrideSheetPicture {
    /// What would happen, what is asked or what is wrong, and the keys.
    private func footer(width: Int, height: Int) -> [Line] {
        let rule = Line(SafeText.joined((0..<width).map { _ in pen[.horizontal] }), Ink(.border))
        let keys = Line.hints(keys, width: width)
        let room = max(1, height - keys.count - 1)
        return [rule] + fitting(message(width), room) + keys
    }

    /// The first rows, the last of them with an ellipsis where there are more.
    private func fitting(_ lines: [Line], _ room: Int) -> [Line] {
        guard lines.count > room, let last = lines.prefix(room).last else { return lines }
        return lines.prefix(room - 1) + [last + Line(pen[.ellipsis], Ink(.textDim))]
    }

    private func message(_ width: Int) -> [Line] {
        switch sheet.mode {
        case .leaving:
            return Line("Leave? What you wrote is lost.   y leave   esc go on", Ink(.confirm)).wrapped(to: width)
        case .estimating(let estimate): return question(about: estimate, width)
        case .choosing, .writing, .keys: break
        }
        let complaint = sheet.complaint.map { Line(pen.line($0), Ink(.inputError)).wrapped(to: width) } ?? []
        let asked = sheet.consequences(in: subject)
        let words = asked.isEmpty ? ["Nothing is asked for yet."] : asked
        return complaint
            + words.flatMap { Line(pen.line($0), Ink(asked.isEmpty ? .textDim : .textStrong)).wrapped(to: width) }
    }

    private func question(about estimate: BranchEstimate, _ width: Int) -> [Line] {
        let asked = sheet.consequences(in: subject).map { Line(pen.line($0), Ink(.textStrong)) }
        let told = estimate.sentences.map { Line(pen.line($0), Ink(.text)) }
        let effects = estimate.changing.map {
            Line(pen.line("\($0.name) is called again and has effects: \($0.effects.rawValue)"), Ink(.lintWarn))
        }
        return (asked + told + effects).flatMap { $0.wrapped(to: width) }
            + [Line("Grow the branch?", Ink(.confirm))]
    }

    private var keys: [(key: SafeText, does: SafeText)] {
        switch sheet.mode {
        case .leaving: []
        case .estimating(let estimate):
            [
                ("y", estimate.asksModels ? "grow it" : "grow it, as does enter"),
                ("any other key", "does not"),
            ]
        case .choosing, .writing, .keys:
            doing + [
                ("Tab", "part"), ("n", "note"), ("i", "instruction"), ("e", "arguments"), ("x", "as it was"),
                ("ctrl-s", "done"), ("esc", "leave"), ("?", "keys"),
            ]
        }
    }

    /// What is done with the row under the cursor.
    private var doing: [(key: SafeText, does: SafeText)] {
        switch sheet.row {
        case .keep, .proposal, .decline, .usualPlace, .place: [("space", "choose")]
        case .call(let id, _): [("space", SafeText("choose \(id.number)")), ("enter", "write")]
        case .tool(let tool): [("space", sheet.muted.contains(tool) ? "take back" : "leave out")]
        case .note: [("enter", "write")]
        case .done: [("enter", "do it")]
        }
    }
}

extension OverrideSheetPicture {
    /// A text that is written, in place of the choices.
    private func draw(_ text: OverrideText, on frame: inout Frame) {
        let layout = OverrideText.layout(in: frame.size)
        let title = pen.line("\(text.subject.title(at: sheet.number)) \(sheet.name)")
        frame.box(layout.box, title: title, focus: .focused, glyphs: pen.glyphs, surface: .surface)
        draw(text, in: layout.text, on: &frame)
        frame.draw(problem(of: text).wrapped(to: layout.problem.columns), in: layout.problem)
        frame.draw(Line.hints(Self.writingKeys, width: layout.hints.columns), in: layout.hints)
        frame.lay(.surface, under: layout.box.inset())
    }

    private static let writingKeys: [(key: SafeText, does: SafeText)] = [
        ("ctrl-s", "keep"), ("esc", "leave"), ("ctrl-_", "undo"), ("ctrl-r", "redo"),
    ]

    private func draw(_ text: OverrideText, in rect: Rect, on frame: inout Frame) {
        var area = text.area
        area.fit(SoftWrap(columns: rect.columns, drawing: pen.drawsASCII ? .ascii : .unicode))
        area.draw(in: rect, from: text.top, on: &frame)
    }

    private func problem(of text: OverrideText) -> Line {
        if text.isLeaving { return Line("Leave without keeping?   y leave   s keep   esc go on", Ink(.confirm)) }
        return Line(pen.line(text.area.refusal ?? text.problem ?? ""), Ink(.inputError))
    }
}
