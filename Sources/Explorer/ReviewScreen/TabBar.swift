import Canvas
import DisplaySafety

/// The names of the panes, where only some of them fit.
struct TabBar {
    let focus: Pane
    let panes: [Pane]

    func draw(in rect: Rect, on frame: inout Frame) {
        var line = Line(" ")
        for pane in panes {
            let isFocused = pane == focus
            let text = isFocused ? "[\(pane.title)]" : " \(pane.title) "
            line.append(SafeText(text), Ink(isFocused ? .tabActive : .tab))
            line.append(" ")
        }
        frame.draw(line, at: rect.origin, columns: rect.columns)
        let hint: SafeText = "Tab next "
        let place = Position(row: rect.row, column: rect.column + rect.columns - hint.width)
        if line.width + hint.width < rect.columns { frame.draw(hint, at: place, ink: Ink(.textDim)) }
    }
}
