import Canvas
import DisplaySafety
import Engine

/// An artefact over the whole screen: its facts, its rows, the place in it, and the keys.
struct InspectorPicture {
    let inspector: Inspector
    let pen: Pen

    func draw(on frame: inout Frame) {
        let room = Inspector.Room(in: frame.size, pen)
        var sheet = inspector.sheet
        sheet.settle(in: room)
        frame.box(
            frame.bounds, title: title(columns: frame.size.columns - 5), note: note(of: sheet), focus: .focused,
            glyphs: pen.glyphs)
        let inner = frame.bounds.inset(rows: 1, columns: 2)
        let parts = inner.split(rows: [.cells(1), .weight(1), .cells(1), .cells(1)])
        frame.draw(facts(of: sheet), at: parts[0].origin, columns: inner.columns, pen: pen)
        draw(sheet, in: parts[1], room, on: &frame)
        frame.draw(
            PaneRow(hints(for: sheet, columns: inner.columns)), at: parts[3].origin, columns: inner.columns, pen: pen)
        drawFooter(of: sheet, in: parts[2], on: &frame)
    }

    /// Whose it is, and what: where there is little room the name is cut, not what stands behind it.
    private func title(columns: Int) -> SafeText {
        let (title, count) = (inspector.artefact.title, inspector.artefacts.count)
        let place = SafeText(count > 1 ? "   \(inspector.index + 1)/\(count)" : "")
        guard let colon = title.lastIndex(of: ":") else { return pen.line(title) + place }
        let rest = pen.line(String(title[colon...])) + place
        let owner = pen.line(String(title[..<colon]))
        return owner.truncated(to: max(1, columns - rest.width), ellipsis: pen[.ellipsis]) + rest
    }

    private func note(of sheet: Inspector.Sheet) -> SafeText {
        if let tree = sheet.shownTree { return SafeText("\(tree.cursor + 1)/\(tree.outline.count)") }
        let page = sheet.shownText ?? sheet.raw
        return SafeText("line \(page.text.line(of: page.top.piece)) of \(page.text.lineCount)")
    }

    private func facts(of sheet: Inspector.Sheet) -> PaneRow {
        let facts = pen.line(inspector.artefact.facts.joined(separator: "   "))
        return PaneRow(Line(facts, Ink(.textDim)), right: Line(SafeText(sheet.form), Ink(.textDim)))
    }

    private func draw(_ sheet: Inspector.Sheet, in rect: Rect, _ room: Inspector.Room, on frame: inout Frame) {
        if case .keys(let scroll) = inspector.mode {
            frame.draw(InspectorKeys(pen: pen).lines(from: scroll, in: room), in: rect)
            frame.cursor = rect.origin
        } else if let tree = sheet.shownTree {
            draw(tree, marking: sheet.found?.needle, in: rect, room, on: &frame)
        } else {
            let page = sheet.shownText ?? sheet.raw
            let role: Role = sheet.passage == nil ? .text : .jsonString
            let needle = sheet.found?.needle
            frame.draw(page.lines(role, marking: needle, in: room), in: rect)
            frame.cursor = rect.origin
        }
    }

    private func draw(
        _ tree: TreePage, marking needle: Needle?, in rect: Rect, _ room: Inspector.Room, on frame: inout Frame
    ) {
        var lines: (element: Int, rows: [Line]) = (-1, [])
        for (place, row) in zip(tree.places(in: room), rect.rowRange) {
            if lines.element != place.element {
                lines = (place.element, tree.lines(of: place.element, marking: needle, in: room))
            }
            let position = Position(row: row, column: rect.column)
            if lines.rows.indices.contains(place.row) {
                frame.draw(lines.rows[place.row], at: position, columns: rect.columns)
            }
            guard place.element == tree.cursor else { continue }
            frame.lay(.listSelected, under: Rect(row: row, column: rect.column, rows: 1, columns: rect.columns))
            if frame.cursor == nil { frame.cursor = position }
        }
    }
}

