import Canvas

extension TextArea {
    /// Draws as many rows as fit, from the one that was on top as far as the cursor stays in sight.
    func draw(in rect: Rect, from earlier: Row, on frame: inout Frame) {
        var row = top(height: rect.rows, from: earlier)
        for place in rect.rowRange {
            let text = lines[row.line].drawn(row: row.row, wrap)
            frame.draw(text, at: Position(row: place, column: rect.column), ink: Ink(.input), columns: rect.columns)
            if row == self.row {
                frame.cursor = Position(row: place, column: rect.column + min(column, rect.columns - 1))
            }
            let next = self.row(row, movedBy: 1)
            guard next != row else { break }
            row = next
        }
    }
}
