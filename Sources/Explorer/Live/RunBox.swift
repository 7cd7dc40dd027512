import Canvas
import DisplaySafety
import Engine

/// How far the run is, when it will be done, what it costs, and what it came to.
struct RunBox {
    let state: ExplorerState
    let pen: Pen

    private var live: LiveState { state.live }
    private var tally: LiveTally { state.live.tally }
    private var outlook: RunOutlook { RunOutlook(state) }

    func draw(in rect: Rect, boxed: Bool, on frame: inout Frame) {
        guard boxed else {
            let text = rect.inset(rows: 0, columns: 1)
            for (row, place) in zip(narrowRows(width: text.columns), text.rowRange) {
                frame.draw(row, at: Position(row: place, column: text.column), columns: text.columns, pen: pen)
            }
            return
        }
        PaneBox(
            title: title, rows: rows(width: rect.columns - 4), cursor: nil, scroll: 0, focus: .unfocused
        ).draw(in: rect, on: &frame, pen: pen)
    }

    var title: SafeText {
        let run = tally.run.map { " \($0)" } ?? ""
        let watched = outlook.watched.map { "   \($0.clock)" } ?? ""
        guard !live.isEmpty || state.run.isUnderWay else { return "Run" }
        return SafeText("Run\(run)   \(outlook.activity)\(watched)")
    }

    /// All there is to say, the most important first.
    func rows(width: Int) -> [PaneRow] {
        guard !live.isEmpty || state.run.isUnderWay else { return beginnings }
        let spent = [budget(width: width), models].compactMap(\.self)
        let room = Room(width)
        return [samples(width: width)] + failure + spent + [PaneRow(outcome(room)), PaneRow(reviewed(room))]
    }

    /// The same in three rows, for a screen without room.
    private func narrowRows(width: Int) -> [PaneRow] {
        guard !live.isEmpty || state.run.isUnderWay else { return beginnings }
        let room = Room(width)
        let more = [failure.first, budget(width: width), models, PaneRow(reviewed(room))].compactMap(\.self)
        return [samples(width: width), PaneRow(outcome(room))] + more.prefix(1)
    }

    private var beginnings: [PaneRow] {
        [
            PaneRow("Nothing is growing.", .textStrong),
            PaneRow(row("toolgrad generate", "grows samples; watch them here meanwhile")),
            PaneRow(row("toolgrad resume", "goes on with a run that was interrupted")),
        ]
    }

    private func row(_ command: SafeText, _ does: SafeText) -> Line {
        Line([Span(command.padded(to: 19), .hintKey), Span(does, .text)])
    }
}

extension RunBox {
    private func samples(width: Int) -> PaneRow {
        var line = Line("samples   ", Ink(.textDim))
        if let requested = outlook.requested {
            line = line + bar(outlook.ended, of: requested, columns: Room(width).barColumns)
            line.append(SafeText("  \(outlook.ended.withCommas) / \(requested.withCommas)"), Ink(.textStrong))
            line.append(SafeText("   \(outlook.ended.percent(of: requested))%"))
        } else {
            line.append(SafeText("\(outlook.ended.withCommas) ended"), Ink(.textStrong))
        }
        if !hasTitle { line.append(SafeText("  \(outlook.activity)"), Ink(activityRole)) }
        return PaneRow(line, right: expectation(Room(width)))
    }

    /// A box says in its title what the run is doing.
    private var hasTitle: Bool {
        switch Arrangement(for: state.size) {
        case .full, .wide, .medium, .portrait: true
        case .compact, .single, .refused: false
        }
    }

    private var activityRole: Role {
        switch state.run {
        case .growing: .iterRunning
        case .paused: .lintWarn
        case .failed: .lintError
        case .idle, .ended: .textDim
        }
    }

    private func expectation(_ room: Room) -> Line {
        if state.run.isPaused { return Line(pen.line("\(state.keymap.name(of: .pauseRun)) goes on"), Ink(.lintWarn)) }
        switch outlook.outlook {
        case .early: return Line(room == .tiny ? "no ETA yet" : "ETA after a few samples", Ink(.textDim))
        case .stalled(let silence): return Line(SafeText("stalled \(silence.whole)"), Ink(.lintWarn))
        case .minutes(let minutes, let rate):
            let range =
                minutes.lowerBound == minutes.upperBound
                ? minutes.upperBound.withCommas : "\(minutes.lowerBound.withCommas)-\(minutes.upperBound.withCommas)"
            let basis =
                switch room {
                case .tiny: ""
                case .narrow: " (\(rate.perTime))"
                case .wide: " (\(rate.perTime), last \(min(Pace.window, tally.ended)) samples)"
                }
            return Line([Span(SafeText("ETA \(range) min"), .textStrong), Span(SafeText(basis), .textDim)])
        case nil: return Line()
        }
    }

