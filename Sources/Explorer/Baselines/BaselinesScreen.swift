import Canvas
import DisplaySafety
import Engine
import Evaluation
import Review

/// The screen Baselines: items that were answered query first, each with the tree in which its answer was searched.
struct BaselinesScreen: ScreenBody {
    let state: ExplorerState
    let pen: Pen

    private var baselines: BaselinesState { state.baselines }
    private var count: Int { baselines.rows.count }

    var pending: PendingReading { baselines.pending }

    var status: [String] {
        guard let study = baselines.study else { return [] }
        let place = count == 0 ? [] : ["\((baselines.row + 1).withCommas)/\(count.withCommas)"]
        return [study.name] + place + study.facts + [
            "began \(study.began.dayAndTime(offset: state.utcOffset))"
        ]
    }

    var hints: [Hint] {
        ownHints + [
            Hint(.baselines(.nextItem), .baselines(.previousItem), label: "item"), Hint(.inspect),
        ] + (count == 0 ? [] : [Hint(.nextPane)]) + [
            Hint(.baselines(.previousStudy), .baselines(.nextStudy), label: "baseline"),
            Hint(.baselines(.refresh)), Hint(.closeLayer, label: "back"), Hint(.palette), Hint(.quit),
        ]
    }

    /// What is done in the pane with the keys; nothing where there is no item.
    private var ownHints: [Hint] {
        guard count > 0 else { return [] }
        return switch baselines.pane {
        case .items: [Hint(.down, .up, label: "item"), Hint(.open, label: "tree")]
        case .tree:
            [
                Hint(.down, .up, label: "node"), Hint(.fold, .unfold, label: "fold"),
                Hint(.open, label: "read in full"),
                Hint(.baselines(.nextEnd), .baselines(.previousEnd), label: "end"),
            ]
        }
    }

    func draw(in rect: Rect, on frame: inout Frame) {
        let layout = BaselinesLayout(rect, showing: baselines.pane)
        guard baselines.study != nil else {
            return box("Baselines", emptiness.map { PaneRow(pen.line($0), .textDim) }, .focused)
                .draw(in: rect, on: &frame, pen: pen)
        }
        if let tabs = layout.tabs { frame.draw(tabLine, at: tabs.origin, columns: tabs.columns) }
        if let list = layout.list { drawList(in: list, on: &frame) }
        if let heading = layout.heading { drawHeading(in: heading, on: &frame) }
        if let tree = layout.tree { drawTree(in: tree, hasHeading: layout.heading != nil, on: &frame) }
        if let node = layout.node { drawNode(in: node, on: &frame) }
    }

    private func box(_ title: String, _ rows: [PaneRow], _ focus: Focus) -> PaneBox {
        PaneBox(title: pen.line(title), rows: rows, cursor: nil, scroll: 0, focus: focus)
    }

    private func focus(_ pane: BaselinesState.Pane) -> Focus { baselines.pane == pane ? .focused : .unfocused }

    private var tabLine: Line {
        BaselinesState.Pane.allCases.reduce(into: Line(" ")) { line, pane in
            let isShown = pane == baselines.pane
            line.append(SafeText(isShown ? "[\(pane.title)]" : " \(pane.title) "), Ink(isShown ? .tabActive : .tab))
            line.append(" ")
        }
    }

    /// What there is to say where no baseline is stored, or none is known yet.
    private var emptiness: [String] {
        guard baselines.studies == nil else {
            return [
                "This dataset has no query-first baseline yet.", "One is made by:",
                "toolgrad baseline --model NAME --dataset \(state.dataset).toolgrad",
                "It writes queries before anything is called, then searches their answers.",
                "The model rules is built in and asks nobody.",
            ]
        }
        return baselines.problem.map { state.words(onReading: "baselines", failed: $0) } ?? ["Reading the baselines."]
    }
}

extension BaselinesScreen {
    private func drawList(in rect: Rect, on frame: inout Frame) {
        let window = ListWindow(of: count, around: baselines.row, height: rect.rows - 2)
        PaneBox(
            title: listTitle, rows: count == 0 ? [waiting] : window.range.map { row($0, width: rect.columns - 4) },
            cursor: .row(baselines.row),
            scroll: 0, focus: focus(.items), note: window.note
        ).draw(in: rect, on: &frame, pen: pen)
    }

    private var waiting: PaneRow { PaneRow(pen.line(state.words(onNoRowsOf: baselines.rows)), .textDim) }

