import Engine
import Review

extension LinearReader {
    /// What can be asked of an iteration, with the word that asks for it before each.
    func choices(of sheet: OverrideSheet, in state: ExplorerState) -> [String] {
        guard let subject = state.subject(of: sheet) else { return [] }
        switch sheet.mode {
        case .writing(let text): return prompt(of: text, in: sheet)
        case .leaving: return ["Leave? What you wrote is lost. y leaves, n goes on."]
        case .estimating(let estimate): return question(about: estimate, sheet, subject)
        case .choosing, .keys: break
        }
        return spoken("Steer \(sheet.name), iteration \(sheet.number).") + choices(of: sheet, subject)
            + asked(of: sheet, subject) + Self.steeringWords
    }

    /// Headings, under each what can be chosen, and indented what is told of that.
    private func choices(of sheet: OverrideSheet, _ subject: SteeredIteration) -> [String] {
        let rows = OverrideRows(sheet: sheet, subject: subject, width: Self.anyWidth, pen: pen)
            .rows(of: [.decision, .place, .tools, .note]).filter { !$0.row.left.spans.isEmpty }
        return rows.enumerated().map { index, row in
            guard let about = row.about else { return row.row.left.text.plain }
            let text = row.row.left.text.plain.trimmed
            let isPart = about.proposal != nil && about != about.proposal.map { .proposal($0) }
            guard index == 0 || rows[index - 1].about != about, !isPart else { return "    " + text }
            return "  " + choice(about, text, ending: row.row.right.text.plain, sheet, subject)
        }
    }

    /// The word for a choice, what it stands for, and whether it is chosen, which the sheet shows by a sign.
    private func choice(
        _ row: OverrideRow, _ text: String, ending: String, _ sheet: OverrideSheet, _ subject: SteeredIteration
    ) -> String {
        let pointer = pen[.listSelected].plain
        var text = text.hasPrefix(pointer) ? String(text.dropFirst(pointer.count)).trimmed : text
        for sign in ["(*)", "( )", "[x]", "[ ]"] where text.hasPrefix(sign) { text = String(text.dropFirst(3)).trimmed }
        if case .tool(let tool) = row, let index = subject.proposedTools.firstIndex(of: tool) {
            text = "m\(index + 1) " + text
        }
        return ([text, ending].filter { !$0.isEmpty } + (sheet.isChosen(row) ? ["chosen"] : [])).joined(separator: ", ")
    }

    private static let steeringWords = [
        "Choose a word; n and a text write the note, i2 and a text the instruction of proposal 2,",
        "e2.1 and JSON the arguments of its first call; x2 takes both back.",
        "go does it, an empty line tells this again, esc leaves.",
    ]

    func changes(from old: OverrideSheet, to new: OverrideSheet, in state: ExplorerState) -> [String] {
        guard let subject = state.subject(of: new) else { return [] }
        switch new.mode {
        case .writing(let text):
            if case .writing(let before) = old.mode, before.problem == text.problem { return [] }
            return prompt(of: text, in: new)
        case .leaving, .estimating: return choices(of: new, in: state)
        case .choosing, .keys: break
        }
        if let complaint = new.complaint { return spoken(complaint) }
        return old == new ? [] : asked(of: new, subject)
    }

    private func asked(of sheet: OverrideSheet, _ subject: SteeredIteration) -> [String] {
        let sentences = sheet.consequences(in: subject)
        return sentences.isEmpty ? ["Nothing is asked for yet."] : sentences.flatMap { spoken($0) }
    }

    private func prompt(of text: OverrideText, in sheet: OverrideSheet) -> [String] {
        let now = text.area.text
        return spoken("\(text.subject.title(at: sheet.number)) \(sheet.name).")
            + (text.problem.map { spoken("Not kept: \($0)") } ?? [])
            + (now.isEmpty ? [] : spoken("Now: \(now)"))
            + ["Type the text; a line that is only a full stop ends it, an empty first line leaves it as it is."]
    }

    private func question(
        about estimate: BranchEstimate, _ sheet: OverrideSheet, _ subject: SteeredIteration
    ) -> [String] {
        let effects = estimate.changing.map {
            "\(spokenName($0.name.text)) is called again and has effects: \($0.effects.rawValue)"
        }
        return asked(of: sheet, subject) + (estimate.sentences + effects).flatMap { spoken($0, indent: 2) }
            + ["Grow the branch? y grows it, n does not."]
    }
}
