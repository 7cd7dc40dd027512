import Canvas
import DisplaySafety

/// What the keys pressed so far can become: a box over the lower edge.
struct WhichKey {
    let keymap: Keymap
    /// The keys pressed so far; at least one.
    let prefix: [Key]
    let screen: Screen
    /// Why an action is not possible now; nil when it is.
    let obstacle: (Action) -> String?
    let pen: Pen

    private static let cell = 26

    func draw(on frame: inout Frame) {
        let entries = entries
        let across = max(1, (frame.size.columns - 4) / Self.cell)
        let height = min((entries.count + across - 1) / across, max(1, frame.size.rows - 2))
        let rows = height + 2
        let rect = Rect(
            row: max(0, frame.size.rows - rows), column: 0, rows: rows, columns: frame.size.columns)
        let title = pen.line(prefix.pressName) + " " + pen[.ellipsis]
        frame.box(rect, title: title, note: "esc never mind", focus: .focused, glyphs: pen.glyphs, surface: .surface)
        for (index, entry) in entries.enumerated() {
            let place = Position(row: rect.row + 1 + index % height, column: 2 + index / height * Self.cell)
            let room = min(Self.cell - 2, frame.size.columns - 2 - place.column)
            frame.draw(
                entry.on(.surface).truncated(to: max(0, room), ellipsis: pen[.ellipsis]), at: place, columns: room)
        }
        frame.cursor = Position(row: rect.row + 1, column: 2)
    }

    private var entries: [Line] {
        let bindings = keymap.bindings.filter {
            $0.keys.starts(with: prefix) && !$0.isAlias && $0.entry.screens.contains(screen)
        }
        return bindings.map { binding in
            let isPossible = obstacle(binding.action) == nil
            let keys = pen.line(Array(binding.keys.dropFirst(prefix.count)).pressName)
            return Line([
                Span(keys.padded(to: max(3, keys.width + 1)), isPossible ? .hintKey : .hintDisabled),
                Span(
                    pen.line(binding.label + (isPossible ? "" : " (not now)")), isPossible ? .hintText : .hintDisabled),
            ])
        }
    }
}
