import Canvas
import DisplaySafety
import Engine

extension LinearInput {
    /// A word for each choice; a text may follow the one that writes it.
    mutating func steering(in sheet: OverrideSheet, _ state: ExplorerState) -> Typed {
        switch sheet.mode {
        case .writing(let text): return written(text)
        case .leaving, .estimating:
            let answers = ["y": Key.character("y"), "n": .escape, "esc": .escape, "": .escape]
            return answers[word() ?? ""].map { .keys([$0]) } ?? .refused("Answer y or n.")
        case .choosing, .keys: break
        }
        guard let word = word() else { return .asksWhere }
        guard let subject = state.subject(of: sheet) else { return .keys([.escape]) }
        if let keys = Self.plainWords[word] { return .keys(keys) }
        guard let keys = keys(for: word, in: sheet, subject) else {
            return .refused("There is no choice \(SafeText(word).plain). An empty line tells what there is.")
        }
        return .keys(keys)
    }

    private static let plainWords: [String: [Key]] = [
        "esc": [.escape], "go": [.control("s")], "ctrl-s": [.control("s")], "s": [.character("s")],
        "d": [.character("d")], "a": [.character("a")], "+": [.character("+")],
    ]

    private mutating func keys(for word: String, in sheet: OverrideSheet, _ subject: SteeredIteration) -> [Key]? {
        if word.count == 1, let key = Key(name: word), Int(word) != nil { return [key] }
        if word == "n" { return writing([.character("n")]) }
        let numbers = word.dropFirst().split(separator: ".").compactMap { Int($0) }
        guard let number = numbers.first else { return word == "c" ? [.character("c")] : nil }
        let row: OverrideRow
        switch (word.first, numbers.count) {
        case ("c", 1): row = .place(.append(Chain.ID(number)))
        case ("m", 1) where subject.proposedTools.indices.contains(number - 1):
            row = .tool(subject.proposedTools[number - 1])
        case ("i", 1), ("x", 1): row = .proposal(Proposal.ID(number))
        case ("e", 1): row = .call(Proposal.ID(number), 0)
        case ("e", 2): row = .call(Proposal.ID(number), numbers[1] - 1)
        case (_, _): return nil
        }
        guard let moves = Self.moves(to: row, in: sheet, subject) else { return nil }
        switch word.first {
        case "i": return writing(moves + [.character("i")])
        case "e": return writing(moves + [.character("e")])
        case "x": return moves + [.character("x")]
        case _: return moves + [.character(" ")]
        }
    }

    private static func moves(to row: OverrideRow, in sheet: OverrideSheet, _ subject: SteeredIteration) -> [Key]? {
        let rows = sheet.rows(in: subject)
        guard let from = rows.firstIndex(of: sheet.row), let to = rows.firstIndex(of: row) else { return nil }
        return Array(repeating: to > from ? .down : .up, count: abs(to - from))
    }

    /// What follows in the line is the text; without one it is asked for.
    private mutating func writing(_ opening: [Key]) -> [Key] {
        let text = text().trimmed
        return text.isEmpty ? opening : opening + Self.replacing(text, lines: Self.longest)
    }

    /// Lines of a text that a short one replaces at most.
    private static let longest = 200

    private static func replacing(_ text: String, lines: Int) -> [Key] {
        [.alt("<")] + Array(repeating: .control("k"), count: lines * 2) + [.paste(text), .control("s")]
    }

    /// A text of several lines, as in the editor of a sample.
    private mutating func written(_ text: OverrideText) -> Typed {
        if text.isLeaving { return word() == "y" ? .keys([.character("y")]) : .keys([.escape]) }
        let line = self.text()
        if draft.isEmpty, line.isEmpty || line == "." {
            return .keys(text.isChanged ? [.escape, .character("y")] : [.escape])
        }
        guard line == "." else {
            draft.append(line)
            return .gathered
        }
        defer { draft = [] }
        return .keys(Self.replacing(draft.joined(separator: "\n"), lines: text.area.lines.count))
    }
}
