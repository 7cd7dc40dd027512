import Canvas
import DisplaySafety

extension LinearInput {
    /// A text of several lines: it ends with a full stop alone, or with the line of the key that asked for it.
    mutating func written(in sheet: EditSheet) -> Typed {
        let isWhole = isWhole
        let line = text()
        guard isWhole else {
            return line.allSatisfy(\.isWhitespace) ? .gathered : .keys(Self.writing(line, in: sheet))
        }
        if draft.isEmpty, line.isEmpty || line == "." { return .keys(Self.leaving(sheet)) }
        guard line == "." else {
            draft.append(line)
            return .gathered
        }
        defer { draft = [] }
        return .keys(Self.writing(draft.joined(separator: "\n"), in: sheet))
    }

    private static func leaving(_ sheet: EditSheet) -> [Key] {
        sheet.isChanged ? [.escape, .character("y")] : [.escape]
    }

    /// Every line is taken out from its beginning on, then the text is put in and kept.
    private static func writing(_ text: String, in sheet: EditSheet) -> [Key] {
        let clearing = Array(repeating: Key.control("k"), count: sheet.area.lines.count * 2)
        return [.alt("<")] + clearing + [.paste(text), .control("s")]
    }
}

extension LinearInput {
    /// Keys that leaf through what is read in full, or words to look for in it.
    mutating func pressed(in inspector: Inspector) -> Typed {
        if inspector.takesText {
            let text = text()
            return .keys(text.isEmpty ? [.escape] : [.end, .control("u"), .paste(text), .enter])
        }
        guard let word = word() else { return .keys([.escape]) }
        if word.first == "/", word.count > 1 {
            rest = word.dropFirst() + (rest ?? "")
            return .keys([.character("/")])
        }
        let keys = Key(name: word).map { [$0] } ?? (word.count == 2 ? word.map(Key.character) : nil)
        return keys.map { .keys($0) }
            ?? .refused("There is no key called \(SafeText(word).plain); an empty line leaves.")
    }

    /// A format by its number or name, and a folder if another one is wanted.
    mutating func export(_ form: ExportForm) -> Typed {
        guard let word = word(), word != "esc" else { return .keys([.escape]) }
        let number = Int(word).map { $0 - 1 } ?? form.formats.firstIndex { $0.name == word }
        let place = word == "enter" ? form.chosen : number
        guard let place, form.formats.indices.contains(place) else {
            return .refused("There is no format \(SafeText(word).plain). Choose a number or a name.")
        }
        let distance = place - form.chosen
        let moves = Array(repeating: distance > 0 ? Key.down : .up, count: abs(distance))
        let folder = text().trimmed
        let isTyping = form.field == .folder
        let typing: [Key] = folder.isEmpty ? [] : (isTyping ? [] : [.tab]) + [.end, .control("u"), .paste(folder)]
        return .keys(moves + typing + [.enter])
    }
}
