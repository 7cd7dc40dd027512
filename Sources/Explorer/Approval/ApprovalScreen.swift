import Canvas
import DisplaySafety
import Engine

extension ApprovalState {
    /// Draws everything, each row exactly as wide as the size; pure.
    package func frame(in size: Size, glyphs: GlyphSet) -> Frame {
        var state = self
        state.size = size
        var frame = Frame(size: size)
        ApprovalScreen(state: state, pen: Pen(glyphs)).draw(on: &frame)
        return frame
    }
}

/// The command that is started, the tools, and the one under the cursor in full.
struct ApprovalScreen {
    let state: ApprovalState
    let pen: Pen

    func draw(on frame: inout Frame) {
        guard Arrangement(for: state.size) != .refused else { return drawRefusal(on: &frame) }
        let layout = state.layout
        drawTitle(in: layout.title, on: &frame)
        drawBody(layout, on: &frame)
        drawStatus(in: layout.status, on: &frame)
        drawBottom(in: layout.hints, on: &frame)
        let notice = state.notice.map { Notice(text: $0, severity: .info, since: nil) }
        NoticeLine(notice: notice, pen: pen).draw(over: layout.body, on: &frame)
        switch state.layer {
        case .confirming: ApprovalConfirmation(state: state, pen: pen).draw(on: &frame)
        case .leaving: LeavingQuestion(state: state, pen: pen).draw(on: &frame)
        case .reading, .command, .help, .filtering, .patterning, nil: return
        }
    }

    private func drawTitle(in rect: Rect, on frame: inout Frame) {
        frame.fill(rect, ink: Ink(.header))
        var left = Line(" TOOLGRAD ", Ink(.header, emphasis: .bold))
        left.append(pen.line(" approve tools of \(which)\(state.subject.source)"), Ink(.header))
        let kinds = ["new", "changed", "gone"].compactMap { word -> String? in
            let count = state.items.count { $0.state.word == word }
            return count > 0 ? "\(count) \(word)" : nil
        }
        let right = Line(SafeText((kinds.isEmpty ? "nothing new" : kinds.joined(separator: "  ")) + " "), Ink(.header))
        frame.draw(PaneRow(left, right: right), at: rect.origin, columns: rect.columns, pen: pen)
    }

    /// `server 1 of 3: `, before the name, which may be long.
    private var which: String {
        guard let place = state.subject.place, place.count > 1 else { return "" }
        return "server \(place.number) of \(place.count): "
    }

    private func drawBody(_ layout: ApprovalLayout, on frame: inout Frame) {
        switch state.layer {
        case .reading: drawDetail(in: layout.body, .focused, on: &frame)
        case .command(let scroll):
            let heading = ApprovalHeading(subject: state.subject, pen: pen)
            page("The command", heading.rows(width: layout.body.columns - 4), scroll, in: layout.body, on: &frame)
        case .help(let scroll):
            let help = ApprovalHelp(pen: pen)
            page("Help", help.rows(width: layout.body.columns - 4), scroll, in: layout.body, on: &frame)
        case .filtering, .patterning, .confirming, .leaving, nil:
            drawHeading(in: layout.heading, on: &frame)
            drawDetail(in: layout.detail, .unfocused, on: &frame)
            ToolListPane(state: state, pen: pen).draw(in: layout.list, on: &frame)
        }
    }

    private func drawHeading(in rect: Rect, on frame: inout Frame) {
        let inner = rect.inset(rows: 0, columns: 1)
        let rows = ApprovalHeading(subject: state.subject, pen: pen).rows(width: inner.columns)
        let isCut = rows.count > inner.rows
        for (row, place) in zip(isCut ? rows.dropLast(rows.count - inner.rows + 1) : rows[...], inner.rowRange) {
            frame.draw(row, at: Position(row: place, column: inner.column), columns: inner.columns, pen: pen)
        }
        guard isCut, let last = inner.rowRange.last else { return }
        let rest = Line(SafeText("\(rows.count - inner.rows + 1) rows more: c shows all"), Ink(.lintWarn))
        frame.draw(rest, at: Position(row: last, column: inner.column), columns: inner.columns)
    }

    private func drawDetail(in rect: Rect, _ focus: Focus, on frame: inout Frame) {
        guard let item = state.selected else { return frame.box(rect, title: "", focus: focus, glyphs: pen.glyphs) }
        let detail = ToolDetail(item, in: state, pen: pen)
        page(
            detail.title, detail.rows(width: rect.columns - 4), state.scroll, in: rect, focus, on: &frame)
    }

    private func page(
        _ title: SafeText, _ rows: [PaneRow], _ scroll: Int, in rect: Rect, _ focus: Focus = .focused,
        on frame: inout Frame
    ) {
        PaneBox(title: title, rows: rows, cursor: nil, scroll: scroll, focus: focus).draw(
            in: rect, on: &frame, pen: pen)
    }
}

