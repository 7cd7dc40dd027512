import Canvas
import DisplaySafety
import Engine

/// The main screen: the queue, and one sample as it grew.
struct ReviewScreen {
    let state: ExplorerState
    let pen: Pen
    let arrangement: Arrangement
    let layout: ReviewLayout

    init(_ state: ExplorerState, glyphs: GlyphSet) {
        self.state = state
        pen = Pen(glyphs)
        arrangement = Arrangement(for: state.size)
        layout = state.layout
    }

    func draw(on frame: inout Frame) {
        HeaderLine(state: state, pen: pen).draw(in: layout.header, on: &frame)
        Guide(state: state, pen: pen).draw(in: layout.guide, on: &frame)
        drawTabs(on: &frame)
        drawStrip(on: &frame)
        for (pane, rect) in layout.panes where pane != state.focusedPane {
            box(of: pane, in: rect).draw(in: rect, on: &frame, pen: pen)
        }
        LintLine(state: state, pen: pen).draw(in: layout.lint, on: &frame)
        StatusLine(state: state, pen: pen, item: drawFocused(on: &frame)).draw(in: layout.status, on: &frame)
        // A dialog says itself what its keys do.
        if state.overlay == nil {
            state.hints.draw(in: layout.hints, on: &frame, pen: pen)
        }
        NoticeLine(notice: state.notice, pen: pen).draw(over: layout.body, on: &frame)
    }

    private func drawTabs(on frame: inout Frame) {
        switch arrangement {
        case .medium, .portrait: QueuePane(state: state, pen: pen).drawStrip(in: layout.tabs, on: &frame)
        case .compact, .single:
            TabBar(focus: state.focusedPane, panes: arrangement.panes).draw(in: layout.tabs, on: &frame)
        case .full, .wide, .refused: return
        }
    }

    private func drawStrip(on frame: inout Frame) {
        guard let open = state.open else { return drawEmptyStrip(on: &frame) }
        let strip = IterationsStrip(open: open, growth: state.growth, pen: pen)
        if arrangement.isDense {
            strip.drawRow(in: layout.strip, on: &frame)
        } else {
            strip.drawBox(in: layout.strip, on: &frame)
        }
    }

    private func drawEmptyStrip(on frame: inout Frame) {
        guard !arrangement.isDense else { return }
        frame.box(layout.strip, title: "Iterations", glyphs: pen.glyphs)
    }

    /// Draws the pane that has the keys, and tells what its cursor is on.
    private func drawFocused(on frame: inout Frame) -> PaneItem? {
        guard let rect = layout.panes[state.focusedPane] else { return state.cursor(in: state.focusedPane) }
        let box = box(of: state.focusedPane, in: rect)
        box.draw(in: rect, on: &frame, pen: pen)
        return box.cursor
    }

    private func box(of pane: Pane, in rect: Rect) -> PaneBox {
        let rows = rows(of: pane, width: rect.columns - 4)
        var box = PaneBox(
            title: title(of: pane), rows: rows, cursor: state.cursor(in: pane, among: rows),
            scroll: state.scrolls[pane] ?? 0, focus: pane == state.focusedPane ? .focused : .unfocused)
        if pane == .queue {
            box.note = state.queue.index.map { "\($0 + 1)/\(state.queue.total)" } ?? ""
            if rect.rows >= 24 {
                box.footer = QueuePane(state: state, pen: pen).footer(showsFacts: arrangement != .full)
            }
        }
        if pane == .gradient, let open = state.open {
            box.footer = gradient(of: open).footer(
                width: rect.columns - 4, height: min(4, (rect.rows - 2) / 3))
        }
        if pane == .query, let open = state.open, rect.rows > 3 {
            box.footer = QueryPane(open: open, compares: state.comparesDrafts, pen: pen).measures
        }
        return box
    }

    private func title(of pane: Pane) -> SafeText {
        state.isZoomed ? name(of: pane) + "   zoomed: z goes back" : name(of: pane)
    }

    private func name(of pane: Pane) -> SafeText {
        switch (pane, state.open) {
        case (.queue, _): QueuePane(state: state, pen: pen).title
        case (.chains, let open?): chains(of: open).title
        case (.gradient, let open?): gradient(of: open).title
        case (.query, let open?): QueryPane(open: open, compares: state.comparesDrafts, pen: pen).title
        case (.response, let open?): ResponsePane(open: open, compares: state.comparesDrafts, pen: pen).title
        case (.chains, nil), (.gradient, nil), (.query, nil), (.response, nil), (.facts, _): SafeText(pane.title)
        }
    }

    private func chains(of open: OpenSample) -> ChainsPane {
        ChainsPane(
            open: open, folded: state.folded, isDense: arrangement.isDense, unfolded: state.unfolded, pen: pen)
    }

    private func gradient(of open: OpenSample) -> GradientPane {
        GradientPane(
            open: open, waiting: state.waitingWords(for: open.id), isDense: arrangement.isDense, pen: pen)
    }

    /// What a pane shows, for an inside of a width.
    func rows(of pane: Pane, width: Int) -> [PaneRow] {
        let rows = contents(of: pane, width: width)
        return state.wrapsRows ? rows.flatMap { $0.wrapped(to: width) } : rows
    }

    private func contents(of pane: Pane, width: Int) -> [PaneRow] {
        switch (pane, state.open) {
        case (.queue, _): QueuePane(state: state, pen: pen).rows
        case (.chains, let open?): chains(of: open).rows(width: width)
        case (.gradient, let open?): gradient(of: open).rows(width: width)
        case (.query, let open?): QueryPane(open: open, compares: state.comparesDrafts, pen: pen).rows(width: width)
        case (.response, let open?):
            ResponsePane(open: open, compares: state.comparesDrafts, pen: pen).rows(width: width)
        case (.facts, let open?):
            FactsPane(open: open, name: state.name(of: open.id), pen: pen).rows(width: width)
                + MetaRows(step: state.focusedStep, pen: pen).rows(width: width)
        case (.chains, nil): [PaneRow(state.emptyText, .textDim)]
        case (.gradient, nil), (.query, nil), (.response, nil), (.facts, nil): []
        }
    }
}

extension ExplorerState {
    /// The pane that has the keys: the chosen one, where the arrangement has it.
    var focusedPane: Pane {
        Arrangement(for: size).panes.contains(focus) ? focus : .chains
    }

    /// Whether the guide of the demo is still needed.
    var showsGuide: Bool { opening == .demo && session.decisions < 10 }

    /// The label of a sample in the dataset file, as far as it is known.
    func name(of sample: SampleID) -> String {
        queue.row(of: sample)?.name ?? sample.description
    }

    fileprivate var emptyText: SafeText {
        if queue.selection != nil { return "Reading the sample." }
        if queue.view.filter != .everything { return "No sample fits the filter: esc shows all again." }
        return run.isUnderWay ? "The first sample is about to grow." : "No sample yet: toolgrad generate grows some."
    }
}
