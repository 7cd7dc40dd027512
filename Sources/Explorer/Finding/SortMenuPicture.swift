import Canvas
import DisplaySafety
import Review

/// The orders of the list, the one in force marked.
struct SortMenuPicture {
    let menu: SortMenu
    let pen: Pen

    func draw(on frame: inout Frame) {
        let rows = menu.choices.map { choice in
            let isCurrent = choice.sort == menu.current.key
            let again = isCurrent ? (menu.current.isReversed ? "now, reversed" : "now; again reverses") : ""
            return PaneRow(
                Line([Span(SafeText("\(choice.key)  "), .hintKey), Span(pen.line(choice.text), .text)]),
                right: Line(SafeText(again), Ink(.textDim)))
        }
        var panel = Panel(
            title: "Sort the list",
            rows: rows + [.empty, PaneRow("a letter sorts   j/k and enter too   esc closes", .hintText)])
        panel.selected = menu.row
        panel.cursor = Position(row: menu.row, column: 0)
        panel.draw(columns: min(56, frame.size.columns), on: &frame, pen: pen)
    }
}