extension ApprovalScreen {
    private func drawStatus(in rect: Rect, on frame: inout Frame) {
        frame.fill(rect, ink: Ink(.status, on: .surface))
        var line = mode
        let counts = state.counts
        line.append(pen.line(" classified: \(counts.words) "), Ink(.status, on: .surface))
        if counts.unclassified > 0 {
            line.append(SafeText(" \(counts.unclassified) not yet "), Ink(.lintWarn, on: .surface))
        }
        let marked = state.marked.count
        if marked > 0 { line.append(SafeText(" marked \(marked) "), Ink(.listMarked, on: .surface)) }
        frame.draw(line.truncated(to: rect.columns, ellipsis: pen[.ellipsis]), at: rect.origin)
    }

    private var mode: Line {
        switch state.layer {
        case .filtering: Line(" FILTER ", Ink(.modeFilter))
        case .patterning: Line(" INSERT ", Ink(.modeInsert))
        case .confirming, .leaving, .help, .command: Line(" DIALOG ", Ink(.modeNormal))
        case .reading: Line(" TOOL ", Ink(.modeNormal))
        case nil: state.anchor == nil ? Line(" APPROVE ", Ink(.modeNormal)) : Line(" RANGE ", Ink(.modeFilter))
        }
    }

    /// What is typed, or the keys.
    private func drawBottom(in rect: Rect, on frame: inout Frame) {
        guard let last = rect.rowRange.last else { return }
        let row = Rect(row: last, column: 0, rows: 1, columns: rect.columns)
        switch state.layer {
        case .filtering(let field, _):
            draw("/", field, Line("enter keeps  esc never mind", Ink(.textDim)), in: row, on: &frame)
        case .patterning(let field, let complaint):
            let aside = complaint.map { Line(pen.line($0), Ink(.inputError)) }
            draw(":", field, aside ?? Line(pen.line(preview(of: field)), Ink(.textDim)), in: row, on: &frame)
        case .help, .command: hints([("j/k", "scroll"), ("any other key", "closes")], in: rect, on: &frame)
        case .reading:
            hints(
                [("j/k", "scroll"), ("r w d o", "classify, next"), ("n/p", "next, previous"), ("esc", "back")],
                in: rect, on: &frame)
        case .confirming, .leaving: return
        case nil: drawKeys(in: rect, on: &frame)
        }
    }

    /// How many tools the line would classify.
    private func preview(of field: TextField) -> String {
        guard let line = try? PatternLine(parsing: field.text) else {
            return "get_* list_* read   or write, destructive, off"
        }
        let count = state.items.count { $0.isThere && line.matches($0.tool.name) }
        return "\(count) would be \(line.classification.word)"
    }

    private func draw(_ prompt: SafeText, _ field: TextField, _ aside: Line, in rect: Rect, on frame: inout Frame) {
        let right = aside.truncated(to: rect.columns * 3 / 4, ellipsis: pen[.ellipsis])
        let room = max(1, rect.columns - prompt.width - right.width - 2)
        let head = pen.line(field.head)
        let hidden = max(0, head.width - room + 1)
        let text = pen.line(field.text).dropping(width: hidden).prefix(width: room)
        let line = Line([Span(prompt, .modeInsert), Span(text, .input)])
        frame.draw(PaneRow(line, right: right), at: rect.origin, columns: rect.columns, pen: pen)
        frame.cursor = Position(
            row: rect.row, column: min(rect.columns - 1, prompt.width + head.dropping(width: hidden).width))
    }

    private func drawKeys(in rect: Rect, on frame: inout Frame) {
        let keys = ApprovalKey.all.compactMap { key in
            key.label.map { (SafeText(key.keys.first?.name ?? ""), SafeText($0)) }
        }
        let always = Line.hints([("q", "leave"), ("?", "help")], width: rect.columns).reduce(Line(), +)
        let lines = Line.hints(
            keys.filter { !["leave", "help"].contains($0.1) }, width: rect.columns - always.width - 7)
        for (line, row) in zip(lines, rect.rowRange) {
            let isLast = row == rect.rowRange.last
            let right = isLast ? (lines.count > rect.rows ? Line("more  ", Ink(.hintText)) : Line()) + always : Line()
            frame.draw(
                PaneRow(Line(" ") + line, right: right), at: Position(row: row, column: 0), columns: rect.columns,
                pen: pen)
        }
    }

    private func hints(_ hints: [(SafeText, SafeText)], in rect: Rect, on frame: inout Frame) {
        frame.draw(Line.hints(hints, width: rect.columns - 2).map { Line(" ") + $0 }, in: rect)
    }

    private func drawRefusal(on frame: inout Frame) {
        let (size, need) = (state.size, Arrangement.smallest)
        let lines = [
            "", "Terminal is \(size.columns)x\(size.rows). This needs at least \(need.columns)x\(need.rows).", "",
            "Nothing is approved yet.", "Enlarge the window, or press q to leave.",
        ]
        for (row, text) in lines.enumerated() where row < size.rows {
            let text = pen.line(text).truncated(to: size.columns - 1, ellipsis: pen[.ellipsis])
            frame.draw(text, at: Position(row: row, column: 1))
        }
        if size.columns > 0, size.rows > 0 { frame.cursor = Position(row: 0, column: 0) }
    }
}
