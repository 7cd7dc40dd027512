import Canvas
import DisplaySafety
import Review

/// The screen Adjudicate: what is judged in two ways, and the two verdicts side by side, without names.
struct AdjudicateScreen: ScreenBody {
    let state: ExplorerState
    let pen: Pen

    private var disputes: [Dispute] { state.adjudicate.disputes ?? [] }

    private var selected: Dispute? { state.adjudicate.selected }

    var status: [String] {
        disputes.isEmpty ? [] : ["settled \(state.adjudicate.settled) of \(disputes.count)", "nobody is named"]
    }

    var hints: [Hint] {
        [
            Hint(.adjudicate(.takeA)), Hint(.adjudicate(.takeB)), Hint(.adjudicate(.accept)),
            Hint(.adjudicate(.reject)), Hint(.undo),
        ] + ownHints + [Hint(.closeLayer, label: "review"), Hint(.palette), Hint(.quit)]
    }

    /// What is done with the disagreement under the cursor; nothing where there is none.
    private var ownHints: [Hint] {
        guard selected != nil else { return [] }
        return [Hint(.down, .up, label: "sample"), Hint(.adjudicate(.next)), Hint(.open, label: "see all of it")]
    }

    func draw(in rect: Rect, on frame: inout Frame) {
        let isWide = rect.columns >= Self.wide
        let parts =
            isWide
            ? rect.split(columns: [.cells(44), .weight(1)])
            : rect.split(rows: [.cells(min(disputes.count + 2, max(4, rect.rows / 3))), .weight(1)])
        box("Disagreements \(disputes.count)", listRows, .focused, cursor: .row(state.adjudicate.row))
            .draw(in: selected == nil ? rect : parts[0], on: &frame, pen: pen)
        guard let selected else { return }
        let lower = isWide ? parts[1].rows / 2 : (parts[1].rows + 1) / 2
        let halves = parts[1].split(rows: [.weight(1), .cells(lower)])
        let width = halves[0].columns - 4
        box(selected.name, sampleRows(of: selected, width: width), .unfocused)
            .draw(in: halves[0], on: &frame, pen: pen)
        let sides = halves[1].split(columns: [.weight(1), .weight(1)])
        for (side, rect) in zip([("A", selected.a, AdjudicateAction.takeA), ("B", selected.b, .takeB)], sides) {
            let key = state.keymap.name(of: .adjudicate(side.2))
            box("\(side.0)   \(key) takes it", rows(of: side.1, width: rect.columns - 4), .unfocused)
                .draw(in: rect, on: &frame, pen: pen)
        }
    }

    /// From this width on the list has a side of its own.
    private static let wide = 100

    private func box(_ title: String, _ rows: [PaneRow], _ focus: Focus, cursor: PaneItem? = nil) -> PaneBox {
        PaneBox(title: pen.line(title), rows: rows, cursor: cursor, scroll: 0, focus: focus)
    }
}

extension AdjudicateScreen {
    private var listRows: [PaneRow] {
        guard !disputes.isEmpty else {
            return emptiness.map { PaneRow(pen.line($0), .textDim) }
        }
        return disputes.enumerated().map { index, dispute in
            let isSelected = index == state.adjudicate.row
            var line = Line(isSelected ? pen[.listSelected] : " ", Ink(.textStrong))
            line.append(pen.line("\(dispute.name)  "), Ink(dispute.outcome == nil ? .listRow : .textDim))
            for (side, opinion) in [("A ", dispute.a), ("B ", dispute.b)] {
                line.append(SafeText(side), Ink(.textDim))
                line.append(sign(of: opinion).padded(to: pen.glyphs.width(of: Glyph.decisions) + 3), ink(of: opinion))
            }
            let right = dispute.outcome.map { outcome in
                Line("settled ", Ink(.textDim)) + Line(sign(of: outcome), ink(of: outcome))
            }
            return PaneRow(line, right: right ?? Line("open", Ink(.text)), item: .row(index))
        }
    }

    /// What there is to say where nothing is to be settled.
    private var emptiness: [String] {
        state.adjudicate.disputes == nil
            ? ["Reading what was judged twice."]
            : [
                "No two verdicts differ.", "A second pass finds out:", "toolgrad review --pass 2",
            ]
    }

