import Canvas
import DisplaySafety
import Engine

/// What happened that is worth a line, the newest at the bottom.
struct EventsPane {
    let state: ExplorerState
    let pen: Pen

    private var live: LiveState { state.live }
    private var isFocused: Bool { live.pane == .events }

    private var title: SafeText {
        let filter =
            switch live.filter {
            case .all: "all"
            case .warnings: "warn+"
            }
        return pen.line("Events  filter: \(filter)    \(state.keymap.name(of: .live(.filter))) \(other)")
    }

    private var other: String {
        switch live.filter {
        case .all: "only warnings"
        case .warnings: "show all"
        }
    }

    /// Only the lines in sight become rows.
    func box(in rect: Rect) -> PaneBox {
        let lines = live.lines
        let height = max(1, rect.rows - 2)
        let cursor = live.line.flatMap { number in lines.firstIndex { $0.number == number } }
        let end =
            cursor.map { min(lines.endIndex, max($0 + height / 2 + 1, lines.startIndex + height)) } ?? lines.endIndex
        let shown = lines[max(lines.startIndex, end - height)..<end]
        var box = PaneBox(
            title: title, rows: shown.map(row(for:)), cursor: isFocused ? cursorItem : nil, scroll: 0,
            focus: isFocused ? .focused : .unfocused)
        if shown.isEmpty { box = empty(box) }
        if lines.count > height, let first = shown.first, let last = shown.last {
            let before = lines.prefix { $0.number < first.number }.count
            let upTo = lines.prefix { $0.number <= last.number }.count
            box.note = "\(before + 1)-\(upTo) of \(lines.count)"
        }
        return box
    }

    private var cursorItem: PaneItem? { (live.line ?? live.lines.last?.number).map { .row($0) } }

    private func empty(_ box: PaneBox) -> PaneBox {
        let text: SafeText = live.filter == .warnings ? "No warning so far." : "Nothing happened yet."
        return PaneBox(title: box.title, rows: [PaneRow(text, .textDim)], cursor: nil, scroll: 0, focus: box.focus)
    }

    private func row(for entry: LiveLog.Entry) -> PaneRow {
        let time = entry.time.timeOfDay(offset: state.utcOffset)
        return PaneRow(
            Line([
                Span(SafeText("\(time) "), .textDim),
                Span(SafeText(entry.severity.word).padded(to: 5), entry.severity.role),
                Span(pen.line(state.name(of: entry.sample)) + " ", .chainId), Span(pen.line(entry.text), .text),
            ]), item: .row(entry.number))
    }
}

extension LiveLog.Severity {
    fileprivate var role: Role {
        switch self {
        case .info: .lintInfo
        case .warning: .lintWarn
        case .error: .lintError
        }
    }
}