    private func bar(_ part: Int, of all: Int, columns: Int) -> Line {
        let filled = part.portion(of: all, in: columns)
        var line = Line("[", Ink(.text))
        line.append(pen.glyphs.line(of: .progressFill, columns: filled), Ink(.progressFill))
        line.append(pen.glyphs.line(of: .progressRest, columns: columns - filled), Ink(.progressRest))
        line.append("]")
        return line
    }

    private var failure: [PaneRow] {
        guard case .failed(let text) = state.run else { return [] }
        return [PaneRow(Line([Span("failed    ", .textDim), Span(pen.line(text), .lintError)]))]
    }

    /// The limit that will be met first; what was spent before the run was watched is not known here.
    private func budget(width: Int) -> PaneRow? {
        guard let use = outlook.budgets.first else { return nil }
        var line = Line("budget    ", Ink(.textDim))
        if tally.hasPast || live.past.isUntold {
            line.append(pen.line("\(use.spent) of \(use.limit), without what was spent before"), Ink(.cost))
            return PaneRow(line)
        }
        line = line + bar(use.percent, of: 100, columns: Room(width).barColumns)
        line.append(pen.line("  \(use.spent) / \(use.limit)"), Ink(use.percent >= 90 ? .costOver : .cost))
        line.append(SafeText("   \(use.percent)%"))
        return PaneRow(line)
    }

    private var models: PaneRow? {
        let usage = outlook.usage
        guard usage.modelCalls > 0 else { return nil }
        let calls = "\(usage.modelCalls.withCommas) call\(usage.modelCalls == 1 ? "" : "s")"
        let tokens = "tokens \(usage.promptTokens.withCommas) in, \(usage.completionTokens.withCommas) out"
        return PaneRow(
            Line([
                Span("models    ", .textDim), Span(SafeText("\(calls)   \(tokens)   "), .text),
                Span(pen.line(usage.unpricedCalls == usage.modelCalls ? "unpriced" : usage.costText), .cost),
                Span(SafeText(projected.map { "   projected \($0)" } ?? ""), .textDim),
            ]))
    }

    /// What the whole run will cost if it goes on so; nil before there is enough to say so.
    private var projected: String? {
        let usage = tally.usage
        guard usage.unpricedCalls == 0, usage.cost > .zero, !tally.hasPast,
            live.past.figures.begun == 0,
            tally.costs.count == tally.ended, let left = outlook.left,
            let (low, high) = tally.costs.projection(for: left)
        else { return nil }
        return low == high ? "\(low)" : "\(low)-\(high)"
    }

    private func outcome(_ room: Room) -> Line {
        let (past, usage) = (live.past.told, outlook.usage)
        let (completed, failed) = (past.completed + tally.completed, past.failed + tally.failed)
        let noOps = past.noOps + tally.noOps
        let noOpShare = noOps.share(of: past.iterations + tally.iterations)
        let failedShare = usage.failedCalls.share(of: usage.toolCalls)
        guard room == .wide else {
            return figures(
                "outcome   ",
                [
                    ("done", completed.withCommas, nil), ("failed", failed.withCommas, nil),
                    ("no-ops", noOpShare ?? "-", nil), ("failed calls", failedShare ?? "-", nil),
                    ("of", usage.toolCalls.withCommas, nil),
                ])
        }
        return figures(
            "outcome   ",
            [
                ("completed", completed.withCommas, nil), ("failed", failed.withCommas, nil),
                ("no-op iterations", noOps.withCommas, noOpShare), ("calls", usage.toolCalls.withCommas, nil),
                ("call failures", usage.failedCalls.withCommas, failedShare),
            ])
    }

    private func figures(_ label: SafeText, _ all: [(name: String, value: String, share: String?)]) -> Line {
        all.reduce(into: Line(label, Ink(.textDim))) { line, figure in
            line.append(SafeText("\(figure.name) "), Ink(.textDim))
            line.append(SafeText(figure.value + (figure.share.map { " (\($0))" } ?? "") + "  "), Ink(.text))
        }
    }

    private func reviewed(_ room: Room) -> Line {
        let back = state.keymap.name(of: .screen(.review))
        return Line([
            Span(
                SafeText("new to review since you left: \(live.news.withCommas)"), live.news > 0 ? .textStrong : .text),
            Span(
                pen.line(
                    "   (\(room == .wide ? "the queue does not move under your cursor; " : "")\(back) goes to it)"),
                .textDim),
        ])
    }
}

/// How much can be said in a row.
private enum Room {
    case tiny, narrow, wide

    init(_ width: Int) {
        self = width < 70 ? .tiny : width < 100 ? .narrow : .wide
    }

    var barColumns: Int {
        switch self {
        case .tiny: 8
        case .narrow: 16
        case .wide: 32
        }
    }
}

extension Double {
    /// Samples a minute, or an hour where that is less than one.
    fileprivate var perTime: String { self < 1 ? "\((self * 60).withOneDecimal)/h" : "\(withOneDecimal)/min" }
}

extension Duration {
    /// `40 s`, `3 min`.
    fileprivate var whole: String {
        components.seconds < 120 ? "\(components.seconds) s" : "\(components.seconds / 60) min"
    }
}
