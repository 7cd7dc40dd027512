import Canvas
import Engine

extension ApprovalState {
    /// Goes through the list; the tool that is come to shows its beginning.
    mutating func move(by distance: Int) {
        let place = min(max(0, cursor + distance), max(0, shown.count - 1))
        if place != cursor { scroll = 0 }
        cursor = place
    }

    mutating func mark() {
        guard let name = selected?.tool.name else { return }
        if marks.remove(name) == nil { marks.insert(name) }
        move(by: 1)
    }

    /// Begins a range, or keeps the marks of the one that was begun.
    mutating func markRange() {
        if anchor == nil {
            anchor = selected?.tool.name
        } else {
            (marks, anchor) = (marked, nil)
        }
    }

    mutating func markAll() {
        let names = Set(shown.map { items[$0].tool.name })
        marks = marks == names ? [] : names
        anchor = nil
    }

    /// Takes a key of the filter line in; the list follows each one.
    mutating func filter(_ key: Key, _ field: TextField, before: String) {
        var field = field
        switch key {
        case .escape:
            layer = nil
            show(before)
        case .enter: layer = nil
        case .down: move(by: 1)
        case .up: move(by: -1)
        case .character, .control, .alt, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .left,
            .right, .home, .end, .pageUp, .pageDown:
            _ = field.press(key)
            layer = .filtering(field, before: before)
            if field.text != filter { show(field.text) }
        }
    }

    /// Shows what has all the words of a filter; the cursor stays on its tool where that is among it, and so do marks.
    mutating func show(_ text: String) {
        let name = selected?.tool.name
        filter = text
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        shown = items.indices.filter { index in words.allSatisfy { fits(items[index], $0) } }
        marks.formIntersection(shown.map { items[$0].tool.name })
        anchor = nil
        let place = shown.firstIndex { items[$0].tool.name == name }
        if place == nil { scroll = 0 }
        cursor = place ?? 0
    }

    private func fits(_ item: ApprovalItem, _ word: String) -> Bool {
        let name = item.tool.name.text.lowercased()
        if word.contains("*") { return ToolPattern(word).matches(ToolName(name)) }
        let state = [item.state.word, classifications[item.tool.name]?.word ?? "unclassified"]
        return state.contains(word) || name.contains(word) || item.tool.description.lowercased().contains(word)
    }
}
