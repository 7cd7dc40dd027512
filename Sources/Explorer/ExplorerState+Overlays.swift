import Canvas
import Engine
import Review

extension ExplorerState {
    mutating func pressed(_ key: Key, in overlay: Overlay) -> [Effect] {
        if key == .control("l") { return [.redraw] }
        switch overlay {
        case .reasons(let picker): return pressed(key, in: picker)
        case .help(let scroll): pressed(key, inHelpAt: scroll)
        case .export(let form): return pressed(key, in: form)
        case .quit: return pressedWhenQuitting(key)
        case .reader(var reader):
            let outcome = reader.press(key, in: size)
            self.overlay = outcome == .closed ? nil : .reader(reader)
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
            guard open?.id == picker.sample else { return [.decide(picker.sample, .reject(reasons, note: note))] }
            return settle(.reject(reasons, note: note))
        }
        return []
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

    private mutating func pressed(_ key: Key, inHelpAt scroll: Int) {
        let last = max(0, HelpOverlay(keymap: keymap, pen: Pen(.utf8)).rows.count - HelpOverlay.height(in: size))
        switch key {
        case .down, .character("j"): overlay = .help(scroll: min(last, scroll + 1))
        case .up, .character("k"): overlay = .help(scroll: max(0, scroll - 1))
        case .pageDown, .control("d"), .character(" "): overlay = .help(scroll: min(last, scroll + 10))
        case .pageUp, .control("u"): overlay = .help(scroll: max(0, scroll - 10))
        case .home, .character("g"): overlay = .help(scroll: 0)
        case .end, .character("G"): overlay = .help(scroll: last)
        case .escape, .character("q"), .character("?"), .function(1), .enter: overlay = nil
        case .character, .control, .alt, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .left,
            .right:
            return
        }
    }

    /// Only the keys that the question names do anything.
    private mutating func pressedWhenQuitting(_ key: Key) -> [Effect] {
        switch key {
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
