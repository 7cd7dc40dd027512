import Canvas
import DisplaySafety

/// What every screen beside Review has around its body: header, notice, status and hints.
struct ScreenShell {
    let state: ExplorerState
    let contents: any ScreenBody
    let pen: Pen

    /// The part of a screen that its body has.
    static func body(of size: Size) -> Rect { layout(of: size)[1] }

    private static func layout(of size: Size) -> [Rect] {
        Rect(size).split(rows: [.cells(1), .weight(1), .cells(1), .cells(Arrangement(for: size).hintRows)])
    }

    func draw(on frame: inout Frame) {
        let parts = Self.layout(of: state.size)
        HeaderLine(state: state, pen: pen).draw(in: parts[0], on: &frame)
        contents.draw(in: parts[1], on: &frame)
        drawStatus(in: parts[2], on: &frame)
        if state.overlay == nil { state.hints.draw(in: parts[3], on: &frame, pen: pen) }
        NoticeLine(notice: state.notice, pen: pen).draw(over: parts[1], on: &frame)
    }

    private func drawStatus(in rect: Rect, on frame: inout Frame) {
        frame.fill(rect, ink: Ink(.status, on: .surface))
        var line = Line(SafeText(" \(state.screen.title.uppercased()) "), Ink(.modeNormal))
        for text in contents.status { line.append(pen.line(" \(text) "), Ink(.status, on: .surface)) }
        frame.draw(line.truncated(to: rect.columns, ellipsis: pen[.ellipsis]), at: rect.origin)
    }
}
