package import DisplaySafety

/// Whether the keys go to a box; shown by the weight of its border and by its title.
package enum Focus: Hashable, Sendable {
    /// The keys go to it.
    case focused
    /// They go elsewhere.
    case unfocused
}

extension Frame {
    /// Draws a border along the edge of a part, with a title above and a note at the lower right, and clears its inside.
    ///
    /// A title that does not fit is cut with an ellipsis; a note that does not fit is left out.
    package mutating func box(
        _ rect: Rect, title: SafeText, note: SafeText = .empty, focus: Focus = .unfocused, glyphs: GlyphSet,
        surface: Role = .base
    ) {
        guard rect.rows > 0, rect.columns > 0 else { return }
        let lines = BoxLines(focus, glyphs)
        let ink = Ink(focus.border, on: surface)
        fill(rect, ink: Ink(.text, on: surface))
        edge(rect, row: rect.row, lines.top, ink)
        if rect.rows > 1 { edge(rect, row: rect.row + rect.rows - 1, lines.bottom, ink) }
        for row in rect.rowRange.dropFirst().dropLast() {
            draw(lines.vertical, at: Position(row: row, column: rect.column), ink: ink, columns: rect.columns)
            let right = Position(row: row, column: rect.column + rect.columns - 1)
            draw(lines.vertical, at: right, ink: ink, columns: 1)
        }
        draw(title: title, on: rect, ink: Ink(focus.title, on: surface), ellipsis: glyphs[.ellipsis])
        draw(note: note, on: rect, ink: Ink(focus.title, on: surface))
    }

    private mutating func edge(_ rect: Rect, row: Int, _ signs: BoxLines.Edge, _ ink: Ink) {
        draw(signs.left, at: Position(row: row, column: rect.column), ink: ink, columns: rect.columns)
        for column in rect.columnRange.dropFirst().dropLast() {
            draw(signs.middle, at: Position(row: row, column: column), ink: ink, columns: 1)
        }
        guard let last = rect.columnRange.dropFirst().last else { return }
        draw(signs.right, at: Position(row: row, column: last), ink: ink, columns: 1)
    }

    private mutating func draw(title: SafeText, on rect: Rect, ink: Ink, ellipsis: SafeText) {
        let room = rect.columns - 5
        guard room > 0, !title.isEmpty else { return }
        let text = " " + title.truncated(to: room, ellipsis: ellipsis) + " "
        draw(text, at: Position(row: rect.row, column: rect.column + 2), ink: ink, columns: room + 2)
    }

    private mutating func draw(note: SafeText, on rect: Rect, ink: Ink) {
        guard !note.isEmpty, rect.rows > 1, note.width + 4 <= rect.columns else { return }
        let text = " " + note + " "
        let place = Position(row: rect.row + rect.rows - 1, column: rect.column + rect.columns - 1 - text.width)
        draw(text, at: place, ink: ink, columns: text.width)
    }
}

/// The pieces of a border.
private struct BoxLines {
    struct Edge {
        let left: SafeText
        let middle: SafeText
        let right: SafeText
    }

    let top: Edge
    let bottom: Edge
    let vertical: SafeText

    init(_ focus: Focus, _ glyphs: GlyphSet) {
        switch focus {
        case .unfocused:
            let middle = glyphs[.horizontal]
            top = Edge(left: glyphs[.topLeft], middle: middle, right: glyphs[.topRight])
            bottom = Edge(left: glyphs[.bottomLeft], middle: middle, right: glyphs[.bottomRight])
            vertical = glyphs[.vertical]
        case .focused:
            let middle = glyphs[.focusHorizontal]
            top = Edge(left: glyphs[.focusTopLeft], middle: middle, right: glyphs[.focusTopRight])
            bottom = Edge(left: glyphs[.focusBottomLeft], middle: middle, right: glyphs[.focusBottomRight])
            vertical = glyphs[.focusVertical]
        }
    }
}

extension Focus {
    fileprivate var border: Role {
        switch self {
        case .focused: .borderFocus
        case .unfocused: .border
        }
    }

    fileprivate var title: Role {
        switch self {
        case .focused: .titleFocus
        case .unfocused: .title
        }
    }
}
