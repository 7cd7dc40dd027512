import Canvas
import DisplaySafety

/// A long text in full width, wrapped once for a width and then only scrolled.
struct Reader: Hashable, Sendable {
    let title: String
    private let content: [Line]
    private(set) var rows: [Line] = []
    private(set) var scroll = 0
    private var width = 0

    init(title: String, content: [Line], in size: Size) {
        self.title = title
        self.content = content
        fit(size)
    }

    /// Rows of text that a screen of a size shows.
    static func height(in size: Size) -> Int { max(1, size.rows - 4) }

    mutating func fit(_ size: Size) {
        if size.columns != width {
            width = size.columns
            rows = content.flatMap { $0.wrapped(to: max(1, width - 4)) }
        }
        scrolled(to: scroll, in: size)
    }

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays, closed
    }

    mutating func press(_ key: Key, in size: Size) -> Outcome {
        let page = Self.height(in: size)
        switch key {
        case .escape, .enter, .character("q"), .character("v"): return .closed
        case .down, .character("j"): scrolled(to: scroll + 1, in: size)
        case .up, .character("k"): scrolled(to: scroll - 1, in: size)
        case .control("d"): scrolled(to: scroll + page / 2, in: size)
        case .control("u"): scrolled(to: scroll - page / 2, in: size)
        case .pageDown, .character(" "): scrolled(to: scroll + page, in: size)
        case .pageUp: scrolled(to: scroll - page, in: size)
        case .home, .character("g"): scrolled(to: 0, in: size)
        case .end, .character("G"): scrolled(to: rows.count, in: size)
        case .character, .control, .alt, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .left,
            .right:
            return .stays
        }
        return .stays
    }

    private mutating func scrolled(to row: Int, in size: Size) {
        scroll = min(max(0, row), max(0, rows.count - Self.height(in: size)))
    }
}
