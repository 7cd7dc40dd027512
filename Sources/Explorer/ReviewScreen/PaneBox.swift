import Canvas
import DisplaySafety

/// A bordered pane: its rows, of which those around the cursor are visible.
struct PaneBox {
    let title: SafeText
    let rows: [PaneRow]
    /// What the cursor is on; nil for a text that is scrolled.
    let cursor: PaneItem?
    /// The first visible row of a text that is scrolled.
    let scroll: Int
    let focus: Focus
    /// Shown at the lower right; where rows are hidden it otherwise says which are visible.
    var note = ""
    /// Rows that stay at the bottom.
    var footer: [PaneRow] = []

    /// Draws itself, with the terminal's cursor on its own where it is focused.
    func draw(in rect: Rect, on frame: inout Frame, pen: Pen) {
        let inner = rect.inset()
        let parts = inner.split(rows: [.weight(1), .cells(footer.count)])
        let first = firstRow(height: parts[0].rows)
        let note = note.isEmpty ? extent(from: first, height: parts[0].rows) : note
        frame.box(rect, title: title, note: SafeText(note), focus: focus, glyphs: pen.glyphs)
        draw(rows.dropFirst(first), in: parts[0], on: &frame, pen: pen)
        draw(footer[...], in: parts[1], on: &frame, pen: pen)
        mark(cursorRow.map { $0 - first } ?? 0, parts[0], on: &frame)
    }

    private func draw(_ rows: ArraySlice<PaneRow>, in rect: Rect, on frame: inout Frame, pen: Pen) {
        let text = rect.inset(rows: 0, columns: 1)
        for (row, place) in zip(rows, text.rowRange) {
            frame.draw(row, at: Position(row: place, column: text.column), columns: text.columns, pen: pen)
        }
    }

    private func extent(from first: Int, height: Int) -> String {
        guard rows.count > height else { return "" }
        return "\(first + 1)-\(min(rows.count, first + height)) of \(rows.count)"
    }

    private func mark(_ offset: Int, _ inner: Rect, on frame: inout Frame) {
        guard (0..<inner.rows).contains(offset) else { return }
        let row = inner.row + offset
        if focus == .focused { frame.cursor = Position(row: row, column: inner.column) }
        guard let surface, cursorRow != nil else { return }
        frame.lay(surface, under: Rect(row: row, column: inner.column, rows: 1, columns: inner.columns))
    }

    /// The sample of the screen stays marked in the queue; other panes show their cursor only when it is theirs.
    private var surface: Role? {
        switch (focus, cursor) {
        case (.focused, .some): .listSelected
        case (.unfocused, .sample?): .listSelectedUnfocused
        case (.focused, nil), (.unfocused, _): nil
        }
    }

    private var cursorRow: Int? {
        cursor.flatMap { cursor in rows.firstIndex { $0.item == cursor } }
    }

    /// The cursor stays in the middle, as far as the ends allow.
    private func firstRow(height: Int) -> Int {
        let last = max(0, rows.count - height)
        guard let cursorRow else { return min(max(0, scroll), last) }
        return min(max(0, cursorRow - height / 2), last)
    }
}
