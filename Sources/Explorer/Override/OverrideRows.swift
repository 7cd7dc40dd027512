import Canvas
import DisplaySafety
import Engine

/// The rows of the sheet, each with what the cursor is on when it is in it.
struct OverrideRows {
    typealias Row = (row: PaneRow, about: OverrideRow?)

    let sheet: OverrideSheet
    let subject: SteeredIteration
    let width: Int
    let pen: Pen

    /// Everything in some parts, each under its heading.
    func rows(of parts: [OverrideRow.Part] = OverrideRow.Part.allCases) -> [Row] {
        let rows = sheet.rows(in: subject).filter { parts.contains($0.part) }
        return rows.enumerated().flatMap { index, row in
            (index == 0 || rows[index - 1].part != row.part ? heading(of: row.part, isFirst: index == 0) : [])
                + self.rows(for: row)
        }
    }

    private func heading(_ text: String) -> [Row] { [(PaneRow(pen.line(text), .diffHeader), nil)] }

    /// A part is set off from the one above it.
    private func heading(of part: OverrideRow.Part, isFirst: Bool) -> [Row] {
        (isFirst ? [] : [(.empty, nil)]) + heading(of: part)
    }

    private func heading(of part: OverrideRow.Part) -> [Row] {
        switch part {
        case .decision: heading("Decision of iteration \(sheet.number)")
        case .place: heading("Where its steps go")
        case .tools: heading("Tools left out of \(makesBranch ? "the branch" : "iteration \(subject.next)")")
        case .note: heading(makesBranch ? "Note, read in the branch" : "Note, read from iteration \(subject.next) on")
        case .done: heading("Then")
        }
    }

    private var makesBranch: Bool {
        subject.moment == .over || subject.moment == .between && sheet.decides
    }

    private func rows(for row: OverrideRow) -> [Row] {
        switch row {
        case .keep: [(head(row, "s", keeping, .text), row)]
        case .proposal(let id): subject.trial(id).map { proposal($0, row) } ?? []
        case .call(let id, let index): subject.trial(id).map { call(index, of: $0, row) } ?? []
        case .decline: [(head(row, "d", "decline: nothing is added", .text), row)]
        case .usualPlace: [(head(row, "a", usualPlace, .text), row)]
        case .place(.newChain): [(head(row, "+", "a new chain", .text), row)]
        case .place(.append(let chain)): [(head(row, "c", chainText(chain), .text), row)]
        case .tool(let tool): [(head(row, " ", tool.text, .stepTool), row)]
        case .note: note(row)
        case .done: [(head(row, "", done, .textStrong), row)]
        }
    }

    private var keeping: String {
        switch (subject.moment, subject.iteration?.selection) {
        case (.selecting, _): "leave it to the selector"
        case (_, .chosen(let id, let place, _)): "as it was: proposal \(id.number), \(place.destination)"
        case (_, .declined): "as it was: declined"
        case (_, nil): "as it was: nothing was selected"
        }
    }

    private var usualPlace: String {
        let selected = subject.selected
        switch sheet.choice {
        case .decline: return "nowhere, as nothing is added"
        case .proposal(let id) where selected?.proposal != id:
            return "to the chain it uses, else a new one"
        case .proposal, nil: break
        }
        if let selected { return "as selected: \(selected.place.destination)" }
        return subject.moment == .selecting ? "where the selector puts it" : "nowhere, as nothing was selected"
    }

    private var done: String {
        switch subject.moment {
        case .selecting: "steer it so"
        case .between: sheet.decides ? "grow a branch" : "steer it so"
        case .over: "grow a branch"
        }
    }

    private func chainText(_ chain: Chain.ID) -> String {
        let steps = subject.workflow.chains.first { $0.id == chain }?.steps ?? []
        return "c\(chain.number)  " + steps.map(\.call.tool.text).joined(separator: ", ")
    }

    /// The cursor, whether it is chosen, its letter, and what it stands for.
    private func head(_ row: OverrideRow, _ letter: String, _ text: String, _ role: Role) -> PaneRow {
        let isCurrent = sheet.row == row
        let isPossible = sheet.objection(to: row, in: subject) == nil
        var line = Line(isCurrent ? pen[.listSelected] : " ", Ink(.textStrong))
        line.append(SafeText(sign(of: row)), Ink(sheet.isChosen(row) ? .proposalSelected : .textDim))
        if !letter.isEmpty { line.append(SafeText(" \(letter) "), Ink(isPossible ? .hintKey : .hintDisabled)) }
        line.append(
            pen.line(" " + text), Ink(isPossible ? role : .textDisabled, emphasis: isCurrent ? .bold : []))
        return PaneRow(line)
    }

