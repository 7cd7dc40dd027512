import Canvas
import DisplaySafety
import Engine

/// The tools of the source, of which those around the cursor are visible.
struct ToolListPane {
    let state: ApprovalState
    let pen: Pen

    private static let effectsWidth = 15

    /// How many cells the name has, and what the tool says of itself.
    private struct Columns {
        let name: Int
        /// 0 where there is no room for a few words.
        let description: Int

        private static let before = 11 + ToolListPane.effectsWidth
        private static let fewWords = 12
        private static let longName = 24

        /// A name is cut where it takes more than half of the room; what names leave belongs to the description.
        init(_ width: Int, longestName: Int) {
            let room = max(0, width - Self.before)
            let name = min(longestName, max(Self.longName, room / 2))
            let rest = room - name - 1
            (self.name, description) = rest >= Self.fewWords ? (name, rest) : (room, 0)
        }
    }

    func draw(in rect: Rect, on frame: inout Frame) {
        let inner = rect.inset(rows: 1, columns: 2)
        let first = min(max(0, state.cursor - inner.rows / 2), max(0, state.shown.count - inner.rows))
        frame.box(rect, title: title, note: note, focus: .focused, glyphs: pen.glyphs)
        let marked = state.marked
        let columns = Columns(inner.columns, longestName: state.nameWidth)
        for (place, row) in zip(state.shown.indices.dropFirst(first), inner.rowRange) {
            let item = state.items[state.shown[place]]
            let line = self.row(
                item, columns, isSelected: place == state.cursor, isMarked: marked.contains(item.tool.name))
            frame.draw(line, at: Position(row: row, column: inner.column), columns: inner.columns, pen: pen)
            guard place == state.cursor else { continue }
            let whole = Rect(row: row, column: rect.column + 1, rows: 1, columns: rect.columns - 2)
            frame.lay(.listSelected, under: whole)
            frame.cursor = Position(row: row, column: inner.column)
        }
        guard state.shown.isEmpty else { return }
        frame.draw(Line("No tool has these words: esc shows all again.", Ink(.textDim)), at: inner.origin)
        frame.cursor = inner.origin
    }

    private var title: SafeText {
        let count = state.shown.count
        let all = state.items.count
        let filter = state.filter.isEmpty ? "" : "  / \(state.filter)"
        return SafeText(count == all ? "Tools \(all)" : "Tools \(count) of \(all)") + pen.line(filter)
    }

    private var note: SafeText {
        SafeText(state.shown.isEmpty ? "" : "\(state.cursor + 1)/\(state.shown.count)")
    }

    private func row(_ item: ApprovalItem, _ columns: Columns, isSelected: Bool, isMarked: Bool) -> PaneRow {
        var line = Line(isSelected ? pen[.listSelected] : " ", Ink(.textStrong))
        line.append(isMarked ? "*" : " ", Ink(.listMarked))
        line.append(SafeText(" " + item.state.word).padded(to: 9), Ink(item.state.role))
        line = line + effects(of: item)
        let name = pen.line(item.tool.name.text).truncated(to: columns.name, ellipsis: pen[.ellipsis])
        line.append(
            columns.description > 0 ? name.padded(to: columns.name) : name,
            Ink(item.isThere ? .stepTool : .textDisabled))
        if columns.description > 0 {
            let first = item.tool.description.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            line.append(" " + pen.line(first), Ink(.textDim))
        }
        let right = item.warnings.isEmpty ? Line() : Line(pen[.lintError], Ink(.lintError))
        return PaneRow(line, right: right)
    }

    /// What it is said to be; in brackets what it looks like, where nothing is said.
    private func effects(of item: ApprovalItem) -> Line {
        guard item.isThere else { return Line(SafeText("-").padded(to: Self.effectsWidth), Ink(.textDisabled)) }
        guard let said = state.classifications[item.tool.name] else {
            return Line(SafeText("(\(item.suggested.rawValue)?)").padded(to: Self.effectsWidth), Ink(.textDim))
        }
        let mark = ToolUseMark(said, pen: pen)
        guard !state.lowerings(of: item).isEmpty else {
            return Line(mark.line.text.padded(to: Self.effectsWidth), Ink(mark.role))
        }
        var line = mark.line
        line.append(SafeText(" milder").padded(to: Self.effectsWidth - line.width), Ink(.lintWarn))
        return line
    }
}

extension ApprovalItem.State {
    fileprivate var role: Role {
        switch self {
        case .new: .diffAdd
        case .same: .textDim
        case .changed: .diffChange
        case .gone: .diffDel
        }
    }
}
