import Canvas
import DisplaySafety

/// The keys that do something now, the most useful ones first.
struct HintLine {
    let state: ExplorerState
    let pen: Pen

    private struct Hint {
        let actions: [Action]
        let label: String

        init(_ actions: Action..., label: String) {
            self.actions = actions
            self.label = label
        }
    }

    private static let hints = [
        Hint(.accept, label: "accept"), Hint(.reject, label: "reject"), Hint(.edit, label: "edit"),
        Hint(.skip, label: "skip"), Hint(.hold, label: "hold"), Hint(.stepOnce, label: "one step"),
        Hint(.undo, label: "undo"), Hint(.nextSample, .previousSample, label: "sample"),
        Hint(.previousIteration, .nextIteration, label: "iteration"), Hint(.nextPane, label: "pane"),
        Hint(.open, label: "open"), Hint(.toggleDiff, label: "diff"), Hint(.pauseRun, label: "pause"),
        Hint(.export, label: "export"), Hint(.zoom, label: "zoom"), Hint(.follow, label: "follow"),
        Hint(.quit, label: "quit"),
    ]

    func draw(in rect: Rect, on frame: inout Frame) {
        if !state.prefix.isEmpty { return drawPrefix(in: rect, on: &frame) }
        let help = line(for: Hint(.help, label: "help"))
        var waiting = Self.hints.filter { hint in hint.actions.allSatisfy { state.obstacle(to: $0) == nil } }[...]
        for row in rect.rowRange {
            let isLast = row == rect.row + rect.rows - 1
            var used = Line(" ")
            let room = rect.columns - 1 - (isLast ? help.width + 2 : 0)
            while let next = waiting.first.map(line), used.width + next.width <= room {
                used = used + next + Line("  ")
                waiting.removeFirst()
            }
            frame.draw(used + (isLast ? help : Line()), at: Position(row: row, column: rect.column))
        }
    }

    private func line(for hint: Hint) -> Line {
        let keys = hint.actions.compactMap { state.keymap.binding(for: $0)?.name.capitalisedWord }
        var line = Line(pen.line(keys.joined(separator: "/")), Ink(.hintKey))
        line.append(pen.line(" \(hint.label)"), Ink(.hintText))
        return line
    }

    /// What the keys pressed so far can become.
    private func drawPrefix(in rect: Rect, on frame: inout Frame) {
        var line = Line(" ")
        for binding in state.keymap.bindings where binding.keys.starts(with: state.prefix) {
            line.append(pen.line(binding.name), Ink(.hintKey))
            line.append(pen.line(" \(binding.label)  "), Ink(.hintText))
        }
        line.append("esc", Ink(.hintKey))
        line.append(" never mind", Ink(.hintText))
        frame.draw(line, at: rect.origin, columns: rect.columns)
    }
}

extension String {
    /// Named keys begin with a capital; single letters stay as they are.
    fileprivate var capitalisedWord: String {
        count > 2 ? prefix(1).uppercased() + dropFirst() : self
    }
}
