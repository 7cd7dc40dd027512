import Canvas
import DisplaySafety

/// What is drawn where the terminal is too small for anything else.
struct RefusalScreen {
    let state: ExplorerState
    let pen: Pen

    func draw(on frame: inout Frame) {
        let (size, need) = (frame.size, Arrangement.smallest)
        let saved = state.session.lastSaved.map { " saved \($0.timeOfDay(offset: state.utcOffset))" } ?? ""
        func pad(_ number: Int) -> String {
            String(repeating: " ", count: max(0, 4 - String(number).count)) + String(number)
        }
        let lines =
            [
                "", "Terminal is \(size.columns)x\(size.rows). This needs at least \(need.columns)x\(need.rows).", "",
                "Width  \(pad(size.columns))  need \(need.columns)", "Height \(pad(size.rows))  need \(need.rows)", "",
                "Nothing is lost: \(state.queue.decided) decision\(state.queue.decided == 1 ? "" : "s")\(saved).",
                "Enlarge the window, or press q to quit.", "Text mode for any size: toolgrad review --linear",
            ] + (state.approvals.waiting.isEmpty ? [] : ["\(state.asking): enlarge the window to answer."])
        for (row, text) in lines.enumerated() where row < size.rows {
            let text = pen.line(text).truncated(to: size.columns - 1, ellipsis: pen[.ellipsis])
            frame.draw(text, at: Position(row: row, column: 1))
        }
        if size.columns > 0, size.rows > 0 { frame.cursor = Position(row: 0, column: 0) }
    }
}
