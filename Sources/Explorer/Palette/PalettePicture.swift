import Canvas
import DisplaySafety

/// The typed command, and what answers it.
struct PalettePicture {
    let palette: Palette
    let pen: Pen

    private static let columns = 96
    /// Rows of the list at most; four more are the borders, the command and the advice, one the keys.
    private static let height = 11

    func draw(on frame: inout Frame) {
        let columns = min(Self.columns, frame.size.columns)
        let room = max(1, min(Self.height, frame.size.rows - 5))
        let advice = advice(columns: columns - 4, rows: room)
        let height = max(1, room - advice.count + 1)
        let first = min(max(0, palette.selection - height / 2), max(0, palette.rows.count - height))
        let shown = palette.rows.dropFirst(first).prefix(height).enumerated().map { index, row in
            self.row(row, isSelected: first + index == palette.selection)
        }
        let filling = Array(repeating: PaneRow.empty, count: height - shown.count)
        var panel = Panel(title: title, rows: [input] + advice + shown + filling + [keys])
        panel.cursor = Position(row: 0, column: 2 + pen.line(palette.field.head).width)
        panel.selected = palette.rows.isEmpty ? nil : 1 + advice.count + palette.selection - first
        panel.draw(columns: columns, on: &frame, pen: pen)
    }

    private var title: SafeText {
        palette.rows.isEmpty
            ? "Command" : SafeText("Command   \(palette.selection + 1) of \(palette.rows.count)")
    }

    private var input: PaneRow {
        PaneRow(Line([Span(": ", .hintKey), Span(pen.line(palette.text), .input)]))
    }

    /// What is wrong is read in full: it takes rows of the list.
    private func advice(columns: Int, rows: Int) -> [PaneRow] {
        guard let complaint = palette.complaint else {
            return [PaneRow(pen.line("  " + (palette.advice ?? "")), .textDim)]
        }
        let lines = Line(pen.line("! " + complaint), Ink(.inputError)).wrapped(to: max(1, columns))
        return lines.prefix(rows).map { PaneRow($0) }
    }

    private func row(_ row: PaletteRow, isSelected: Bool) -> PaneRow {
        let isPossible = row.obstacle == nil
        var line = Line(isSelected ? pen[.listSelected] + " " : "  ", Ink(.textStrong))
        line.append(pen.line(row.usage).padded(to: 30), Ink(isPossible ? .text : .textDisabled))
        let keys = pen.line(row.keys)
        line.append(keys.padded(to: max(10, keys.width + 1)), Ink(isPossible ? .hintKey : .hintDisabled))
        line.append(
            pen.line(row.obstacle.map { "not now: " + $0 } ?? row.help), Ink(isPossible ? .textDim : .textDisabled))
        return PaneRow(line)
    }

    private var keys: PaneRow {
        PaneRow("enter do it   tab complete   down/up list, then earlier ones   esc", .hintText)
    }
}
