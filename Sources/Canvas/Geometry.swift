/// How many columns and rows of cells there are.
package struct Size: Hashable, Sendable {
    /// The cells of a row.
    package var columns: Int
    /// The rows.
    package var rows: Int

    /// A size in cells.
    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// One cell's place, counted from 0 at the top left.
package struct Position: Hashable, Sendable {
    /// The row, from the top.
    package var row: Int
    /// The column, from the left.
    package var column: Int

    /// The cell in this row and column.
    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A part of the screen; never of negative size.
package struct Rect: Hashable, Sendable {
    /// The first row.
    package var row: Int
    /// The first column.
    package var column: Int
    /// How many rows; none makes it empty.
    package var rows: Int
    /// How many columns; none makes it empty.
    package var columns: Int

    /// A part of the screen; negative sizes count as none.
    package init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }

    /// All of a screen.
    package init(_ size: Size) {
        self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
    }

    /// Its size without its place.
    package var size: Size { Size(columns: columns, rows: rows) }
    /// The cell at its top left.
    package var origin: Position { Position(row: row, column: column) }
    /// Whether it has no cell.
    package var isEmpty: Bool { rows == 0 || columns == 0 }
    /// Its rows, as a range.
    package var rowRange: Range<Int> { row..<row + rows }
    /// Its columns, as a range.
    package var columnRange: Range<Int> { column..<column + columns }

    /// Whether a cell lies in it.
    package func contains(_ position: Position) -> Bool {
        rowRange.contains(position.row) && columnRange.contains(position.column)
    }
}
