import Canvas
import DisplaySafety

/// Three lines that say what is being watched, until the reviewer knows.
struct Guide {
    let state: ExplorerState
    let pen: Pen

    func draw(in rect: Rect, on frame: inout Frame) {
        guard !rect.isEmpty else { return }
        frame.fill(rect, ink: Ink(.text, on: .surface))
        let lines = [
            "1 Tools are proposed and really called: what works may join a chain of steps.",
            "2 The gradient: which proposal is kept, and why. It steers the next iteration.",
            isWatching
                ? "3 Only then is the query written.   H hold   any other key: full speed"
                : "3 Only then the query was written. Judge it: a accept  r reject  [ ] walk back",
        ]
        frame.draw(
            lines.map { line in
                let text = pen.line(line)
                return Line([
                    Span(" " + text[0..<1], Ink(.textStrong, on: .surface, emphasis: .bold)),
                    Span(text[1..<text.clusters.count], Ink(.text, on: .surface)),
                ]).truncated(to: rect.columns, ellipsis: pen[.ellipsis])
            }, in: rect)
    }

    private var isWatching: Bool { state.open == nil || state.isGrowing }
}
