extension TextArea {
    /// The place before the character at the left of another; a line break counts as one.
    func place(before place: Place) -> Place {
        if place.byte > 0 { return Place(line: place.line, byte: lines[place.line].boundary(before: place.byte)) }
        return place.line > 0 ? Place(line: place.line - 1, byte: lines[place.line - 1].length) : place
    }

    func place(after place: Place) -> Place {
        let line = lines[place.line]
        if place.byte < line.length { return Place(line: place.line, byte: line.boundary(after: place.byte)) }
        return place.line + 1 < lines.count ? Place(line: place.line + 1, byte: 0) : place
    }

    var lineStart: Place { Place(line: cursor.line, byte: 0) }

    var lineEnd: Place { Place(line: cursor.line, byte: lines[cursor.line].length) }

    /// The row of the cursor.
    var row: Row { Row(line: cursor.line, row: lines[cursor.line].row(at: cursor.byte)) }

    /// The column of the cursor.
    var column: Int { lines[cursor.line].column(of: cursor.byte, wrap) }

    /// Puts the cursor at a byte of the whole text.
    mutating func move(toByte offset: Int) {
        var (line, byte) = (0, max(0, offset))
        while line + 1 < lines.count, byte > lines[line].length {
            byte -= lines[line].length + 1
            line += 1
        }
        cursor = Place(line: line, byte: lines[line].boundary(atOrAfter: min(byte, lines[line].length)))
        wanted = nil
    }

    mutating func moveRows(by distance: Int) {
        let column = wanted ?? column
        let target = row(row, movedBy: distance)
        cursor = Place(
            line: target.line, byte: lines[target.line].byte(atColumn: column, inRow: target.row, wrap))
        wanted = column
    }

    /// The row so many rows further down, or further up; the last or the first where there are not so many.
    func row(_ row: Row, movedBy distance: Int) -> Row {
        var (line, place) = (row.line, row.row + distance)
        while place < 0, line > 0 {
            line -= 1
            place += lines[line].rows.count
        }
        while place >= lines[line].rows.count, line + 1 < lines.count {
            place -= lines[line].rows.count
            line += 1
        }
        return Row(line: line, row: min(max(0, place), lines[line].rows.count - 1))
    }

    /// The first visible row of so many, as near to the one before as the cursor and the end of the text allow.
    func top(height: Int, from top: Row) -> Row {
        let lastLine = lines.count - 1
        let lastRow = Row(line: lastLine, row: lines[lastLine].rows.count - 1)
        let lowest = row(lastRow, movedBy: 1 - height)
        return max(min(top, row, lowest), row(row, movedBy: 1 - height))
    }
}

extension TextArea {
    /// Where the word before a place begins, or the end of the line above.
    func wordStart(before place: Place) -> Place {
        var start = place
        repeat { start = self.place(before: start) } while start.byte > 0 && kind(at: start) == .space
        while start.byte > 0, let kind = kind(at: start), kind != .wide {
            let previous = self.place(before: start)
            guard self.kind(at: previous) == kind else { break }
            start = previous
        }
        return start
    }

    /// Where the word after a place ends, or the beginning of the line below.
    func wordEnd(after place: Place) -> Place {
        var end = place
        while kind(at: end) == .space { end = self.place(after: end) }
        guard let kind = kind(at: end) else { return end == place ? self.place(after: end) : end }
        repeat { end = self.place(after: end) } while kind != .wide && self.kind(at: end) == kind
        return end
    }

    /// What kind the character at a place is of; nil at the end of a line.
    private func kind(at place: Place) -> WordKind? {
        let line = lines[place.line]
        return place.byte < line.length ? WordKind(line.character(at: place.byte)) : nil
    }
}

/// What characters form words with.
private enum WordKind {
    case space
    case letter
    case sign
    /// Written without spaces between words: each counts as a word.
    case wide

    init(_ character: Character) {
        if character.isWhitespace {
            self = .space
        } else if character.unicodeScalars.first.map({ (0x2E80...0x9FFF).contains($0.value) }) == true {
            self = .wide
        } else {
            self = character.isLetter || character.isNumber || character == "_" ? .letter : .sign
        }
    }
}
