import DisplaySafety

extension TextLine {
    /// The column of a byte in its row.
    func column(of byte: Int, _ wrap: SoftWrap) -> Int {
        var (place, used) = (rows[row(at: byte)], 0)
        while place < byte {
            let step = wrap.step(at: place, column: used, in: text)
            (place, used) = (step.end, used + step.cells)
        }
        return used
    }

    /// The place in a row that is nearest to a column from the left.
    func byte(atColumn column: Int, inRow row: Int, _ wrap: SoftWrap) -> Int {
        let range = range(ofRow: row)
        var (place, used) = (range.lowerBound, 0)
        while place < range.upperBound {
            let step = wrap.step(at: place, column: used, in: text)
            let leavesRow = step.end == range.upperBound && row + 1 < rows.count
            if used + step.cells > column || leavesRow { break }
            (place, used) = (step.end, used + step.cells)
        }
        return place
    }

    /// What is drawn for a row.
    func drawn(row: Int, _ wrap: SoftWrap) -> SafeText {
        let range = range(ofRow: row)
        var (place, used) = (range.lowerBound, 0)
        var pieces: [SafeText] = []
        while place < range.upperBound {
            let step = wrap.step(at: place, column: used, in: text)
            pieces.append(wrap.drawing.drawn(character(at: place), at: used))
            (place, used) = (step.end, used + step.cells)
        }
        return SafeText.joined(pieces)
    }
}
