import Canvas
import Engine

extension ApprovalState {
    /// Takes in what happened and says what to do about it; pure, without I/O and without a clock.
    package mutating func update(_ event: ApprovalEvent) -> [ApprovalEffect] {
        switch event {
        case .key(let key): return pressed(key)
        case .resized(let size):
            self.size = size
            scroll = min(scroll, lastScroll)
        case .woken(let number): if number == asked { isDeaf = false }
        }
        return []
    }

    private mutating func pressed(_ key: Key) -> [ApprovalEffect] {
        if key == .control("l") { return [.redraw] }
        if key == .control("z") { return [.suspend] }
        guard Arrangement(for: size) != .refused else {
            return ApprovalKey.action(of: key) == .leave ? [.leave] : []
        }
        notice = nil
        switch layer {
        case .filtering(let field, let before): filter(key, field, before: before)
        case .patterning(let field, _): classify(key, field)
        case .help(let scroll): turn(key, from: scroll, last: lastHelpScroll) { .help(scroll: $0) }
        case .command(let scroll): turn(key, from: scroll, last: lastCommandScroll) { .command(scroll: $0) }
        case .confirming: return answer(key, effect: .approve(approval))
        case .leaving: return answer(key, effect: .leave)
        case .reading: return read(key)
        case nil: return perform(key)
        }
        return []
    }

    private mutating func perform(_ key: Key) -> [ApprovalEffect] {
        guard let action = ApprovalKey.action(of: key) else {
            if case .paste = key {
                notice = "Pasted text does nothing here."
            } else {
                notice = "\(key.name) is bound to nothing; ? shows the keys."
            }
            return []
        }
        switch action {
        case .classify(let classification): classify(as: classification)
        case .takeSuggestions: takeSuggestions()
        case .undo: undo()
        case .pattern: layer = .patterning(TextField(), complaint: nil)
        case .approve: return askToApprove()
        case .down: move(by: 1)
        case .up: move(by: -1)
        case .pageDown: move(by: page)
        case .pageUp: move(by: -page)
        case .first: move(by: -items.count)
        case .last: move(by: items.count)
        case .mark: mark()
        case .markRange: markRange()
        case .markAll: markAll()
        case .filter: layer = .filtering(TextField(filter), before: filter)
        case .read: if selected != nil { layer = .reading }
        case .detailDown: scroll = min(scroll + 1, lastScroll)
        case .detailUp: scroll = max(0, scroll - 1)
        case .command: layer = .command(scroll: 0)
        case .help: layer = .help(scroll: 0)
        case .leave: return askToLeave()
        case .closeLayer: return closeLayer()
        case .redraw, .suspend: return []
        }
        return []
    }

    /// A tool over the whole screen is scrolled, classified, and left.
    private mutating func read(_ key: Key) -> [ApprovalEffect] {
        switch key {
        case .escape, .enter, .character("v"), .character("q"): layer = nil
        case .down, .character("j"), .character("J"): scroll = min(scroll + 1, lastScroll)
        case .up, .character("k"), .character("K"): scroll = max(0, scroll - 1)
        case .pageDown, .control("d"), .character(" "): scroll = min(scroll + page, lastScroll)
        case .pageUp, .control("u"): scroll = max(0, scroll - page)
        case .home, .character("g"): scroll = 0
        case .end, .character("G"): scroll = lastScroll
        case .character("n"): move(by: 1)
        case .character("p"): move(by: -1)
        case .character, .control, .alt, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .left,
            .right:
            if case .classify(let classification)? = ApprovalKey.action(of: key) { classify(as: classification) }
            if ApprovalKey.action(of: key) == .undo { undo() }
        }
        return []
    }

    private mutating func turn(_ key: Key, from scroll: Int, last: Int, _ page: (Int) -> Layer) {
        switch key {
        case .down, .character("j"): layer = page(min(scroll + 1, last))
        case .up, .character("k"): layer = page(max(0, scroll - 1))
        case .pageDown, .control("d"), .character(" "): layer = page(min(scroll + self.page, last))
        case .pageUp, .control("u"): layer = page(max(0, scroll - self.page))
        case .home, .character("g"): layer = page(0)
        case .end, .character("G"): layer = page(last)
        case .character, .control, .alt, .function, .paste, .enter, .escape, .tab, .backTab, .backspace, .delete,
            .insert, .left, .right:
            layer = nil
        }
    }
}

extension ApprovalState {
    private mutating func askToApprove() -> [ApprovalEffect] {
        guard counts.classified > 0 else {
            notice = "Nothing is classified: r w d o say what a tool is, s takes the suggestions."
            return []
        }
        return ask(.confirming)
    }

    private mutating func askToLeave() -> [ApprovalEffect] {
        classifications == initial ? [.leave] : ask(.leaving)
    }

    /// Keys that were meant for what was there before do nothing.
    private mutating func ask(_ question: Layer) -> [ApprovalEffect] {
        layer = question
        (missed, complaint) = (nil, nil)
        asked += 1
        isDeaf = true
        return [.wake(asked, after: .milliseconds(300))]
    }

    /// Only `y` says yes.
    private mutating func answer(_ key: Key, effect: ApprovalEffect) -> [ApprovalEffect] {
        if isDeaf {
            missed = key
            return []
        }
        (missed, complaint) = (nil, nil)
        switch key {
        case .character("y"):
            layer = nil
            return [effect]
        case .character("n"), .character("q"), .escape, .enter, .alt, .control("c"): layer = nil
        case .character, .control, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left,
            .right, .home, .end, .pageUp, .pageDown:
            complaint = "\(key.shortName) does nothing here: y says yes, n says no."
        }
        return []
    }

    /// The innermost thing that can be left; the screen last.
    private mutating func closeLayer() -> [ApprovalEffect] {
        if anchor != nil {
            anchor = nil
        } else if !marks.isEmpty {
            marks = []
        } else if !filter.isEmpty {
            show("")
        } else {
            return askToLeave()
        }
        return []
    }
}