    /// The sign of a verdict with the key of its primary reason.
    private func sign(of opinion: Opinion) -> SafeText {
        pen[opinion.status.glyph] + SafeText(opinion.reasons.first.map { String($0.reason.key) } ?? "")
    }

    private func ink(of opinion: Opinion) -> Ink { Ink(opinion.status.role) }

    private func verdict(_ opinion: Opinion) -> Line {
        Line(pen[opinion.status.glyph] + SafeText(" \(opinion.status.rawValue)"), ink(of: opinion))
    }

    /// What settled it comes first, since the rest may not have room.
    private func sampleRows(of dispute: Dispute, width: Int) -> [PaneRow] {
        var rows: [PaneRow] = []
        if let outcome = dispute.outcome {
            rows.append(PaneRow(Line("settled as ", Ink(.textDim)) + verdict(outcome)))
            rows += reasonRows(of: outcome, width: width) + [.empty]
        }
        rows += wrapped(dispute.query, .text, width: width) + [.empty]
        for (index, tools) in dispute.chains.enumerated() {
            let lead = Line(SafeText("c\(index + 1)  "), Ink(.chainId))
            let names = pen.line(tools.joined(separator: ", "))
            rows += PaneRow.wrapped(Line(names, Ink(.stepTool)), to: width, behind: lead)
        }
        if !dispute.edited.isEmpty {
            let edited = "edited in the first pass: \(dispute.edited.joined(separator: ", "))"
            rows += wrapped(edited, .textDim, width: width)
        }
        return rows + (dispute.response.isEmpty ? [] : [.empty] + wrapped(dispute.response, .textDim, width: width))
    }

    private func wrapped(_ text: String, _ role: Role, width: Int) -> [PaneRow] {
        Line(pen.paragraph(text), Ink(role)).wrapped(to: width).map { PaneRow($0) }
    }

    private func rows(of opinion: Opinion, width: Int) -> [PaneRow] {
        [PaneRow(verdict(opinion))] + reasonRows(of: opinion, width: width)
    }

    private func reasonRows(of opinion: Opinion, width: Int) -> [PaneRow] {
        var rows = opinion.reasons.flatMap { reason in
            let text = Line(pen.line(reason.reason.label), Ink(.reason))
            let place = Line(pen.line("  \(reason.target)"), Ink(.textDim))
            return PaneRow.wrapped(
                text + place, to: width, behind: Line(SafeText("\(reason.reason.key) "), Ink(.hintKey)))
        }
        if !opinion.note.isEmpty {
            rows += PaneRow.wrapped(
                Line(pen.paragraph(opinion.note), Ink(.note)), to: width, behind: Line("note: ", Ink(.textDim)))
        }
        return rows
    }
}

extension AdjudicateScreen {
    var lines: [String] {
        guard !disputes.isEmpty else { return emptiness }
        let rows = disputes.map { dispute in
            let outcome = dispute.outcome.map { "settled as \($0.status.rawValue)" } ?? "open"
            return pen.line(
                "\(dispute.name): A \(dispute.a.status.rawValue), B \(dispute.b.status.rawValue); \(outcome)")
        }
        let settled = "\(state.adjudicate.settled) of \(disputes.count) settled."
        return ["Disagreements: \(disputes.count). \(settled)"] + rows.map(\.plain) + place
    }

    var place: [String] {
        guard let selected else { return emptiness }
        let chains = selected.chains.enumerated().map { "Chain c\($0 + 1): \($1.joined(separator: ", "))" }
        let edited =
            selected.edited.isEmpty ? [] : ["Edited in the first pass: \(selected.edited.joined(separator: ", "))"]
        let outcome = selected.outcome.map { ["Settled as \(words(on: $0))"] } ?? ["Not settled."]
        let texts =
            ["\(selected.name), query: \(selected.query)"] + chains + edited + ["Response: \(selected.response)"]
            + ["A: \(words(on: selected.a))", "B: \(words(on: selected.b))"] + outcome
        return texts.map { pen.line($0).plain }
    }

    private func words(on opinion: Opinion) -> String {
        let reasons = opinion.reasons.map { "\($0.reason.label), \($0.target)" }
        let note = opinion.note.isEmpty ? [] : ["note: \(opinion.note)"]
        return ([opinion.status.rawValue] + reasons + note).joined(separator: "; ")
    }
}
