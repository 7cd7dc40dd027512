import Canvas
import DisplaySafety

/// Says over whatever is open that calls wait for the curator.
struct PermissionMark {
    let state: ExplorerState
    let pen: Pen

    func draw(on frame: inout Frame) {
        guard !state.approvals.waiting.isEmpty, state.overlay?.opensByItself != true else { return }
        let text = SafeText.joined([" ", pen[.lint], pen.line(" \(state.asking) ")]).truncated(
            to: max(0, frame.size.columns - 4), ellipsis: pen[.ellipsis])
        let corner = Position(row: 0, column: frame.size.columns - 1)
        let isBox = [.border, .borderFocus].contains(frame[corner].ink.role)
        let place = Position(row: 0, column: frame.size.columns - text.width - (isBox ? 2 : 0))
        frame.draw(text, at: place, ink: Ink(.toastWarn, on: .surface))
    }
}
