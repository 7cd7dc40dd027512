import Canvas
import DisplaySafety

/// A notice on the last row of the panes, above the lint line.
struct NoticeLine {
    let notice: Notice?
    let pen: Pen

    func draw(over body: Rect, on frame: inout Frame) {
        guard let notice, body.columns > 4, body.rows > 0 else { return }
        let text = (" " + notice.severity.sign(pen) + pen.line(notice.text) + " ").truncated(
            to: body.columns - 2, ellipsis: pen[.ellipsis])
        let place = Position(row: body.row + body.rows - 1, column: body.column + body.columns - 1 - text.width)
        frame.draw(text, at: place, ink: Ink(notice.severity.role, on: .surface))
    }
}

extension Notice.Severity {
    /// The word that goes before what is more than news.
    func sign(_ pen: Pen) -> SafeText {
        switch self {
        case .info: .empty
        case .warning: pen[.lint] + " "
        case .error: pen[.lintError] + " error: "
        }
    }

    /// How it is drawn.
    var role: Role {
        switch self {
        case .info: .toastInfo
        case .warning: .toastWarn
        case .error: .toastError
        }
    }
}
