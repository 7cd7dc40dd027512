import Canvas
import Engine
import Review

extension ExplorerState {
    mutating func pressed(_ key: Key, in overlay: Overlay) -> [Effect] {
        if key == .control("l") { return [.redraw] }
        // Whoever types on meant none of it for a dialog that opened by itself.
        if deafness != nil { return overlay.opensByItself ? missed(key) : [] }
        // Escape and the next key in one go look like alt: nothing is done by the second one.
        if case .alt = key, !overlay.takesAlt { return pressed(.escape, in: overlay) }
        switch overlay {
        case .reasons(let picker): return pressed(key, in: picker)
        case .help(let page): return pressed(key, in: page)
        case .palette(let palette): return pressed(key, in: palette)
        case .filter(let line): return pressed(key, in: line)
        case .sorts(let menu): return pressed(key, inSorts: menu)
        case .confirm(let confirmation): return pressed(key, in: confirmation)
        case .rerun(let question): return pressed(key, in: question)
        case .stopping(let question): return pressed(key, in: question)
        case .editing(let sheet): return pressed(key, in: sheet)
        case .override(let sheet): return pressed(key, in: sheet)
        case .rewriting(let choice): return pressed(key, in: choice)
        case .inspector(let inspector): return pressed(key, in: inspector)
        case .notices: self.overlay = nil
        case .export(let form): return pressed(key, in: form)
        case .approval(let dialog): return pressed(key, in: dialog)
        case .proposal(let sheet): return pressed(key, in: sheet)
        case .quit: return pressedWhenQuitting(key)
        }
        return []
    }

    private mutating func pressed(_ key: Key, in picker: ReasonPicker) -> [Effect] {
        var picker = picker
        switch picker.press(key) {
        case .stays: overlay = .reasons(picker)
        case .closed: overlay = nil
        case .rejected(let reasons, let note):
            overlay = nil
            (session.lastReasons, session.lastNote) = (reasons, note)
            return reject(picker.subject, reasons, note: note)
        }
        return []
    }

    /// A sample that is rejected already gets other reasons, and the reviewer stays at it.
    private mutating func reject(
        _ subject: ReasonPicker.Subject, _ reasons: [AnchoredReason], note: String
    ) -> [Effect] {
        let action = Decision.Action.reject(reasons, note: note)
        switch subject {
        case .many(let bulk, let count):
            return decideAll(Confirmation(bulk: bulk, action: action, count: count, decided: 0, examples: []))
        case .disputed(let sample, _):
            adjudicate.advance()
            return [.decide(sample, .adjudicate(.rejected(reasons, note: note)))]
        case .one(let sample):
            guard open?.id == sample, open?.review.status != .rejected else { return [.decide(sample, action)] }
            return settle(action)
        }
    }

    private mutating func pressed(_ key: Key, in confirmation: Confirmation) -> [Effect] {
        switch confirmation.press(key) {
        case .stays: return []
        case .closed:
            overlay = nil
            return []
        case .confirmed: return carryOut(confirmation)
        }
    }

    private mutating func pressed(_ key: Key, in question: RerunQuestion) -> [Effect] {
        overlay = nil
        guard question.isConfirmed(by: key) else {
            tell("Step \(question.step) was not run again.")
            return []
        }
        return [.rerun(question.sample, step: question.step)]
    }

    private mutating func pressed(_ key: Key, in form: ExportForm) -> [Effect] {
        var form = form
        switch form.press(key) {
        case .stays: overlay = .export(form)
        case .closed: overlay = nil
        case .exports(let format, let folder):
            overlay = nil
            exportFolders[format] = folder
            tell("Writing \(format) to \(folder).")
            return [.export(format: format, folder: folder)]
        }
        return []
    }

    /// Only the keys that the question names do anything.
    private mutating func pressedWhenQuitting(_ key: Key) -> [Effect] {
        switch key {
        case .character("b") where background.isOffered(while: run):
            overlay = nil
            tell("The run goes on in the background; quitting once it does.")
            return [.quit(.intoBackground)]
        case .character("s"):
            overlay = nil
            tell("Finishing what is in flight, then quitting.")
            return [.quit(.afterInFlight)]
        case .character("c"):
            overlay = nil
            return [.quit(.cancelling)]
        case .escape:
            overlay = nil
        case .character, .control, .alt, .function, .paste, .enter, .tab, .backTab, .backspace, .delete, .insert, .up,
            .down, .left, .right, .home, .end, .pageUp, .pageDown:
            return []
        }
        return []
    }
}
