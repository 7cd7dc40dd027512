import Canvas
import Engine
import Review

extension LinearReader {
    /// A question that was opened, or what an answer made of it.
    func questions(from before: ExplorerState, to after: ExplorerState) -> [String] {
        guard let new = after.overlay, new != before.overlay else { return [] }
        guard let old = before.overlay else { return opened(new, in: after) }
        switch (old, new) {
        case (.reasons(let old), .reasons(let new)): return changes(from: old, to: new)
        case (.help(let old), .help(let new)): return old.items == new.items ? [] : entries(of: new)
        case (.palette, .palette(let palette)): return prompt(of: palette)
        case (.filter, .filter(let line)): return line.problem.map { spoken($0.text) + prompt(of: line) } ?? []
        case (.editing(let old), .editing(let new)):
            return new.problem == old.problem ? [] : prompt(of: new)
        case (.override(let old), .override(let new)): return changes(from: old, to: new, in: after)
        case (.inspector(let old), .inspector(let new)): return changes(from: old, to: new)
        case (.export(let old), .export(let new)): return changes(from: old, to: new)
        case (.approval(let old), .approval(let new)) where old.question == new.question:
            return new.complaint.map { spoken($0) } ?? []
        case (_, _): return opened(new, in: after)
        }
    }

    /// What is asked, and what can be answered.
    func opened(_ overlay: Overlay, in state: ExplorerState) -> [String] {
        switch overlay {
        case .reasons(let picker): choices(of: picker, name: name(of: picker.subject, in: state))
        case .help(let page): entries(of: page)
        case .palette(let palette): prompt(of: palette)
        case .filter(let line): (line.problem.map { spoken($0.text) } ?? []) + prompt(of: line)
        case .sorts(let menu): choices(of: menu)
        case .confirm(let confirmation): question(confirmation)
        case .rerun(let question): self.question(question)
        case .stopping(let question): question.text.flatMap { spoken($0) } + ["y stops it, n lets it grow."]
        case .editing(let sheet): prompt(of: sheet)
        case .override(let sheet): choices(of: sheet, in: state)
        case .rewriting(let choice): choices(of: choice, state.open)
        case .inspector(let inspector): contents(of: inspector)
        case .notices: notices(in: state)
        case .export(let form): choices(of: form)
        case .approval(let dialog): question(dialog, waiting: state.approvals.waiting.count - 1, in: state)
        case .proposal(let sheet): contents(of: sheet)
        case .quit: quitChoices(in: state)
        }
    }

    private func name(of subject: ReasonPicker.Subject, in state: ExplorerState) -> String {
        switch subject {
        case .one(let sample): state.name(of: sample)
        case .many(_, let count): self.count(count, "sample")
        case .disputed(_, let name): name
        }
    }

    private func contents(of sheet: RunSheet) -> [String] {
        spoken(sheet.title + ".") + spoken(sheet.run.command, indent: 2) + sheet.notes.flatMap { spoken($0) }
            + ["y copies the command, n leaves it."]
    }

    private func prompt(of line: FilterLine) -> [String] {
        spoken("Filter, now \(line.text.trimmed.isEmpty ? "none" : line.text.trimmed).")
            + ["Type another, such as status:pending or tool:hotel; an empty line keeps it."]
    }

    private func notices(in state: ExplorerState) -> [String] {
        guard !state.told.isEmpty else { return ["Nothing was told yet."] }
        return ["What was told, newest first:"]
            + state.told.reversed().flatMap { notice in
                let time = notice.since.map { $0.timeOfDay(offset: state.utcOffset) + " " } ?? ""
                return spoken(time + notice.text, indent: 2)
            }
    }

    private func quitChoices(in state: ExplorerState) -> [String] {
        let different = state.background.warnings(while: state.run, holding: state.held.count)
        return ["Samples still grow. What becomes of them?"] + (different ?? []).flatMap { spoken($0) }
            + (different == nil ? [] : ["  b go on in the background, without the explorer"])
            + [
                "  s finish those in flight, then quit", "  c cancel them and quit; what is recorded stays",
                "  esc stay",
            ]
    }
}

extension LinearReader {
    /// Numbered orders of the list; their letters answer too.
    private func choices(of menu: SortMenu) -> [String] {
        ["Sort the list, now by \(menu.current.text):"]
            + menu.choices.enumerated().map { "  \($0 + 1) or \($1.key): \($1.text)" }
            + ["Choose a number or a letter; the same one again reverses. An empty line leaves."]
    }

    private func question(_ confirmation: Confirmation) -> [String] {
        let examples = confirmation.examples.flatMap { spoken("\($0.name) \($0.query)", indent: 2) }
        return spoken("\(count(confirmation.count, "sample")) would be \(confirmation.action.pastTense).") + examples
            + ["y does it, n does not; u takes it back as one."]
    }

    private func question(_ dialog: CallDialog, waiting: Int, in state: ExplorerState) -> [String] {
        let request = dialog.question.request
        let asker = request.sample.map { "sample " + name(of: .one($0), in: state) } ?? "a call by hand"
        let (tool, source) = (spokenName(request.tool.name.text), spokenName(request.source))
        let standing = dialog.mayStand ? "Y allows \(tool) until you quit, " : ""
        return spoken("\(asker) asks for permission to call \(tool) of \(source).")
            + ["  effects: " + EffectsMark(request.tool.effects, pen: pen).sentence.text.plain, "  arguments:"]
            + (dialog.hidesCharacters ? ["  they hold characters that are not visible"] : [])
            + spoken(request.call.arguments.prettyText, indent: 4)
            + (waiting > 0 ? ["\(count(waiting, "more call")) wait."] : [])
            + spoken("y allows it once, \(standing)n or an empty line denies it. [y/N]")
    }

    private func question(_ question: RerunQuestion) -> [String] {
        spoken(
            "Step \(question.step), \(spokenName(question.call.tool.text)), has effects: \(question.effects.rawValue). Run it again?"
        )
            + spoken(question.call.arguments.compactText, indent: 2) + ["y runs it, n does not."]
    }

    private func choices(of choice: RewriteChoice, _ open: OpenSample?) -> [String] {
        let old = open?.state.synthesis
        let versions = [
            ("1 or o: old, as it was grown", old?.query, old?.response),
            ("2 or m: mine, as it counts now", open?.sample.query, open?.sample.response),
            ("3 or n: new, by \(choice.planner)", choice.query, choice.response),
        ]
        return ["Which query and response?"]
            + versions.flatMap { head, query, response in
                spoken(head, indent: 2) + spoken("Query: \(query ?? "none")", indent: 4)
                    + spoken("Response: \(response ?? "none")", indent: 4)
            }
    }
}
