import Canvas
import DisplaySafety

/// The reader over the whole screen.
struct ReaderPicture {
    let reader: Reader
    let pen: Pen

    func draw(on frame: inout Frame) {
        let rect = frame.bounds
        let height = Reader.height(in: frame.size)
        let last = min(reader.rows.count, reader.scroll + height)
        let note = SafeText("\(reader.scroll + 1)-\(last) of \(reader.rows.count)")
        frame.box(rect, title: pen.line(reader.title), note: note, focus: .focused, glyphs: pen.glyphs)
        let inner = rect.inset(rows: 1, columns: 2)
        for (line, row) in zip(reader.rows.dropFirst(reader.scroll).prefix(height), inner.rowRange) {
            frame.draw(pen.drawable(line), at: Position(row: row, column: inner.column), columns: inner.columns)
        }
        let hint = Position(row: inner.row + inner.rows - 1, column: inner.column)
        frame.draw("j/k scroll   space page   g G ends   esc closes", at: hint, ink: Ink(.hintText))
        frame.cursor = inner.origin
    }
}
