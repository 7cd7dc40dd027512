import Canvas
import DisplaySafety

/// Actions whose keys share a word.
struct Hint {
    let actions: [Action]
    let label: String

    init(_ actions: Action..., label: String) {
        self.actions = actions
        self.label = label
    }

    init(_ action: Action) {
        actions = [action]
        label = action.entry?.label ?? ""
    }
}

/// The keys that do something now, the most useful ones first.
struct Hints {
    let keymap: Keymap
    /// What is done here, the most useful first.
    let all: [Hint]
    /// Why an action is not possible now; nil when it is.
    let obstacle: (Action) -> String?

    /// The hints in so many rows; the last one ends with the key of the help, which says `more` where any were cut.
    func lines(rows: Int, columns: Int, pen: Pen) -> [Line] {
        var waiting = possible.map { line(for: $0, pen) }[...]
        return (0..<max(0, rows)).map { row in
            // Nothing follows the gap behind the last hint of the other rows.
            guard row == rows - 1 else { return Self.take(&waiting, columns: columns + Self.gap.width) }
            let isCut = waiting.reduce(Line(" ")) { $0 + $1 + Self.gap }.width > columns - help(pen).width
            let closing = isCut ? more(pen) : help(pen)
            return Self.take(&waiting, columns: columns - closing.width) + closing
        }
    }

    func draw(in rect: Rect, on frame: inout Frame, pen: Pen) {
        for (row, line) in zip(rect.rowRange, lines(rows: rect.rows, columns: rect.columns, pen: pen)) {
            frame.draw(line, at: Position(row: row, column: rect.column), columns: rect.columns)
        }
    }

    /// The beginning of what waits, as far as it fits.
    private static func take(_ waiting: inout ArraySlice<Line>, columns: Int) -> Line {
        var line = Line(" ")
        while let next = waiting.first, line.width + next.width + gap.width <= columns {
            line = line + next + gap
            waiting.removeFirst()
        }
        return line
    }

    private static let gap = Line("  ")

    private var possible: [Hint] {
        var shown: Set<Action> = []
        return all.filter { hint in
            hint.actions.allSatisfy { keymap.binding(for: $0) != nil && obstacle($0) == nil }
                && hint.actions.allSatisfy { shown.insert($0).inserted }
        }
    }

    private func line(for hint: Hint, _ pen: Pen) -> Line {
        let keys = hint.actions.compactMap { keymap.binding(for: $0)?.name.capitalisedWord }
        return Line([
            Span(pen.line(keys.joined(separator: "/")), .hintKey), Span(pen.line(" " + hint.label), .hintText),
        ])
    }

    private func help(_ pen: Pen) -> Line { line(for: Hint(.help, label: "help"), pen) }

    private func more(_ pen: Pen) -> Line {
        Line([Span("more ", .hintText), Span(pen.line(keymap.binding(for: .help)?.name ?? ""), .hintKey)])
    }

    /// What is done on Review, in a pane.
    static func review(in pane: Pane) -> [Hint] { decisions + own(to: pane) + common }

    private static let decisions = [
        Hint(.accept), Hint(.reject), Hint(.edit), Hint(.skip), Hint(.hold), Hint(.undo),
        Hint(.nextSample, .previousSample, label: "sample"),
    ]

    /// What is done most in a pane.
    private static func own(to pane: Pane) -> [Hint] {
        switch pane {
        case .queue: [Hint(.filter), Hint(.mark), Hint(.sort), Hint(.acceptMarked)]
        case .chains:
            [
                Hint(.previousIteration, .nextIteration, label: "iteration"), Hint(.fold, .unfold, label: "fold"),
                Hint(.inspect), Hint(.rerun),
            ]
        case .gradient:
            [
                Hint(.previousIteration, .nextIteration, label: "iteration"), Hint(.open),
                Hint(.override), Hint(.selectedProposal), Hint(.inspect),
            ]
        case .query, .response:
            [Hint(.toggleDiff), Hint(.regenerate), Hint(.comment), Hint(.wrap), Hint(.inspect)]
        case .facts: [Hint(.copy(.id), label: "copy id"), Hint(.wrap)]
        }
    }

    private static let common = [
        Hint(.previousIteration, .nextIteration, label: "iteration"), Hint(.nextPane), Hint(.open),
        Hint(.toggleDiff), Hint(.filter), Hint(.palette), Hint(.nextProblem, .previousProblem, label: "problem"),
        Hint(.stepOnce),
        Hint(.pauseRun), Hint(.export), Hint(.zoom), Hint(.follow), Hint(.comment), Hint(.quit),
    ]
}

extension String {
    /// Named keys begin with a capital; single letters stay as they are.
    fileprivate var capitalisedWord: String {
        count > 2 ? prefix(1).uppercased() + dropFirst() : self
    }
}

extension ExplorerState {
    /// The keys that do something now, on the screen that is shown.
    var hints: Hints {
        Hints(
            keymap: keymap, all: body(Pen(glyphs))?.hints ?? Hints.review(in: focusedPane), obstacle: obstacle(to:))
    }
}
