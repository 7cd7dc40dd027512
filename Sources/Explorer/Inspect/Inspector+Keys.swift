import Canvas

extension Inspector {
    mutating func pressed(_ key: Key, in room: Room) -> Outcome {
        switch key {
        case .escape, .character("q"), .character("v"): return close()
        case .character("t"), .tab, .backTab: return turnOver(in: room)
        case .character("]"): return turn(by: 1, in: room)
        case .character("["): return turn(by: -1, in: room)
        case .character(";"), .character("n"): return goToMatch(.forward, in: room)
        case .character(","), .character("N"): return goToMatch(.backward, in: room)
        case .character("/"): mode = .searching(TextField(), before: sheet)
        case .character("y"): mode = .copying
        case .character("g"): mode = .going
        case .character("?"), .function(1): mode = .keys(scroll: 0)
        case .character, .control, .alt, .function, .paste, .enter, .backspace, .delete, .insert, .up, .down, .left,
            .right, .home, .end, .pageUp, .pageDown:
            if sheet.shownTree == nil { pressedInText(key, in: room) } else { pressedInTree(key, in: room) }
        }
        return .stays
    }

    /// A long string first, then the whole.
    private mutating func close() -> Outcome {
        guard sheet.passage != nil else { return .closed }
        sheet.closePassage()
        return .stays
    }

    private mutating func turnOver(in room: Room) -> Outcome {
        guard sheet.tree != nil else { return .said("There is no tree: this is not JSON.") }
        sheet.turn(in: room)
        return .stays
    }

    private mutating func pressedInTree(_ key: Key, in room: Room) {
        if key == .enter, sheet.openPassage() { return }
        sheet.tree?.press(key, in: room)
    }

    private mutating func pressedInText(_ key: Key, in room: Room) {
        if sheet.passage != nil, key == .enter { return sheet.closePassage() }
        sheet.changeText { $0.press(key, in: room) }
    }

    mutating func pressedAfterG(_ key: Key, in room: Room) -> Outcome {
        mode = .reading
        guard key == .character("g") else { return .stays }
        if sheet.shownTree == nil { sheet.changeText { $0.goToStart() } } else { sheet.tree?.goToStart() }
        return .stays
    }

    mutating func pressed(_ key: Key, amongKeysFrom scroll: Int, in size: Size) -> Outcome {
        let last = max(0, InspectorKeys.rows.count - InspectorKeys.height(in: size))
        switch key {
        case .down, .character("j"): mode = .keys(scroll: min(last, scroll + 1))
        case .up, .character("k"): mode = .keys(scroll: max(0, scroll - 1))
        case .character, .control, .alt, .function, .paste, .enter, .escape, .tab, .backTab, .backspace, .delete,
            .insert, .left, .right, .home, .end, .pageUp, .pageDown:
            mode = .reading
        }
        return .stays
    }
}

extension TreePage {
    mutating func press(_ key: Key, in room: Inspector.Room) {
        switch key {
        case .down, .character("j"): move(by: 1, in: room)
        case .up, .character("k"): move(by: -1, in: room)
        case .control("d"): move(by: max(1, room.rows / 2), in: room)
        case .control("u"): move(by: -max(1, room.rows / 2), in: room)
        case .pageDown, .character(" "): move(by: room.rows, in: room)
        case .pageUp: move(by: -room.rows, in: room)
        case .home: goToStart()
        case .end, .character("G"): goToEnd()
        case .character("J"): goToNextSibling()
        case .character("K"): goToPreviousSibling()
        case .right, .character("l"): goIn()
        case .left, .character("h"): goOut()
        case .enter: toggle()
        case .character("E"): openAll()
        case .character("C"): foldAll()
        case .character("w"): toggleWrap()
        case .character, .control, .alt, .function, .paste, .escape, .tab, .backTab, .backspace, .delete, .insert:
            return
        }
    }
}

extension TextPage {
    mutating func press(_ key: Key, in room: Inspector.Room) {
        switch key {
        case .down, .character("j"): scroll(by: 1, in: room)
        case .up, .character("k"): scroll(by: -1, in: room)
        case .control("d"): scroll(by: max(1, room.rows / 2), in: room)
        case .control("u"): scroll(by: -max(1, room.rows / 2), in: room)
        case .pageDown, .character(" "): scroll(by: room.rows, in: room)
        case .pageUp: scroll(by: -room.rows, in: room)
        case .home: goToStart()
        case .end, .character("G"): goToEnd(in: room)
        case .right, .character("l"): scroll(sideways: max(1, room.columns / 4), in: room)
        case .left, .character("h"): scroll(sideways: -max(1, room.columns / 4), in: room)
        case .character("w"): toggleWrap(in: room)
        case .character, .control, .alt, .function, .paste, .enter, .escape, .tab, .backTab, .backspace, .delete,
            .insert:
            return
        }
    }
}
