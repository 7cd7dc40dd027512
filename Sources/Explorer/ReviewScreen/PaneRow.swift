import Canvas
import DisplaySafety

/// One row of a pane: text from the left, and text that stays at the right edge.
struct PaneRow: Hashable, Sendable {
    var left: Line
    var right: Line
    /// What the cursor is on when it is in this row.
    var item: PaneItem?

    init(_ left: Line, right: Line = Line(), item: PaneItem? = nil) {
        self.left = left
        self.right = right
        self.item = item
    }

    init(_ text: SafeText, _ role: Role, item: PaneItem? = nil) {
        self.init(Line(text, Ink(role)), item: item)
    }

    static let empty = PaneRow(Line())

    /// The row in as many rows as it needs where nothing may be cut.
    func wrapped(to width: Int) -> [PaneRow] {
        let room = width - right.width - (right.width > 0 ? 1 : 0)
        guard left.width > room, room > 0 else { return [self] }
        return left.wrapped(to: room).enumerated().map { index, part in
            PaneRow(part, right: index == 0 ? right : Line(), item: item)
        }
    }

    /// Rows of a text that is wrapped behind an indent, the first one behind something of the same width.
    static func wrapped(_ line: Line, to width: Int, behind lead: Line, item: PaneItem? = nil) -> [PaneRow] {
        let indent = SafeText(String(repeating: " ", count: lead.width))
        return line.wrapped(to: max(1, width - lead.width)).enumerated().map { index, part in
            PaneRow((index == 0 ? lead : Line(indent)) + part, item: item)
        }
    }
}

extension [PaneRow] {
    /// What the cursor can be on, from top to bottom.
    var items: [PaneItem] {
        var items: [PaneItem] = []
        for item in lazy.compactMap(\.item) where items.last != item { items.append(item) }
        return items
    }
}

extension Frame {
    /// Draws a row from edge to edge; what does not fit is cut on the left part.
    mutating func draw(_ row: PaneRow, at position: Position, columns: Int, pen: Pen) {
        let right = row.right.truncated(to: columns, ellipsis: pen[.ellipsis])
        let room = columns - right.width - (right.width > 0 ? 1 : 0)
        draw(row.left.truncated(to: max(0, room), ellipsis: pen[.ellipsis]), at: position, columns: max(0, room))
        let place = Position(row: position.row, column: position.column + columns - right.width)
        draw(right, at: place, columns: right.width)
    }
}
