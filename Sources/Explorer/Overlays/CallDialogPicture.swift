import Canvas
import DisplaySafety
import Engine

/// The call that asks for permission: whose it is, what it may do, and its arguments to the last character.
struct CallDialogPicture {
    let dialog: CallDialog
    /// What the sample is called; nil for a call by hand.
    let sample: String?
    /// Questions behind this one.
    let waiting: Int
    let hearing: Hearing
    let pen: Pen

    private static let widest = 100

    /// Where the parts are.
    private struct Layout {
        let box: Rect
        let facts: Rect
        let heading: Rect
        let arguments: Rect
        let keys: Rect

        /// The arguments always have three rows.
        init(_ size: Size, facts: Int, arguments: Int, keys: Int) {
            let space = Rect(row: 1, column: 0, rows: size.rows - 4, columns: size.columns)
            let rows = min(space.rows, 2 + facts + 1 + max(3, arguments) + keys)
            box = space.centred(Size(columns: min(CallDialogPicture.widest, size.columns), rows: rows))
            let inner = box.inset(rows: 1, columns: 2)
            let room = max(1, inner.rows - 1 - 3 - keys)
            let parts = inner.split(rows: [.cells(min(facts, room)), .cells(1), .weight(1), .cells(keys)])
            (self.facts, heading, self.arguments, self.keys) = (parts[0], parts[1], parts[2], parts[3])
        }
    }

    func draw(on frame: inout Frame) {
        let layout = layout(in: frame.size)
        let room = Inspector.Room(filling: layout.arguments, pen)
        var page = dialog.page
        page.settle(in: room)
        frame.box(
            layout.box, title: title, note: SafeText(waiting > 0 ? "\(waiting) more wait" : ""), focus: .focused,
            glyphs: pen.glyphs, surface: .surface)
        frame.draw(facts(Size(columns: layout.facts.columns, rows: frame.size.rows)), in: layout.facts)
        frame.draw([heading(in: room)], in: layout.heading)
        frame.draw(page.lines(.jsonString, marking: nil, in: room), in: layout.arguments)
        frame.draw(keys(width: layout.keys.columns), in: layout.keys)
        frame.lay(.surface, under: layout.box.inset())
        frame.cursor = layout.arguments.origin
    }

    /// The rows and columns that the arguments have on a screen.
    func room(in size: Size) -> Inspector.Room {
        Inspector.Room(filling: layout(in: size).arguments, pen)
    }

    private func layout(in size: Size) -> Layout {
        let width = min(Self.widest, size.columns) - 4
        let full = Rect(row: 0, column: 0, rows: size.rows, columns: width)
        return Layout(
            size, facts: facts(full.size).count,
            arguments: dialog.page.wholePlaces(in: Inspector.Room(filling: full, pen)), keys: keys(width: width).count)
    }

    private var request: ApprovalRequest { dialog.question.request }

    private var title: SafeText { "Allow this call?" }

    /// However long its name is, what the tool may do stays in sight below it.
    private func facts(_ size: Size) -> [Line] {
        let (width, nameRows) = (size.columns, size.rows >= 24 ? 2 : 1)
        let tool = pen.line(request.tool.name.text).truncated(to: nameRows * (width - 2), ellipsis: pen[.ellipsis])
        let name = Line([
            Span(tool, .stepTool), Span("  of ", .textDim),
            Span(pen.line(request.source), .textStrong),
            Span("  for ", .textDim), Span(pen.line(sample ?? "a call by hand"), .text),
        ])
        let hidden =
            dialog.hidesCharacters
            ? Line(pen[.lintError] + " the arguments hold characters that are not visible", Ink(.lintError)) : nil
        // Indented from its second row on, so that no part of a name can pass for what is said of the tool.
        let names = name.wrapped(to: width - 2).enumerated().map { $0 == 0 ? $1 : Line("  ") + $1 }
        return names
            + [EffectsMark(request.tool.effects, pen: pen).sentence, hidden, saying(width)]
            .compactMap(\.self)
    }

    /// What the source says of its tool, as far as one row goes.
    private func saying(_ width: Int) -> Line? {
        guard !request.tool.description.isEmpty else { return nil }
        let text = Line([
            Span("it says: ", .textDim), Span(pen.line(request.tool.description), .textDim),
        ])
        return text.truncated(to: width, ellipsis: pen[.ellipsis])
    }

    private func heading(in room: Inspector.Room) -> Line {
        var line = Line("Arguments", Ink(.diffHeader))
        if !dialog.showsEnd(in: room) { line.append("   they go on below", Ink(.lintWarn)) }
        return line
    }

    private func keys(width: Int) -> [Line] {
        let tool = pen.line(request.tool.name.text).truncated(to: 24, ellipsis: pen[.ellipsis])
        var hints: [(key: SafeText, does: SafeText)] = [("y", "allow once")]
        if dialog.mayStand { hints.append(("Y", "allow " + tool + " until you quit")) }
        hints += [("n", "deny, as do q enter esc"), ("j/k g/G", "scroll"), ("ctrl-c", "quit")]
        return AnswerKeys(
            hearing: hearing, missed: dialog.missed, complaint: dialog.complaint, hints: hints, pen: pen
        ).lines(width: width)
    }
}

extension TextPage {
    /// The rows that all of it would fill, as far as they fit.
    fileprivate func wholePlaces(in room: Inspector.Room) -> Int {
        var page = self
        page.goToStart()
        return page.places(in: room).count
    }
}

extension Inspector.Room {
    /// All of a part of the screen.
    init(filling rect: Rect, _ pen: Pen) {
        self.init(in: Size(columns: rect.columns + 4, rows: rect.rows + 5), pen)
    }
}

extension Line {
    /// Keys and what they do, in as many lines as they need.
    static func hints(_ hints: [(key: SafeText, does: SafeText)], width: Int) -> [Line] {
        let gap = Line("  ")
        return hints.reduce(into: [Line()]) { lines, hint in
            let new = Line([Span(hint.key, .hintKey), Span(" " + hint.does, .hintText)])
            let last = lines[lines.count - 1]
            if last.spans.isEmpty {
                lines[lines.count - 1] = new
            } else if last.width + gap.width + new.width <= width {
                lines[lines.count - 1] = last + gap + new
            } else {
                lines.append(new)
            }
        }
    }
}
