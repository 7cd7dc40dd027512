import Canvas
import Engine
import Review

extension LinearReader {
    /// The reasons, those that checks found marked so, and how to answer.
    func choices(of picker: ReasonPicker, name: String) -> [String] {
        if picker.mode == .writing { return notePrompt(of: picker) }
        return spoken("Reject \(name), about \(target(of: picker)). Why?")
            + Reason.allCases.map { "  \($0.key) \($0.rawValue): \($0.label)\(mark(of: $0, in: picker))" }
            + [
                "Choose: keys, several separated by commas, then Enter; a note may follow, as in 3,8 no source.",
                picker.marked.isEmpty
                    ? "An empty line leaves; tab changes what it is about."
                    : "An empty line takes what is marked; esc leaves; tab changes what it is about.",
            ]
    }

    func changes(from old: ReasonPicker, to new: ReasonPicker) -> [String] {
        if let complaint = new.complaint {
            return spoken(complaint) + (new.mode == .writing ? notePrompt(of: new) : [])
        }
        if new.mode == .writing, old.mode != .writing { return notePrompt(of: new) }
        if old.target != new.target { return spoken("About \(target(of: new)).") }
        if old.marked != new.marked { return [marks(of: new)] }
        return old.row == new.row ? [] : ["\(new.row.key) \(new.row.rawValue): \(new.row.rubric)"]
    }

    private func mark(of reason: Reason, in picker: ReasonPicker) -> String {
        let marked = picker.isMarked(reason) ? ", marked" : ""
        return marked + (picker.finder(of: reason)?.said ?? "")
    }

    private func marks(of picker: ReasonPicker) -> String {
        guard !picker.marked.isEmpty else { return "Nothing is marked." }
        return "Marked: " + picker.marked.map { "\($0.reason.key) \($0.reason.rawValue)" }.joined(separator: ", ") + "."
    }

    private func target(of picker: ReasonPicker) -> Target {
        picker.targets.indices.contains(picker.target) ? picker.targets[picker.target] : .whole
    }

    private func notePrompt(of picker: ReasonPicker) -> [String] {
        let now = picker.note.isEmpty ? [] : spoken("Note: \(picker.note.text)")
        return [marks(of: picker)] + now + ["Type the note; an empty line leaves it."]
    }
}

extension LinearReader {
    /// The text as it is, and how to write another.
    func prompt(of sheet: EditSheet) -> [String] {
        let now = sheet.opening.isEmpty ? [] : spoken("Now: \(sheet.opening)")
        let problem = sheet.problem.map { spoken("Not kept: \($0)") } ?? []
        return spoken("\(sheet.subject.title) \(sheet.name).") + now + problem
            + ["Type the text; a line that is only a full stop ends it, an empty first line leaves it as it is."]
    }

    func choices(of form: ExportForm) -> [String] {
        (form.complaint.map { spoken($0) } ?? [])
            + spoken("Export \(count(form.count, "\(form.status.rawValue) sample")) as:")
            + form.formats.enumerated().flatMap { spoken("\($0 + 1) \($1.name): \($1.summary)", indent: 2) }
            + spoken(
                "Choose a number or a name, and a folder if it is not to be \(form.folder.text). An empty line leaves.")
    }

    func changes(from old: ExportForm, to new: ExportForm) -> [String] {
        if let complaint = new.complaint { return spoken(complaint) }
        guard old != new else { return [] }
        return spoken("\(new.formats[new.chosen].name), to \(new.folder.text).")
    }

    /// What can be typed; what the palette offers for a text that is no command.
    func prompt(of palette: Palette) -> [String] {
        if let complaint = palette.complaint {
            return spoken(complaint) + ["Type another command; an empty line leaves."]
        }
        guard !palette.text.isEmpty else {
            return ["Command: type one, such as go 12; a part of a name lists what there is. An empty line leaves."]
        }
        guard !palette.rows.isEmpty else { return ["No command is called so; an empty line leaves."] }
        return ["It could be:"] + palette.rows.prefix(Self.fewCommands).flatMap { entry($0) }
            + ["Type one of them in full; an empty line leaves."]
    }

    private func entry(_ row: PaletteRow) -> [String] {
        spoken("\(row.usage): \(row.help)\(row.obstacle.map { "; not now: \($0)" } ?? "")", indent: 2)
    }

    private static let fewCommands = 8

    /// Keys, signs and words, as far as they answer the search.
    func entries(of page: HelpPage) -> [String] {
        var (lines, section) = ([String](), "")
        for item in page.items {
            if item.section != section { lines.append("\(item.section):") }
            section = item.section
            lines += spoken("\(item.sign.isEmpty ? item.name : item.sign): \(item.text)", indent: 2)
        }
        return (lines.isEmpty ? ["Nothing in the help has these words."] : lines)
            + ["Type words to search the help; an empty line leaves it."]
    }
}

extension LinearReader {
    /// All of what was opened to be read in full.
    func contents(of inspector: Inspector) -> [String] {
        let artefact = inspector.artefact
        let facts = artefact.facts.isEmpty ? "" : " (\(artefact.facts.joined(separator: ", ")))"
        let place = "\(inspector.index + 1) of \(inspector.artefacts.count)"
        return spoken("\(artefact.title)\(facts), \(place):") + spoken(text(of: artefact), indent: 2)
            + ["] and [ read the next and the one before; an empty line leaves."]
    }

    func changes(from old: Inspector, to new: Inspector) -> [String] {
        guard old.index == new.index else { return contents(of: new) }
        return old.mode == new.mode || !new.takesText ? [] : ["Type what to look for; an empty line leaves."]
    }

    private func text(of artefact: Artefact) -> String {
        switch artefact.content {
        case .json(let value): value.prettyText
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .text(let text): text
        }
    }
}

extension Finding.Origin {
    /// Who found it, after a reason.
    fileprivate var said: String {
        switch self {
        case .lint: ", found by a check"
        case .llm: ", found by a model (llm)"
        }
    }
}
