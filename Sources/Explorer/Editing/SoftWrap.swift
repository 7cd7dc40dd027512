import DisplaySafety

/// How lines are broken into rows: between words where that is possible, never inside a character.
///
/// The last column is left to the cursor and to a space that ends its row. Where a row ends depends on the text from
/// its beginning on and on nothing else.
struct SoftWrap: Hashable, Sendable {
    let columns: Int
    let drawing: Drawing

    init(columns: Int, drawing: Drawing = .unicode) {
        self.columns = max(2, columns)
        self.drawing = drawing
    }

    /// One character of a line: its bytes end before `end`.
    struct Step: Hashable {
        let end: Int
        let cells: Int
        let isSpace: Bool
    }

    /// Where the row ends that begins at a byte of a line; the line's end after its last row.
    func end(ofRowAt start: Int, in line: String) -> Int {
        let length = line.utf8.count
        var (place, used) = (start, 0)
        var breakPlace: Int?
        while place < length {
            let step = step(at: place, column: used, in: line)
            let isWide = step.cells == 2 && !step.isSpace
            if isWide, place > start { breakPlace = place }
            let room = step.isSpace && step.end < length ? columns : columns - 1
            if used + step.cells > room, place > start { return step.isSpace ? place : breakPlace ?? place }
            used += step.cells
            place = step.end
            if step.isSpace || isWide { breakPlace = place }
        }
        return length
    }

    /// The character at a byte of a line, drawn from a column on.
    func step(at place: Int, column: Int, in line: String) -> Step {
        let bytes = line.utf8
        let index = bytes.index(bytes.startIndex, offsetBy: place)
        let next = bytes.index(after: index)
        let byte = bytes[index]
        // Nothing can join a letter of ASCII but what is not ASCII.
        if byte >= 0x20, byte < 0x7F, next == bytes.endIndex || bytes[next] < 0x80 {
            return Step(end: place + 1, cells: 1, isSpace: byte == 0x20)
        }
        // A place lies between two characters, so the rest need not look back to know where its first one begins.
        let rest = line[index...]
        let end = place + bytes.distance(from: index, to: rest.index(after: index))
        let cells = drawing.drawn(rest[index], at: column).width
        return Step(end: end, cells: max(1, cells), isSpace: byte == 0x20 || byte == 0x09)
    }
}
