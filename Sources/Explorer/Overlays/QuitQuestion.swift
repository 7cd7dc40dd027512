import Canvas
import DisplaySafety

/// Asks what becomes of the samples that grow.
struct QuitQuestion {
    let run: RunActivity
    let growing: Int
    /// What waits for the curator's word, in words; nil where nothing does.
    let asking: String?
    /// What is different in the background, a sentence each; nil where the run cannot go on there.
    let background: [String]?

    func draw(on frame: inout Frame, pen: Pen) {
        let state = run.isPaused ? "paused" : "growing"
        let rows = [
            PaneRow(
                pen.line(
                    growing == 0
                        ? "The run is not complete."
                        : "\(growing) sample\(growing == 1 ? " is" : "s are") still \(state)."), .text),
            PaneRow("Decisions are saved; toolgrad resume goes on.", .textDim),
        ]
        let asked = asking.map { [PaneRow(pen.line("\($0): s goes on asking."), .lintWarn)] } ?? []
        let different = (background ?? []).map { PaneRow(pen.line($0), .lintWarn) }
        let choices = [
            choice("s", "finish the samples in flight, then quit"),
            choice("c", "cancel them and quit now; what is recorded stays"),
            choice("esc", "stay"),
        ]
        let goingOn = background.map { _ in [choice("b", "go on in the background, without the explorer")] } ?? []
        Panel(title: "Quit while samples grow?", rows: rows + asked + different + [.empty] + goingOn + choices).draw(
            columns: min(60, frame.size.columns), on: &frame, pen: pen)
    }

    private func choice(_ key: SafeText, _ text: SafeText) -> PaneRow {
        PaneRow(Line([Span(key.padded(to: 5), .hintKey), Span(text, .text)]))
    }
}
