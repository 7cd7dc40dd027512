import Canvas
import DisplaySafety
import TestSupport
import Testing

@Suite("Boxes")
struct FrameBoxTests {
    @Test func `have a title above and a note at the lower right`() {
        let frame = box(columns: 30, rows: 3, title: "Queue 1000  no filter", note: "417/1000")

        expect(
            frame,
            shows: """
                ┌─ Queue 1000  no filter ────┐
                │                            │
                └────────────────── 417/1000 ┘
                """)
    }

    @Test func `are heavy in focus`() {
        let frame = box(columns: 42, rows: 3, title: "Chains after it 5 (+1)", focus: .focused)

        expect(
            frame,
            shows: """
                ┏━ Chains after it 5 (+1) ━━━━━━━━━━━━━━━┓
                ┃                                        ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
                """)
    }

    @Test(arguments: [
        (Focus.unfocused, "+- Query ... +\n|            |\n+------------+"),
        (Focus.focused, "#= Query ... #\n#            #\n#============#"),
    ])
    func `can be drawn in ASCII`(focus: Focus, picture: String) {
        let frame = box(columns: 14, rows: 3, title: "Query it 5 (final)", focus: focus, glyphs: .ascii)

        expect(frame, shows: picture)
    }

    @Test func `cut a title that is too long, between wide characters`() {
        expect(box(columns: 12, rows: 2, title: "東京の天気予報"), shows: "┌─ 東京の… ┐\n└──────────┘")
        expect(box(columns: 11, rows: 2, title: "東京の天気予報"), shows: "┌─ 東京… ─┐\n└─────────┘")
    }

    @Test(arguments: [
        (1, 1, "┌"), (2, 1, "┌┐"), (2, 2, "┌┐\n└┘"), (5, 2, "┌───┐\n└───┘"), (6, 2, "┌─ … ┐\n└────┘"),
        (1, 3, "┌\n│\n└"),
    ])
    func `shrink to what there is`(columns: Int, rows: Int, picture: String) {
        expect(box(columns: columns, rows: rows, title: "Query", note: "note"), shows: picture)
    }

    @Test func `clear what was inside and leave what is outside`() {
        var frame = Frame(size: Size(columns: 8, rows: 4))
        for row in 0..<4 { frame.draw("xxxxxxxx", at: Position(row: row, column: 0)) }

        frame.box(Rect(row: 1, column: 2, rows: 3, columns: 4), title: .empty, glyphs: .utf8)

        expect(frame, shows: "xxxxxxxx\nxx┌──┐xx\nxx│  │xx\nxx└──┘xx")
    }

    @Test func `tell focus by their roles too`() {
        let unfocused = box(columns: 9, rows: 2, title: "Log")
        let focused = box(columns: 9, rows: 2, title: "Log", focus: .focused)

        expect(unfocused, hasRoles: "border 2, title 5, border 2\nborder 9")
        expect(focused, hasRoles: "border.focus 2, title.focus 5, border.focus 2\nborder.focus 9")
    }

    private func box(
        columns: Int, rows: Int, title: SafeText, note: SafeText = .empty, focus: Focus = .unfocused,
        glyphs: GlyphSet = .utf8
    ) -> Frame {
        var frame = Frame(size: Size(columns: columns, rows: rows))
        frame.box(frame.bounds, title: title, note: note, focus: focus, glyphs: glyphs)
        return frame
    }
}
