import Canvas
import DisplaySafety

/// The keys of the sheet that steers, on show in its place.
struct OverrideKeys {
    /// The first one that is shown.
    let first: Int
    let title: SafeText
    let pen: Pen

    static let rows: [(keys: String, help: String)] = [
        ("j k  down up", "next, previous row"),
        ("Tab  shift-Tab", "next, previous part"),
        ("g G ctrl-d ctrl-u", "first, last row; a page down, up"),
        ("space", "choose; on a call, its proposal"),
        ("enter", "choose; write a call, or the note"),
        ("1 to 9", "choose that proposal"),
        ("s", "leave the decision as it is"),
        ("d", "decline: nothing is added"),
        ("a", "the place that it has by itself"),
        ("+", "a new chain"),
        ("c", "the next chain"),
        ("n", "write the note"),
        ("i e", "write its instruction, arguments"),
        ("x", "take back what was written of it"),
        ("ctrl-s  F2", "done: nothing is asked for before"),
        ("esc  q", "leave; asks where a text is lost"),
    ]

    private static let signs = 19

    /// Where the cursor goes that scrolls them; nil for a key that goes back.
    static func scrolled(from first: Int, by key: Key, in size: Size) -> Int? {
        let last = max(0, rows.count - height(in: size))
        return switch key {
        case .down, .character("j"): min(last, first + 1)
        case .up, .character("k"): max(0, first - 1)
        case .character, .control, .alt, .function, .paste, .enter, .escape, .tab, .backTab, .backspace, .delete,
            .insert, .left, .right, .home, .end, .pageUp, .pageDown:
            nil
        }
    }

    /// Rows of keys that there is room for.
    private static func height(in size: Size) -> Int {
        max(1, OverrideText.layout(in: size).box.inset().rows - 1)
    }

    func draw(on frame: inout Frame) {
        let box = OverrideText.layout(in: frame.size).box
        let inner = box.inset(rows: 1, columns: 2)
        let height = Self.height(in: frame.size)
        let first = min(first, max(0, Self.rows.count - height))
        let shown = Self.rows.dropFirst(first).prefix(height).map { row in
            Line([Span(SafeText(row.keys).padded(to: Self.signs), .hintKey), Span(SafeText(row.help), .text)])
                .truncated(to: inner.columns, ellipsis: pen[.ellipsis])
        }
        let isCut = Self.rows.count > height
        let note = isCut ? "\(first + 1)-\(first + shown.count) of \(Self.rows.count)" : ""
        frame.box(box, title: title, note: SafeText(note), focus: .focused, glyphs: pen.glyphs, surface: .surface)
        let keys: SafeText = isCut ? "j k scroll   any other key goes back" : "any key goes back"
        let footer = Line(keys, Ink(.hintText))
        let filling = Array(repeating: Line(), count: max(0, height - shown.count))
        frame.draw(shown + filling + [footer], in: inner)
        frame.lay(.surface, under: box.inset())
        frame.cursor = inner.origin
    }
}
