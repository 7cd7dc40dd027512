import Canvas
import DisplaySafety
import Engine
import Review

extension LinearInput {
    mutating func answer(to overlay: Overlay, in state: ExplorerState) -> Typed {
        switch overlay {
        case .reasons(let picker): return picker.mode == .writing ? .keys(note(in: picker)) : reasons(in: picker)
        case .help(let page): return .keys(search(in: page))
        case .palette: return .keys(command())
        case .filter: return .keys(line(closing: [.escape]))
        case .sorts(let menu): return choice(menu.choices.map { String($0.key) }, none: .escape)
        case .confirm:
            return choice(["y": .enter, "enter": .enter, "n": .escape, "esc": .escape, "": .escape], "y or n")
        case .rerun, .stopping, .proposal:
            return choice(["y": .character("y"), "n": .escape, "esc": .escape, "": .escape], "y or n")
        case .editing(let sheet): return written(in: sheet)
        case .override(let sheet): return steering(in: sheet, state)
        case .rewriting: return choice(["o", "m", "n"], none: nil)
        case .inspector(let inspector): return pressed(in: inspector)
        // It was read out, and has nothing to answer.
        case .notices: return .keys([.escape])
        case .export(let form): return export(form)
        case .approval(let dialog): return permission(dialog)
        case .quit:
            let background = state.background.isOffered(while: state.run) ? ["b"] : []
            return choice(background + ["s", "c"], none: .escape)
        }
    }

    /// One of some keys, by its number or its letter.
    private mutating func choice(_ letters: [String], none: Key?) -> Typed {
        guard let word = word() else {
            return none.map { .keys([$0]) } ?? .refused("Choose one of \(letters.joined(separator: ", ")).")
        }
        if word == "esc" { return .keys([.escape]) }
        let letter = Int(word).flatMap { letters.indices.contains($0 - 1) ? letters[$0 - 1] : nil } ?? word
        guard letters.contains(letter), let key = Key(name: letter) else {
            return .refused("Choose one of \(letters.joined(separator: ", ")), or esc.")
        }
        return .keys([key])
    }

    /// A question comes by itself: what was typed in the same line before it is no answer to it.
    private mutating func permission(_ dialog: CallDialog) -> Typed {
        guard isWhole else {
            return .refused(
                "A call asks for permission: answer that in a line of its own. The rest of this one was not read.")
        }
        switch word() ?? "" {
        // All of the arguments were read out.
        case "y": return .keys([.character("G"), .character("y")])
        case "Y" where dialog.mayStand: return .keys([.character("G"), .character("Y")])
        case "n", "esc", "enter", "": return .keys([.escape])
        case "ctrl-c": return .keys([.control("c")])
        case _: return .refused(dialog.mayStand ? "Answer y, Y or n." : "Answer y or n.")
        }
    }

    private mutating func choice(_ answers: [String: Key], _ possible: String) -> Typed {
        answers[word() ?? ""].map { .keys([$0]) } ?? .refused("Answer \(possible).")
    }

    /// The text in place of the one that is there, and Enter; an empty line gives other keys.
    private mutating func line(closing: [Key]) -> [Key] {
        let text = text()
        return text.allSatisfy(\.isWhitespace) ? closing : Self.replacing(text) + [.enter]
    }

    private static func replacing(_ text: String) -> [Key] { [.end, .control("u"), .paste(text)] }

    private mutating func search(in page: HelpPage) -> [Key] {
        let text = text()
        guard text.allSatisfy(\.isWhitespace) else { return Self.replacing(text) }
        return page.search.text.isEmpty ? [.escape] : [.escape, .escape]
    }

    /// A command is given only by its own name: nobody sees here which one another text would come to.
    private mutating func command() -> [Key] {
        let text = text().trimmed
        if text.isEmpty { return [.escape] }
        let isNamed = ActionEntry.named(text) != nil || Verb.leading(text) != nil
        return Self.replacing(text) + (isNamed ? [.enter] : [])
    }
}

extension LinearInput {
    /// Codes with commas between them are chosen, and nothing else; what follows them is the note.
    private mutating func reasons(in picker: ReasonPicker) -> Typed {
        guard let word = word() else { return .keys(picker.marked.isEmpty ? [.escape] : [.enter]) }
        let isToggling = word.first == "+" && word.count > 1
        let names = (isToggling ? String(word.dropFirst()) : word).split(separator: ",").map(String.init)
        let reasons = names.compactMap { Reason($0) }
        guard !reasons.isEmpty, reasons.count == names.count else { return key(called: word) }
        if isToggling { return .keys(marking(reasons, in: picker)) }
        let note = text().trimmed
        if reasons.count == 1, note.isEmpty, picker.mode == .choosing { return .keys([.character(reasons[0].key)]) }
        return .keys(choosing(reasons, note, in: picker))
    }

    private func key(called word: String) -> Typed {
        guard let key = Key(name: word), ReasonPicker.otherKeys.contains(key) else {
            return .refused(
                "There is no reason \(SafeText(word).plain). Choose keys, several separated by commas; esc leaves.")
        }
        return .keys([key])
    }

    private func marking(_ reasons: [Reason], in picker: ReasonPicker) -> [Key] {
        (picker.mode == .choosing ? [.character("+")] : []) + reasons.map { .character($0.key) }
    }

    /// Takes every mark away, marks these in their order, and rejects.
    private func choosing(_ reasons: [Reason], _ note: String, in picker: ReasonPicker) -> [Key] {
        var seen: Set<Reason> = []
        let wanted = reasons.filter { seen.insert($0).inserted }
        let marks = marking(picker.marked.map(\.reason) + wanted, in: picker)
        return marks + (note.isEmpty ? [] : [.character("n")] + Self.replacing(note)) + [.enter]
    }

    private mutating func note(in picker: ReasonPicker) -> [Key] {
        line(closing: [.escape])
    }
}

extension ReasonPicker {
    /// What is pressed beside the keys of the reasons.
    fileprivate static let otherKeys: Set<Key> = [
        .enter, .escape, .tab, .backTab, .up, .down, .character("j"), .character("k"), .character(" "), .character("+"),
        .character("n"),
    ]
}