    private func sign(of row: OverrideRow) -> String {
        switch row {
        case .keep, .proposal, .decline, .usualPlace, .place: sheet.isChosen(row) ? "(*)" : "( )"
        case .tool: sheet.isChosen(row) ? "[x]" : "[ ]"
        case .call, .note, .done: ""
        }
    }
}

extension OverrideRows {
    private func proposal(_ trial: Trial, _ row: OverrideRow) -> [Row] {
        let proposal = sheet.proposal(trial)
        let tools = proposal.tools.map(\.text).joined(separator: ", ")
        var head = head(row, String(trial.id.number), tools, .stepTool)
        head.right = state(of: trial)
        let old = "\"\(trial.proposal.instruction)\""
        let isNew = proposal.instruction != trial.proposal.instruction
        let rows =
            [head] + text("\"\(proposal.instruction)\"", isNew) + (isNew ? replaced(old, in: trial) : [])
            + report(of: trial)
        return rows.map { ($0, row) }
    }

    private func state(of trial: Trial) -> Line {
        guard let iteration = subject.iteration else { return Line() }
        if sheet.edits[trial.id] != nil { return Line("written anew", Ink(.diffChange)) }
        let state = TrialState(trial, in: iteration)
        return Line(pen[state.glyph] + pen.line(" " + state.words), Ink(state.role))
    }

    private func text(_ text: String, _ isNew: Bool) -> [PaneRow] {
        indented(Line(pen.paragraph(text), Ink(isNew ? .diffAdd : .report)), behind: "")
    }

    /// How it ended, or why it cannot be chosen.
    private func report(of trial: Trial) -> [PaneRow] {
        guard let ending = trial.ending else { return [] }
        let lead: SafeText = trial.succeeded ? "report: " : "failed, cannot be chosen: "
        let isMended = sheet.edits[trial.id] != nil
        return indented(
            Line(pen.paragraph(ending.text), Ink(trial.succeeded ? .report : .proposalFailed)),
            behind: isMended && !trial.succeeded ? "failed as it was: " : lead)
    }

    private func call(_ index: Int, of trial: Trial, _ row: OverrideRow) -> [Row] {
        let calls = sheet.proposal(trial).calls
        guard calls.indices.contains(index) else { return [] }
        let old = trial.proposal.calls.indices.contains(index) ? trial.proposal.calls[index] : nil
        let isCurrent = sheet.row == row
        var lead = Line(isCurrent ? pen[.listSelected] : " ", Ink(.textStrong))
        lead.append(SafeText("       call \(index + 1) "), Ink(.textDim))
        lead.append(pen.line(calls[index].tool.text + " "), Ink(.stepTool))
        let arguments = Line(
            pen.line(calls[index].argumentsJSON.compactText), Ink(calls[index] == old ? .jsonString : .diffAdd))
        let before = old.map { $0 == calls[index] ? [] : replaced($0.argumentsJSON.compactText, in: trial) } ?? []
        return (PaneRow.wrapped(arguments, to: width, behind: lead) + before).map { ($0, row) }
    }

    /// What was proposed in place of what the curator wrote, and when that counts.
    private func replaced(_ text: String, in trial: Trial) -> [PaneRow] {
        let moment = sheet.isAsked(trial.id) ? ", as asked for already" : " once ctrl-s is pressed"
        return indented(Line(pen.paragraph(text + moment), Ink(.textDim)), behind: "will replace ")
    }

    private func note(_ row: OverrideRow) -> [Row] {
        let isCurrent = sheet.row == row
        var lead = Line(isCurrent ? pen[.listSelected] : " ", Ink(.textStrong))
        lead.append("    n  ", Ink(.hintKey))
        let text =
            sheet.note.isEmpty
            ? Line("none: what the proposer should know, in your words", Ink(.textDim))
            : Line(pen.paragraph(sheet.note), Ink(.note))
        return PaneRow.wrapped(text, to: width, behind: lead).map { ($0, row) }
    }

    private func indented(_ line: Line, behind lead: SafeText) -> [PaneRow] {
        PaneRow.wrapped(line, to: width, behind: Line("        " + lead, Ink(.textDim)))
    }
}

extension OverrideSheet {
    /// Whether what a row stands for is asked for, or stays as it is.
    func isChosen(_ row: OverrideRow) -> Bool {
        switch row {
        case .keep: choice == nil
        case .proposal(let id): choice == .proposal(id)
        case .decline: choice == .decline
        case .usualPlace: place == nil
        case .place(let place): self.place == place
        case .tool(let tool): muted.contains(tool)
        case .call, .note, .done: false
        }
    }
}
