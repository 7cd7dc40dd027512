import Canvas
import DisplaySafety

/// A notice on the last row of the panes, above the lint line.
struct NoticeLine {
    let notice: Notice?
    let pen: Pen

    func draw(over body: Rect, on frame: inout Frame) {
        guard let notice, let text = text(over: body) else { return }
        let place = Position(row: body.row + body.rows - 1, column: body.column + body.columns - 1 - text.width)
        frame.draw(text, at: place, ink: Ink(notice.severity.role, on: .surface))
    }

    /// The columns of that row that it leaves free, from the left.
    func room(over body: Rect) -> Int {
        text(over: body).map { max(0, body.columns - 2 - $0.width) } ?? body.columns
    }

    private func text(over body: Rect) -> SafeText? {
        guard let notice, body.columns > 4, body.rows > 0 else { return nil }
        return (" " + notice.severity.sign(pen) + pen.line(notice.text) + " ").truncated(
            to: body.columns - 2, ellipsis: pen[.ellipsis])
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
