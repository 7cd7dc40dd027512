import Canvas

extension TextArea {
    /// Takes a key in and says whether it meant anything; a page is as many rows as are visible.
    ///
    /// Undo is ctrl-_ (which is also ctrl-/ on most keyboards) or alt-u, since ctrl-z stops the program.
    mutating func press(_ key: Key, page: Int) -> Bool {
        refusal = nil
        if case .character(let character) = key {
            wanted = nil
            type(String(character))
            return true
        }
        history.close()
        if moveRows(key, page: page) { return true }
        wanted = nil
        return move(key) || change(key)
    }

    private mutating func moveRows(_ key: Key, page: Int) -> Bool {
        switch key {
        case .up, .control("p"): moveRows(by: -1)
        case .down, .control("n"): moveRows(by: 1)
        case .pageUp: moveRows(by: 1 - max(2, page))
        case .pageDown: moveRows(by: max(2, page) - 1)
        case .character, .control, .alt, .function, .paste, .enter, .escape, .tab, .backTab, .backspace, .delete,
            .insert, .left, .right, .home, .end:
            return false
        }
        return true
    }

    private mutating func move(_ key: Key) -> Bool {
        switch key {
        case .left, .control("b"): cursor = place(before: cursor)
        case .right, .control("f"): cursor = place(after: cursor)
        case .home, .control("a"): cursor = lineStart
        case .end, .control("e"): cursor = lineEnd
        case .alt("b"): cursor = wordStart(before: cursor)
        case .alt("f"): cursor = wordEnd(after: cursor)
        case .alt("<"): cursor = Place(line: 0, byte: 0)
        case .alt(">"): cursor = end
        case .character, .control, .alt, .function, .paste, .enter, .escape, .tab, .backTab, .backspace, .delete,
            .insert, .up, .down, .pageUp, .pageDown:
            return false
        }
        return true
    }

    private mutating func change(_ key: Key) -> Bool {
        switch key {
        case .enter, .control("j"): insert("\n")
        case .paste(let text): insert(text)
        case .backspace, .control("h"): remove(place(before: cursor)..<cursor)
        case .delete, .control("d"): remove(cursor..<place(after: cursor))
        case .control("w"): remove(wordStart(before: cursor)..<cursor)
        case .alt("d"): remove(cursor..<wordEnd(after: cursor))
        case .control("k"): remove(cursor..<(cursor == lineEnd ? place(after: cursor) : lineEnd))
        case .control("u"): remove(lineStart..<cursor)
        case .control("_"), .alt("u"): undo()
        case .control("r"), .alt("U"): redo()
        case .character, .control, .alt, .function, .escape, .tab, .backTab, .insert, .up, .down, .left, .right,
            .home, .end, .pageUp, .pageDown:
            return false
        }
        return true
    }
}
