import Canvas
import DisplaySafety
import Engine
import Review

/// Tells in lines of text what a change of the interface brought, for a screen reader or a terminal that only prints.
///
/// Lines have no control characters and are broken nowhere but where the data has line breaks.
package struct LinearReader: Sendable {
    let pen: Pen

    /// A reader for a terminal that can print these signs.
    package init(glyphs: GlyphSet = .utf8) {
        pen = Pen(glyphs)
    }

    /// What to say once the explorer has become another one.
    ///
    /// - Parameters:
    ///   - event: What happened; nil where keys were pressed.
    ///   - before: What the explorer was.
    ///   - after: What it is now.
    /// - Returns: The lines, none where nothing is worth one.
    package func lines(
        after event: ExplorerEvent? = nil, from before: ExplorerState, to after: ExplorerState
    ) -> [String] {
        let news = news(from: before, to: after)
        let contents =
            saved(from: before, to: after, besides: news) + news.flatMap { spoken($0.text) }
            + list(from: before, to: after) + sample(after: event, from: before, to: after)
            + growth(from: before, to: after) + questions(from: before, to: after)
            + arrived(with: event, from: before, to: after)
        guard contents.isEmpty, event == nil else { return contents }
        return moved(from: before, to: after)
    }

    /// What to say before anything else: how to ask and how to leave.
    package func greeting(for state: ExplorerState) -> [String] {
        let (help, quit) = (state.keymap.name(of: .help), state.keymap.name(of: .quit))
        return spoken("toolgrad, \(state.dataset). Type keys by their names, then Enter.")
            + spoken("\(help) lists them, an empty line tells where you are, \(quit) leaves.")
    }

    /// What to say where keys changed nothing and asked for nothing.
    package static let silence = "Nothing changed."

    /// What to say to begin with, and to whoever asks where they are.
    package func whereabouts(in state: ExplorerState) -> [String] {
        if let overlay = state.overlay { return opened(overlay, in: state) }
        let keys = state.hints.lines(rows: 1, columns: Self.anyWidth, pen: pen).map { $0.text.plain.trimmed }
        let here = state.body(pen).map { ["Screen \(state.screen.title)."] + $0.lines }
        return (here ?? heading(of: state) + place(in: state)) + keys.map { "Keys: \($0)" }
    }

    /// What was to be copied, on a terminal that has no clipboard for it.
    package func lines(reading copied: CopiedText) -> [String] { spoken("\(copied.name): \(copied.text)") }

    /// Notices that the one has and the other has not yet.
    private func news(from before: ExplorerState, to after: ExplorerState) -> [Notice] {
        let (old, new) = (before.told, after.told)
        let count = (0...new.count).first { added in
            (old + new.suffix(added)).suffix(new.count) == new[...] && old.count + added >= new.count
        }
        return Array(new.suffix(count ?? new.count))
    }
}

extension LinearReader {
    /// All of a text that may come from anywhere; its later lines are indented.
    func spoken(_ text: String, indent: Int = 0) -> [String] {
        pen.whole(text.utf8).lines.enumerated().map { index, line in
            String(repeating: " ", count: indent + (index == 0 ? 0 : 2)) + line.plain
        }
    }

    /// The name of a tool or a source in a sentence: one line, and not much of a longer one.
    func spokenName(_ text: String) -> String {
        pen.line(text).truncated(to: 128, ellipsis: pen[.ellipsis]).plain
    }

    /// `2 chains`, `1 step`.
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