    private var listTitle: SafeText {
        let studies = baselines.studies ?? []
        let place = studies.count > 1 ? " \(baselines.number)/\(studies.count)" : ""
        let items = baselines.rows.indices?.count ?? baselines.study?.items ?? 0
        return pen.line("Baseline\(place)   \(baselines.study?.name ?? "")   \(items.ofItems)")
    }

    /// From this width on the method is told of each item; the tree has it anyway.
    private static let roomForMethod = 70

    private func row(_ place: Int, width: Int) -> PaneRow {
        let isSelected = place == baselines.row
        var line = Line((isSelected ? pen[.listSelected] : " ") + " ", Ink(.textStrong))
        line.append(aligned("\(baselines.rows.index(at: place) ?? 0)", indexWidth) + " ", Ink(.listRow))
        switch baselines.rows[place] {
        case nil: line.append(pen[.ellipsis], Ink(.textDim))
        case .unreadable(_, let text):
            line.append(pen[.lintError] + SafeText(" "), Ink(.lintError))
            line.append(pen.line(text), Ink(.lintError))
        case .item(let item):
            let method = SafeText(item.method.rawValue).padded(to: 6)
            if width >= Self.roomForMethod { line.append(method, Ink(.textDim)) }
            let sign = pen[item.ending.glyph].padded(to: pen.glyphs.width(of: ListedBaselineItem.Ending.glyphs) + 1)
            line.append(sign + SafeText(item.ending.word).padded(to: 15), Ink(item.ending.role))
            line.append(aligned("\(item.queries)q", 4) + aligned("\(item.steps)st", 5) + "  ", Ink(.listCount))
            line.append(pen.line(item.query), Ink(.listRow))
        }
        return PaneRow(line, item: .row(place))
    }

    private var indexWidth: Int { max(4, "\(baselines.rows.indices?.last ?? 0)".count) }

    private func aligned(_ text: String, _ width: Int) -> SafeText {
        SafeText(String(repeating: " ", count: max(0, width - text.count)) + text)
    }
}

extension BaselinesScreen {
    private var missing: PaneRow {
        if case .unreadable(_, let text)? = baselines.selected { return PaneRow(pen.line(text), .lintError) }
        return PaneRow(count == 0 ? "There is no item." : "The tree is being read.", .textDim)
    }

    private func drawHeading(in rect: Rect, on frame: inout Frame) {
        guard let open = baselines.shown else {
            return box("Item", [missing], .unfocused).draw(in: rect, on: &frame, pen: pen)
        }
        let query = Line(pen.paragraph(open.sample.instruction.query), Ink(.text)).wrapped(to: rect.columns - 4)
        var rows = query.prefix(max(1, rect.rows - 3)).map { PaneRow($0) }
        if query.count > rows.count, let last = rows.popLast() {
            let cut = last.left + Line(pen[.ellipsis], Ink(.text))
            rows.append(PaneRow(cut.truncated(to: rect.columns - 4, ellipsis: pen[.ellipsis])))
        }
        PaneBox(
            title: pen.line(title(of: open.sample)), rows: rows, cursor: nil, scroll: 0, focus: .unfocused,
            footer: [PaneRow(pen.line(figures(of: open).joined(separator: "  ")), .textDim)]
        ).draw(in: rect, on: &frame, pen: pen)
    }

    private func title(of sample: BaselineSample) -> String {
        let ending = ListedBaselineItem.Ending(sample.result.ending)
        let verdict = sample.verdict.map { "   judged \($0.rawValue)" } ?? ""
        return "Item \(sample.index)   \(sample.method.rawValue)   \(ending.word)\(verdict)"
    }

    /// What matters least comes last: there it is cut.
    private func figures(of open: OpenBaseline) -> [String] {
        let (outline, result) = (open.outline, open.sample.result)
        return [
            "nodes \(outline.nodes.count.withCommas)", "questions \(result.queries.withCommas)",
            "tool calls \(open.sample.spending.toolCalls.withCommas)", "steps \(result.steps.count)",
            open.sample.spending.cost.map { "cost \($0)" } ?? "cost unknown", "depth \(outline.deepest)",
            "ends \(outline.ends)",
        ]
    }

