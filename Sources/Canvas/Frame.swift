package import DisplaySafety

/// A whole screen as a value: what is in each cell and where the cursor is.
package struct Frame: Hashable, Sendable {
    /// The cells there are.
    package let size: Size
    /// The cells, row by row; each row is exactly as wide as the frame.
    package private(set) var cells: [Cell]
    /// Where the real cursor sits, on the focused item; nil hides it.
    package var cursor: Position?

    /// A frame of spaces.
    package init(size: Size, ink: Ink = Ink()) {
        self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        cells = Array(repeating: .blank(ink), count: self.size.columns * self.size.rows)
    }

    /// All of it, as a part of itself.
    package var bounds: Rect { Rect(size) }

    /// The cell at a position inside the frame.
    package subscript(position: Position) -> Cell {
        cells[index(position)]
    }

    /// Draws one line of text and returns how many columns it took.
    ///
    /// What is left of the frame, beyond the limit or beyond the frame is cut; a wide character cut in half is a space.
    /// Markers are drawn in role `escaped`, a line break as the marker `␊`: wrap text first to draw it in rows.
    @discardableResult
    package mutating func draw(
        _ text: SafeText, at position: Position, ink: Ink = Ink(), columns limit: Int? = nil
    ) -> Int {
        let end = min(size.columns, limit.map { position.column + max(0, $0) } ?? size.columns)
        var column = position.column
        for cluster in text.clusters {
            guard column < end else { break }
            let width = max(1, cluster.width)
            place(cluster, at: Position(row: position.row, column: column), ink: ink, end: end)
            column += width
        }
        return max(0, min(column, end) - position.column)
    }

    /// Makes all of a part spaces.
    package mutating func fill(_ rect: Rect, ink: Ink) {
        let columns = rect.columnRange.clamped(to: bounds.columnRange)
        guard let first = columns.first, let last = columns.last else { return }
        let blank = Cell.blank(ink)
        for row in rect.rowRange.clamped(to: bounds.rowRange) {
            // Only at the edges can there be a wide character that reaches out of the part.
            put(blank, at: Position(row: row, column: first))
            put(blank, at: Position(row: row, column: last))
            for column in columns.dropFirst().dropLast() { cells[index(Position(row: row, column: column))] = blank }
        }
    }

    /// Puts another surface under what is drawn in a part, as for a selected row.
    package mutating func lay(_ surface: Role, under rect: Rect) {
        for row in rect.rowRange.clamped(to: bounds.rowRange) {
            for column in rect.columnRange.clamped(to: bounds.columnRange) {
                cells[index(Position(row: row, column: column))].ink.surface = surface
            }
        }
    }

    private mutating func place(_ cluster: SafeText.Cluster, at position: Position, ink: Ink, end: Int) {
        var ink = ink
        if cluster.kind != .text { ink.role = .escaped }
        let next = Position(row: position.row, column: position.column + 1)
        switch cluster.width {
        case 0: put(Cell(text: "␊", width: 1, ink: ink), at: position)
        case 1: put(Cell(text: cluster.text, width: 1, ink: ink), at: position)
        case _ where position.column >= 0 && next.column < end:
            put(Cell(text: cluster.text, width: 2, ink: ink), at: position)
            put(.rightHalf(ink), at: next)
        case _:
            put(.blank(ink), at: position)
            if next.column < end { put(.blank(ink), at: next) }
        }
    }

    /// Sets one cell; what is left of a wide character that it breaks becomes a space.
    private mutating func put(_ cell: Cell, at position: Position) {
        guard bounds.contains(position) else { return }
        let place = index(position)
        if cells[place].width == 0, position.column > 0 { cells[place - 1] = .blank(cells[place - 1].ink) }
        if cells[place].width == 2 { cells[place + 1] = .blank(cells[place + 1].ink) }
        cells[place] = cell
    }

    private func index(_ position: Position) -> Int {
        position.row * size.columns + position.column
    }
}
