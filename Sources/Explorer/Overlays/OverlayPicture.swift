import Canvas
import DisplaySafety

/// What lies over the screen.
struct OverlayPicture {
    let overlay: Overlay
    let state: ExplorerState
    let pen: Pen

    func draw(on frame: inout Frame) {
        switch overlay {
        case .reasons(let picker):
            ReasonPickerPicture(picker: picker, name: state.name(of: picker.sample), pen: pen).draw(on: &frame)
        case .help(let scroll): HelpOverlay(keymap: state.keymap, pen: pen).draw(from: scroll, on: &frame)
        case .export(let form):
            ExportFormPicture(form: form, pen: pen).draw(on: &frame)
        case .quit: QuitQuestion(run: state.run, growing: state.growing.count).draw(on: &frame, pen: pen)
        case .reader(let reader): ReaderPicture(reader: reader, pen: pen).draw(on: &frame)
        }
    }
}

/// A focused box in the middle of the screen with rows from edge to edge.
struct Panel {
    let title: SafeText
    let rows: [PaneRow]
    /// The row that the terminal's cursor is on, and the column in it.
    var cursor = Position(row: 0, column: 0)
    /// The row that is highlighted.
    var selected: Int?

    func draw(columns: Int, on frame: inout Frame, pen: Pen) {
        let rect = frame.bounds.centred(Size(columns: columns, rows: rows.count + 2))
        frame.box(rect, title: title, focus: .focused, glyphs: pen.glyphs, surface: .surface)
        let inner = rect.inset()
        for (row, place) in zip(rows, inner.rowRange) {
            let at = Position(row: place, column: inner.column + 1)
            frame.draw(row, at: at, columns: inner.columns - 2, pen: pen)
        }
        frame.lay(.surface, under: inner)
        if let selected, selected < inner.rows {
            let row = Rect(row: inner.row + selected, column: inner.column, rows: 1, columns: inner.columns)
            frame.lay(.listSelected, under: row)
        }
        frame.cursor = Position(
            row: inner.row + min(cursor.row, max(0, inner.rows - 1)),
            column: inner.column + min(1 + cursor.column, max(0, inner.columns - 1)))
    }
}
