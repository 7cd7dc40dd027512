import Canvas
import DisplaySafety
import Review

/// The filter that is being typed, over the lowest rows: its fault underlined, the reason above it.
struct FilterLinePicture {
    let line: FilterLine
    let pen: Pen

    /// The row of the input, with the reason or the grammar in the row above.
    func draw(in rect: Rect, above: Rect, on frame: inout Frame) {
        frame.fill(above, ink: Ink(.text, on: .surface))
        frame.fill(rect, ink: Ink(.input, on: .surface))
        frame.draw(message.truncated(to: above.columns, ellipsis: pen[.ellipsis]), at: above.origin)
        let lead: SafeText = " / "
        let row = Position(row: rect.row, column: rect.column)
        frame.draw(lead, at: row, ink: Ink(.hintKey, on: .surface))
        let room = rect.columns - lead.width - 1
        let hidden = max(0, pen.line(line.field.head).width - room)
        let place = Position(row: rect.row, column: rect.column + lead.width)
        frame.draw(typed.dropping(columns: hidden), at: place, columns: room)
        frame.cursor = Position(row: rect.row, column: place.column + pen.line(line.field.head).width - hidden)
    }

    private var message: Line {
        guard let problem = line.problem else {
            return Line(
                [
                    Span(" FILTER ", .modeFilter),
                    Span(" enter shows  esc leaves   status: lint: tool: steps:3.. flag !edited text:\"\"", .textDim),
                ])
        }
        return Line([Span(" FILTER ", .modeFilter), Span(pen.line(" \(problem.text)"), .inputError)])
    }

    /// The text, with the characters at fault underlined.
    private var typed: Line {
        let characters = Array(line.text)
        let fault = line.problem?.range.clamped(to: 0..<characters.count) ?? 0..<0
        var typed = Line()
        typed.append(pen.line(String(characters[..<fault.lowerBound])), Ink(.input, on: .surface))
        typed.append(pen.line(String(characters[fault])), Ink(.inputError, on: .surface, emphasis: .underline))
        typed.append(pen.line(String(characters[fault.upperBound...])), Ink(.input, on: .surface))
        return typed
    }
}
