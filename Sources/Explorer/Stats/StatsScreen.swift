import Canvas
import DisplaySafety
import Engine
import Review

/// The screen Stats: figures, each with the samples behind it.
struct StatsScreen: ScreenBody {
    let state: ExplorerState
    let pen: Pen

    private var stats: StatsState { state.stats }

    var status: [String] {
        let filter = stats.filter == .everything ? "all" : stats.filter.text
        let read = stats.readAt.map { "counted \($0.timeOfDay(offset: state.utcOffset))" }
        let count = stats.page?[.samples].map { "n \($0.valueText)" }
        let interval = stats.interval.title(offset: state.utcOffset)
        return [count, "filter: \(filter)", "interval: \(interval)", stats.isReading ? "counting" : read].compactMap(
            \.self)
    }

    var hints: [Hint] {
        ownHints + [
            Hint(.nextPane), Hint(.stats(.interval)), Hint(.stats(.propose)), Hint(.stats(.write)),
            Hint(.stats(.refresh)),
            Hint(.screen(.review)), Hint(.palette), Hint(.quit),
        ]
    }

    /// What is done with the figure under the cursor; nothing where there is none.
    private var ownHints: [Hint] {
        guard stats.pane != .agreement else {
            return stats.agreement == nil ? [] : [Hint(.down, .up, label: "figure"), Hint(.open, label: "settle them")]
        }
        return stats.figure == nil ? [] : [Hint(.down, .up, label: "figure"), Hint(.open, label: "show its samples")]
    }

    func draw(in rect: Rect, on frame: inout Frame) {
        let layout = StatsLayout(rect, showing: stats.pane)
        drawTabs(in: layout.tabs, on: &frame)
        for (pane, place) in layout.panes {
            PaneBox(
                title: pen.line(pane.title), rows: rows(of: pane, width: place.columns - 4),
                cursor: .row(stats[pane]), scroll: 0, focus: pane == stats.pane ? .focused : .unfocused
            ).draw(in: place, on: &frame, pen: pen)
        }
        drawMeaning(in: layout.meaning, on: &frame)
    }

    /// A definition is read in full; what Enter shows is cut where its filter is longer than the room for it.
    private func drawMeaning(in rect: Rect, on frame: inout Frame) {
        let width = rect.columns - 2
        let lines = meaning.flatMap { $0.wrapped(to: width) }
        let shown = lines.prefix(rect.rows).enumerated().map { row, line in
            guard row == rect.rows - 1, lines.count > rect.rows else { return line }
            return (line + Line(pen[.ellipsis], Ink(.textDim))).truncated(to: width, ellipsis: pen[.ellipsis])
        }
        frame.draw(shown.map { Line(" ") + $0 }, in: rect)
    }

    private func drawTabs(in rect: Rect, on frame: inout Frame) {
        guard rect.rows > 0 else { return }
        var line = Line(" ")
        for pane in StatsPane.allCases {
            let isShown = pane == stats.pane
            line.append(SafeText(isShown ? "[\(pane.tab)]" : " \(pane.tab) "), Ink(isShown ? .tabActive : .tab))
        }
        frame.draw(line, at: rect.origin, columns: rect.columns)
    }

    func rows(of pane: StatsPane, width: Int) -> [PaneRow] {
        guard let page = stats.page else { return [PaneRow("The samples are being counted.", .textDim)] }
        guard let section = pane.section else { return AgreementRows(summary: stats.agreement, pen: pen).rows }
        return StatsRows(page: page, pen: pen).rows(of: section, width: width)
    }

    /// What the figure under the cursor means, and what Enter does with it.
    private var meaning: [Line] {
        guard stats.pane != .agreement else {
            let advice = "Kappa is low when one answer is much commoner: read it with AC1 and the raw agreement."
            return [Line(pen.line(advice), Ink(.textDim))] + (stats.agreement == nil ? [] : [opening("settles them")])
        }
        guard let figure = stats.figure else { return [] }
        let definition = Line(pen.line(figure.term.definition), Ink(.text))
        switch figure.samples {
        case .shown(let filter, let count):
            let samples = "\(count) sample\(count == 1 ? "" : "s")"
            return [definition, opening("shows \(samples): \(filter == .everything ? "all" : filter.text)")]
        case .hidden(let reason): return [definition, Line(pen.line(reason), Ink(.textDim))]
        }
    }

    private func opening(_ what: String) -> Line {
        Line([Span(pen.line(state.keymap.name(of: .open)), .hintKey), Span(pen.line(" " + what), .textDim)])
    }
}

extension StatsScreen {
    /// Wide enough for names that are read out.
    private static let spokenWidth = 400

    var lines: [String] {
        let panes = StatsPane.allCases.flatMap { pane in
            ["\(pane.title):"] + rows(of: pane, width: Self.spokenWidth).map { "  " + $0.spoken }
        }
        return status.map { pen.line($0).plain } + (stats.page == nil ? ["The samples are being counted."] : panes)
    }

    var place: [String] {
        let rows = rows(of: stats.pane, width: Self.spokenWidth)
        let row = rows.first { $0.item == .row(stats[stats.pane]) } ?? rows.first
        return row.map { ["\(stats.pane.title): \($0.spoken)"] + meaning.map(\.text.plain) } ?? []
    }
}

extension PaneRow {
    /// The words of the row without bars and filling.
    fileprivate var spoken: String {
        let spans = left.spans.filter { ![.bar, .spark].contains($0.ink.role) } + right.spans
        return spans.map(\.text.plain).joined(separator: " ").split(separator: " ").joined(separator: " ")
    }
}
