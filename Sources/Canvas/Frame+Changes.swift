extension Frame {
    /// Neighbouring cells of one row.
    package struct Run: Hashable, Sendable {
        /// Where the first of them is.
        package let position: Position
        /// The cells from there to the right; never half a wide character.
        package let cells: [Cell]
    }

    /// What has to be painted to get from another frame to this one, from top to bottom.
    ///
    /// Every row as a whole when there was no frame or it had another size.
    package func changes(from shown: Frame?) -> [Run] {
        guard let shown, shown.size == size else {
            return (0..<size.rows).filter { _ in size.columns > 0 }.map { run(row: $0, columns: 0..<size.columns) }
        }
        return (0..<size.rows).flatMap { changes(inRow: $0, from: shown) }
    }

    private func changes(inRow row: Int, from shown: Frame) -> [Run] {
        let base = row * size.columns
        var runs: [Run] = []
        var column = 0
        while column < size.columns {
            guard cells[base + column] != shown.cells[base + column] else {
                column += 1
                continue
            }
            var start = column
            while start > 0, cells[base + start].width == 0 { start -= 1 }
            while column < size.columns, differs(at: base + column, from: shown) { column += 1 }
            runs.append(run(row: row, columns: start..<column))
        }
        return runs
    }

    /// Whether a cell has to be painted; the right half of a wide character goes with its left half.
    private func differs(at place: Int, from shown: Frame) -> Bool {
        cells[place] != shown.cells[place] || cells[place].width == 0 && cells[place - 1] != shown.cells[place - 1]
    }

    private func run(row: Int, columns: Range<Int>) -> Run {
        let base = row * size.columns
        return Run(
            position: Position(row: row, column: columns.lowerBound),
            cells: Array(cells[base + columns.lowerBound..<base + columns.upperBound]))
    }
}