extension InspectorPicture {
    private func drawFooter(of sheet: Inspector.Sheet, in rect: Rect, on frame: inout Frame) {
        guard case .searching(let field, _) = inspector.mode else {
            let row = PaneRow(path(in: sheet, columns: rect.columns * 2 / 3), right: matches(in: sheet))
            return frame.draw(row, at: rect.origin, columns: rect.columns, pen: pen)
        }
        let prompt: SafeText = "/"
        let head = pen.line(field.head)
        let matches = matches(in: sheet)
        let room = max(1, rect.columns - prompt.width - matches.width - 2)
        let hidden = max(0, head.width - room + 1)
        let text = pen.line(field.text).dropping(width: hidden).prefix(width: room)
        let line = Line([Span(prompt, .modeInsert), Span(text, .input)])
        frame.draw(PaneRow(line, right: matches), at: rect.origin, columns: rect.columns, pen: pen)
        frame.cursor = Position(row: rect.row, column: rect.column + prompt.width + head.dropping(width: hidden).width)
    }

    /// The path of the element under the cursor, its end where it is too long.
    private func path(in sheet: Inspector.Sheet, columns: Int) -> Line {
        guard let tree = sheet.tree, sheet.side == .tree else {
            return Line(pen.line(sheet.problem ?? ""), Ink(.lintWarn))
        }
        let text = tree.outline.path(of: tree.cursor).dollarText
        let end = SafeText(text.utf8.suffix(1024).drop { text.utf8.count > 1024 && $0 & 0xC0 == 0x80 })
        let safe = pen.drawsASCII ? end.ascii : end
        let hidden = safe.width - columns + pen[.ellipsis].width
        var line = Line(safe.width > columns ? pen[.ellipsis] + safe.dropping(width: hidden) : safe, Ink(.textStrong))
        if let (place, count) = tree.outline.duplicity(of: tree.cursor) {
            line.append(SafeText("   duplicate key \(place) of \(count)"), Ink(.lintWarn))
        }
        return line
    }

    private func matches(in sheet: Inspector.Sheet) -> Line {
        guard let found = sheet.found else { return Line() }
        if found.places.isEmpty { return Line("no match", Ink(.lintWarn)) }
        let place = sheet.placeAmongMatches.map { "\($0)/" } ?? ""
        let count = found.places.count
        return Line(SafeText("\(place)\(count) match\(count == 1 ? "" : "es")"), Ink(.listCount))
    }

    /// As many hints as fit whole; the last one stays.
    private func hints(for sheet: Inspector.Sheet, columns: Int) -> Line {
        let lines = hints(for: sheet).map { hint in
            Line([Span(SafeText(hint.key), .hintKey), Span(SafeText(" \(hint.does)"), .hintText)])
        }
        let last = lines.last ?? Line()
        let rest = lines.dropLast().reduce(into: Line()) { line, hint in
            if line.width + hint.width + 2 + last.width <= columns { line = line + hint + Line("  ") }
        }
        return rest + last
    }

    private func hints(for sheet: Inspector.Sheet) -> [(key: String, does: String)] {
        switch inspector.mode {
        case .searching: [("Enter", "keep"), ("Esc", "back")]
        case .copying: [("y", "value"), ("p", "path"), ("q", "jq"), ("k", "key"), ("a", "all"), ("Esc", "never mind")]
        case .going: [("g", "top"), ("Esc", "never mind")]
        case .keys: [("j/k", "more"), ("Esc", "back")]
        case .reading: Self.hints(for: sheet)
        }
    }

    private static func hints(for sheet: Inspector.Sheet) -> [(key: String, does: String)] {
        let own =
            sheet.shownTree == nil
            ? [("j/k", "scroll"), ("w", "wrap")] : [("j/k", "move"), ("h/l", "fold"), ("w", "full")]
        let turn = sheet.tree == nil || sheet.passage != nil ? [] : [("t", sheet.side == .tree ? "raw" : "tree")]
        return own + turn + [
            ("/", "find"), ("y", "copy"), ("?", "keys"), ("Esc", sheet.passage == nil ? "close" : "back"),
        ]
    }
}

extension Inspector.Sheet {
    /// What is shown, in a word or two.
    fileprivate var form: String {
        if shownTree != nil { return tree?.wraps == true ? "tree, full strings" : "tree" }
        let name = passage != nil ? "string" : tree == nil ? "text" : "raw"
        return (shownText ?? raw).wraps ? name : "\(name), unwrapped"
    }
}
