import Canvas

extension Inspector {
    /// While typing every key belongs to the text but Enter, which keeps the place, and Esc, which goes back.
    mutating func pressed(_ key: Key, searching field: TextField, before: Sheet, in room: Room) -> Outcome {
        switch key {
        case .escape: return abandon(before)
        case .enter: return finish(field, before)
        case .character, .control, .alt, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
            .left, .right, .home, .end, .pageUp, .pageDown:
            if key == .backspace, field.text.isEmpty { return abandon(before) }
            return type(key, in: field, before, room)
        }
    }

    private mutating func abandon(_ before: Sheet) -> Outcome {
        (sheet, mode) = (before, .reading)
        return .stays
    }

    private mutating func type(_ key: Key, in field: TextField, _ before: Sheet, _ room: Room) -> Outcome {
        var typed = field
        guard typed.press(key) else { return .stays }
        mode = .searching(typed, before: before)
        guard typed.text != field.text else { return .stays }
        sheet = before
        sheet.forgetSearch()
        if let needle = Needle(typed.text) {
            sheet.search(needle)
            sheet.goToNearest(in: room)
        }
        return .stays
    }

    private mutating func finish(_ field: TextField, _ before: Sheet) -> Outcome {
        mode = .reading
        guard sheet.found?.places.isEmpty == true else { return .stays }
        sheet = before
        return .said("no match for \(field.text)")
    }

    /// Goes to the next or the previous match, on from the other end where there is none.
    mutating func goToMatch(_ direction: Sheet.Direction, in room: Room) -> Outcome {
        guard let needle = sheet.found?.needle else { return .said("Nothing is looked for: / finds a text.") }
        return switch sheet.goToMatch(direction, in: room) {
        case .went: .stays
        case .nothing: .said("no match for \(needle.text)")
        case .wrapped: .said(direction == .forward ? "on from the beginning" : "on from the end")
        }
    }
}
