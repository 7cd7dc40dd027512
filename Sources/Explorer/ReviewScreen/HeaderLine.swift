import Canvas
import DisplaySafety
import Engine

/// The top row: which dataset, who plans, what grows, and how far the reviewing is.
struct HeaderLine {
    let state: ExplorerState
    let pen: Pen

    func draw(in rect: Rect, on frame: inout Frame) {
        frame.fill(rect, ink: Ink(.header))
        var left = Line(" TOOLGRAD ", Ink(.header, emphasis: .bold))
        left.append(pen.line(" \(state.dataset)"), Ink(.header))
        if let pass = state.blindPass { left.append(SafeText("  pass \(pass), blind"), Ink(.modeFilter)) }
        if rect.columns >= Self.columnsForTabs, state.blindPass == nil { left = left + tabs }
        left.append(pen.line("  planner: \(state.planner)"), Ink(.textDim))
        left.append("  ")
        left = left + activity
        let right =
            switch rect.columns {
            case ..<100: progress
            case Self.columnsForTabs..<Self.columnsForBar: counted
            default: wideProgress
            }
        frame.draw(PaneRow(left, right: right), at: rect.origin, columns: rect.columns, pen: pen)
    }

    /// The width from which the screens are named.
    private static let columnsForTabs = 110
    /// The width from which there is room for a bar beside them.
    private static let columnsForBar = 140

    private var tabs: Line {
        Screen.allCases.reduce(into: Line("  ")) { line, screen in
            let isShown = screen == state.screen
            guard isShown || Screen.tabs.contains(screen) else { return }
            line.append(SafeText(isShown ? "[\(screen.title)]" : " \(screen.title) "), Ink(isShown ? .tabActive : .tab))
        }
    }

    private var activity: Line {
        switch state.run {
        case .idle: Line()
        case .growing(let requested):
            Line(SafeText("grown \(grown)/\(requested), \(growth)"), Ink(.iterRunning))
        case .paused(let requested): Line(SafeText("PAUSED at \(grown) of \(requested)"), Ink(.lintWarn))
        case .ended: Line("run ended", Ink(.textDim))
        case .failed: Line("RUN FAILED", Ink(.lintError))
        }
    }

    /// What grows; where all of it is held, nothing does.
    private var growth: String {
        let count = state.growing.count
        let stands = count > 0 && state.growing.allSatisfy { state.held.contains($0) }
        return stands ? "\(count) held" : "growing \(count)"
    }

    /// Samples that no longer grow; of a run that grows here those that ended, no branch and none that was stopped.
    private var grown: Int {
        state.ownRun == nil
            ? max(0, state.queue.everything - state.growing.count) : RunOutlook(state).ended
    }

    private var percent: Int {
        state.queue.everything == 0 ? 0 : state.queue.decided.percent(of: state.queue.everything)
    }

    private var progress: Line {
        let place = state.queue.index.map { "\($0 + 1)/\(state.queue.total)  " } ?? ""
        return Line(SafeText(place + "decided \(percent)% "), Ink(.header))
    }

    private var counted: Line {
        Line(SafeText("decided \(state.queue.decided)/\(state.queue.everything)  \(percent)% "), Ink(.header))
    }

    private var wideProgress: Line {
        let length = 20
        let filled =
            state.queue.everything == 0 ? 0 : state.queue.decided.portion(of: state.queue.everything, in: length)
        var line = Line(SafeText("decided \(state.queue.decided)/\(state.queue.everything) ["), Ink(.header))
        line.append(pen.glyphs.line(of: .progressFill, columns: filled), Ink(.progressFill))
        line.append(pen.glyphs.line(of: .progressRest, columns: length - filled), Ink(.progressRest))
        line.append(SafeText("] \(percent)% "), Ink(.header))
        return line
    }
}
