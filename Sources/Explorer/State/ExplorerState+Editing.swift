import Canvas
import Engine
import Review

extension ExplorerState {
    /// Opens the focused text, or the value under the cursor, in the editor of the screen.
    mutating func edit() { openSheet(for: editedSubject) }

    mutating func comment() {
        guard let open else { return }
        openSheet(for: .comment(focusedTarget(in: open)))
    }

    /// Opens the focused text in the user's own editor.
    func editExternally() -> [Effect] {
        guard let open, let subject = editedSubject, let text = text(of: subject, in: open) else { return [] }
        return [.edit(open.id, subject.field, text: text)]
    }

    /// Query, response and all arguments as one document in the user's editor.
    func editSample() -> [Effect] {
        guard let open else { return [] }
        return [.edit(open.id, .sample, text: SampleDocument(of: open.sample).text)]
    }

    /// What `e` is about: the value under the cursor, else the response where it has the focus, else the query.
    private var editedSubject: EditSubject? {
        switch (focusedPane, cursor(in: focusedPane)) {
        case (.chains, .argument(let step, let path)?): open.flatMap { argument(path, of: step, in: $0) }
        case (.chains, .step(let step)?): open.flatMap { argument(.root, of: step, in: $0) }
        case (_, .comment(let target)?): .comment(target)
        case (.response, _): .response
        case (_, _): .query
        }
    }

    private func argument(_ path: JSONPath, of number: Int, in open: OpenSample) -> EditSubject? {
        guard let step = open.sample.workflow.step(number), let value = step.call.arguments.value(at: path) else {
            return nil
        }
        let original = open.state.workflow.step(number)?.call.arguments.value(at: path)
        let schema = open.sample.tool(step.call.tool).map { EditedArgument.schema(at: path, in: $0.inputSchema) }
        let trace = open.view.traces[number]?.first { $0.path == path }
        return .argument(
            EditedArgument(
                step: number, path: path, value: value, original: original ?? value, schema: schema ?? [:], trace: trace
            ))
    }

    mutating func openSheet(for subject: EditSubject?) {
        guard let open, let subject, let sheet = sheet(for: subject, in: open) else { return }
        overlay = .editing(sheet)
    }

    private func sheet(for subject: EditSubject, in open: OpenSample) -> EditSheet? {
        guard let text = text(of: subject, in: open) else { return nil }
        return EditSheet(
            subject, of: open.id, name: name(of: open.id), text: text, original: original(of: subject, in: open),
            in: size, drawing: Pen(glyphs).drawsASCII ? .ascii : .unicode)
    }

    /// The text that is edited; nil where there is none.
    private func text(of subject: EditSubject, in open: OpenSample) -> String? {
        switch subject {
        case .query: open.sample.query
        case .response: open.sample.response
        case .argument(let argument): argument.form.text(of: argument.value)
        case .comment(let target): open.review.comment(on: target, by: reviewer) ?? ""
        }
    }

    private func original(of subject: EditSubject, in open: OpenSample) -> String {
        switch subject {
        case .query: open.state.synthesis?.query ?? ""
        case .response: open.state.synthesis?.response ?? ""
        case .argument(let argument): argument.form.text(of: argument.original)
        case .comment: ""
        }
    }
}

extension ExplorerState {
    mutating func pressed(_ key: Key, in sheet: EditSheet) -> [Effect] {
        var sheet = sheet
        let outcome = sheet.press(key, in: size)
        overlay = .editing(sheet)
        switch outcome {
        case .stays: return []
        case .closed: overlay = nil
        case .externally(let text): return [.edit(sheet.sample, sheet.subject.field, text: text)]
        case .kept(let text):
            if let warning = rival(of: sheet), sheet.problem != warning {
                sheet.refuse(warning)
                overlay = .editing(sheet)
                return []
            }
            return keep(text, of: sheet.subject.field)
        }
        return []
    }

    /// What to say where somebody else changed the text while it was being written; keeping it again overwrites.
    private func rival(of sheet: EditSheet) -> String? {
        guard let open, let now = text(of: sheet.subject.field, in: open), now != sheet.opening else { return nil }
        return
            "Somebody else changed it meanwhile, to: \(now.prefix(200))  ctrl-s again overwrites that; esc leaves it."
    }

    private func text(of field: EditedField, in open: OpenSample) -> String? {
        subject(of: field, in: open).flatMap { text(of: $0, in: open) }
    }

    /// A text comes back from the user's editor.
    mutating func edited(_ sample: SampleID, _ field: EditedField, _ text: String) -> [Effect] {
        guard sample == open?.id else {
            homecoming = Homecoming(sample: sample, field: field, text: text)
            return go(to: sample)
        }
        return keep(text, of: field)
    }

    /// Stores a text that waited for its sample to be read.
    mutating func takeHome(for sample: SampleID) -> [Effect] {
        guard let home = homecoming, home.sample == sample else { return [] }
        homecoming = nil
        return keep(home.text, of: home.field)
    }

    /// Stores a text that was written; one that cannot be stored stays where it can be mended.
    private mutating func keep(_ text: String, of field: EditedField) -> [Effect] {
        guard let open else { return [] }
        do throws(EditProblem) {
            let actions = try open.actions(storing: text, of: field, by: reviewer)
            overlay = nil
            if actions.isEmpty { tell("Nothing was changed.") }
            return actions.count > 1 ? [.decideTogether(open.id, actions)] : actions.map { .decide(open.id, $0) }
        } catch {
            return refuse(text, of: field, error)
        }
    }

    /// A text that was refused is shown again with the reason; that of a whole sample in the editor it came from.
    private mutating func refuse(_ text: String, of field: EditedField, _ problem: EditProblem) -> [Effect] {
        guard let open, let subject = subject(of: field, in: open) else {
            tell(problem.description, .warning)
            return open.map { [.edit($0.id, field, text: "\(problem.description)\n\n\(text)")] } ?? []
        }
        var sheet: EditSheet?
        if case .editing(let shown) = overlay { sheet = shown } else { sheet = self.sheet(for: subject, in: open) }
        sheet?.replace(text: text)
        sheet?.refuse(problem.description)
        overlay = sheet.map { .editing($0) }
        return []
    }

    private func subject(of field: EditedField, in open: OpenSample) -> EditSubject? {
        switch field {
        case .query: .query
        case .response: .response
        case .argument(let step, let path): argument(path, of: step, in: open)
        case .comment(let target): .comment(target)
        case .sample: nil
        }
    }
}

/// A text that was written outside, and what it is for.
struct Homecoming: Hashable, Sendable {
    let sample: SampleID
    let field: EditedField
    let text: String
}

extension EditSubject {
    /// Where the text is stored.
    fileprivate var field: EditedField {
        switch self {
        case .query: .query
        case .response: .response
        case .argument(let argument): .argument(step: argument.step, path: argument.path)
        case .comment(let target): .comment(target)
        }
    }
}