    private func drawTree(in rect: Rect, hasHeading: Bool, on frame: inout Frame) {
        guard let open = baselines.shown else {
            return box("Tree", hasHeading ? [] : [missing], focus(.tree)).draw(in: rect, on: &frame, pen: pen)
        }
        let window = ListWindow(of: open.visible.count, around: open.row, height: rect.rows - 2)
        let title =
            hasHeading
            ? "Tree" : "\(title(of: open.sample))   " + figures(of: open).prefix(3).joined(separator: "  ")
        PaneBox(
            title: pen.line(title).truncated(to: rect.columns - 6, ellipsis: pen[.ellipsis]),
            rows: AnswerTreeRows(open: open, pen: pen).rows(window.range, width: rect.columns - 4),
            cursor: .row(open.row), scroll: 0, focus: focus(.tree), note: window.note
        ).draw(in: rect, on: &frame, pen: pen)
    }

    private func drawNode(in rect: Rect, on frame: inout Frame) {
        guard let open = baselines.shown else {
            return box("Node", [], .unfocused).draw(in: rect, on: &frame, pen: pen)
        }
        let rows = AnswerTreeRows(open: open, pen: pen).details(width: rect.columns - 4, height: rect.rows - 2)
        let key = state.keymap.name(of: .inspect)
        PaneBox(
            title: SafeText(nodeTitle(of: open.node)), rows: rows, cursor: nil, scroll: 0, focus: .unfocused,
            note: "\(key) all of it"
        ).draw(in: rect, on: &frame, pen: pen)
    }

    private func nodeTitle(of node: AnswerOutline.Node) -> String {
        (["Node \(node.number)", node.kind.word, "depth \(node.depth)"] + node.marks.map(\.word))
            .joined(separator: "   ")
    }
}

extension BaselinesScreen {
    /// Items that are read out around the one under the cursor.
    private static let spokenItems = 20
    private static let spokenWidth = 400

    var lines: [String] {
        guard let study = baselines.study else { return emptiness.map(said) }
        guard count > 0 else { return [waiting.left.text.plain] }
        switch baselines.pane {
        case .items:
            let window = ListWindow(of: count, around: baselines.row, height: Self.spokenItems)
            let note = window.note.isEmpty ? "" : ", told of \(window.note)"
            return [said("Baseline \(study.name): \(count.ofItems)\(note).")]
                + window.range.map { said(words(onItemAt: $0)) } + heading
        case .tree: return heading + tree
        }
    }

    var place: [String] {
        switch baselines.pane {
        case .items: count == 0 ? emptiness.map(said) : [said(words(onItemAt: baselines.row))]
        case .tree: baselines.shown.map { node(of: $0) } ?? [missing.left.text.plain]
        }
    }

    private func words(onItemAt place: Int) -> String {
        switch baselines.rows[place] {
        case nil: "Item \(baselines.rows.index(at: place) ?? 0) is being read."
        case .unreadable(let index, let text): "Item \(index): \(text)"
        case .item(let item):
            "Item \(item.index), \(item.method.rawValue), \(item.ending.word), "
                + "\(item.queries) question\(item.queries == 1 ? "" : "s"), "
                + "\(item.steps) step\(item.steps == 1 ? "" : "s"): \(item.query)"
        }
    }

    private var heading: [String] {
        guard let open = baselines.shown else { return [missing.left.text.plain] }
        let figures = figures(of: open).joined(separator: ", ")
        return [title(of: open.sample) + ":", open.sample.instruction.query, "Search: \(figures)."].map(said)
    }

    /// Every node that is to be seen, with its depth, since indenting is not heard.
    private var tree: [String] {
        guard let open = baselines.shown else { return [] }
        let rows = AnswerTreeRows(open: open, pen: pen).rows(open.visible.indices, width: Self.spokenWidth)
        return zip(open.visible, rows).map { place, row in
            let node = open.outline.nodes[place]
            return said("Depth \(node.depth), node \(node.number), \(node.kind.word): ") + text(of: row)
        }
    }

    private func text(of row: PaneRow) -> String {
        let text = row.left.spans.dropFirst(3).map(\.text.plain).joined()
        return [text, row.right.text.plain].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private func node(of open: OpenBaseline) -> [String] {
        let details = AnswerTreeRows(open: open, pen: pen).details(width: Self.spokenWidth, height: Self.spokenItems)
        return [said(nodeTitle(of: open.node).replacing("   ", with: ", ") + ":")] + details.map(\.left.text.plain)
    }

    private func said(_ text: String) -> String { pen.line(text).plain }
}
