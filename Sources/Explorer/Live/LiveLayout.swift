import Canvas

/// Where everything on Live is; a function of the size and of what has the keys.
struct LiveLayout: Hashable {
    let run: Rect
    /// Those that there is room for.
    let panes: [LiveState.Pane: Rect]
    /// Whether the run has a box around it.
    let boxesRun: Bool

    /// Rows about the run where it has no box.
    private static let barRows = 3

    /// Lays the body of the screen out; `runRows` is what there is to say of the run.
    init(_ body: Rect, focus: LiveState.Pane, arrangement: Arrangement, runRows: Int) {
        switch arrangement {
        case .full, .wide, .medium:
            let rows = body.split(rows: [.cells(runRows + 2), .weight(8), .weight(5)])
            let middle = rows[1].split(columns: [.weight(31), .weight(19)])
            self.init(run: rows[0], [.workers: middle[0], .following: middle[1], .events: rows[2]], boxesRun: true)
        case .portrait:
            let rows = body.split(rows: [.cells(runRows + 2), .weight(5), .weight(6), .weight(4)])
            self.init(run: rows[0], [.workers: rows[1], .following: rows[2], .events: rows[3]], boxesRun: true)
        case .compact:
            let rows = body.split(rows: [.cells(Self.barRows), .weight(1), .weight(1)])
            let context: LiveState.Pane = focus == .events ? .events : .following
            self.init(run: rows[0], [.workers: rows[1], context: rows[2]], boxesRun: false)
        case .single, .refused:
            let rows = body.split(rows: [.cells(Self.barRows), .weight(1)])
            self.init(run: rows[0], [focus: rows[1]], boxesRun: false)
        }
    }

    private init(run: Rect, _ panes: [LiveState.Pane: Rect], boxesRun: Bool) {
        (self.run, self.panes, self.boxesRun) = (run, panes, boxesRun)
    }
}

extension LiveLayout {
    /// The layout of an explorer's screen.
    init(of state: ExplorerState) {
        self.init(state, in: ScreenShell.body(of: state.size))
    }

    init(_ state: ExplorerState, in body: Rect) {
        let arrangement = Arrangement(for: state.size)
        self.init(
            body, focus: state.live.pane, arrangement: arrangement,
            runRows: RunBox(state: state, pen: Pen(state.glyphs)).rows(width: body.columns - 4).count)
    }
}
