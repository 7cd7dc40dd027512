import Canvas
import DisplaySafety
import TestSupport
import Testing

@Suite("Drawing on a frame")
struct FrameTests {
    @Test func `puts text where it was asked to`() {
        var frame = Frame(size: Size(columns: 8, rows: 3))

        frame.draw("it 1", at: Position(row: 1, column: 2))

        expect(frame, shows: "\n  it 1\n")
        #expect(frame.text() == "        \n  it 1  \n        ")
    }

    @Test(arguments: [
        (0, "東京abcd "), (1, " 東京abcd"), (5, "     東京"), (6, "      東 "), (7, "       東"), (8, "         "),
        (-1, " 京abcd  "), (-2, "京abcd   "), (-9, "         "),
    ])
    func `cuts text at both edges and never splits a wide character`(column: Int, row: String) {
        var frame = Frame(size: Size(columns: 9, rows: 1))

        frame.draw("東京abcd", at: Position(row: 0, column: column))

        #expect(frame.text() == row)
    }

    @Test(arguments: [
        (0, "......", 0), (1, " .....", 1), (2, "東....", 2), (3, "東 ...", 3), (4, "東京..", 4), (9, "東京a.", 5),
    ])
    func `keeps to a limit of columns and says how many it took`(limit: Int, row: String, taken: Int) {
        var frame = Frame(size: Size(columns: 6, rows: 1))
        frame.draw("......", at: Position(row: 0, column: 0))

        let columns = frame.draw("東京a", at: Position(row: 0, column: 0), columns: limit)

        #expect(frame.text() == row)
        #expect(columns == taken)
    }

    @Test(arguments: [(0, "x 京"), (1, " x京"), (2, "東x "), (3, "東 x")])
    func `leaves a space of a wide character that is half overwritten`(column: Int, row: String) {
        var frame = Frame(size: Size(columns: 4, rows: 1))
        frame.draw("東京", at: Position(row: 0, column: 0))

        frame.draw("x", at: Position(row: 0, column: column))

        #expect(frame.text() == row)
    }

    @Test func `puts a wide character between the halves of two others`() {
        var frame = Frame(size: Size(columns: 4, rows: 1))
        frame.draw("東京", at: Position(row: 0, column: 0))

        frame.draw("都", at: Position(row: 0, column: 1))

        #expect(frame.text() == " 都 ")
        #expect(frame.cells.map(\.width) == [1, 2, 0, 1])
    }

    @Test func `keeps marks in the cell of their base`() {
        var frame = Frame(size: Size(columns: 3, rows: 1))

        frame.draw("e\u{301}x", at: Position(row: 0, column: 0))

        #expect(frame.cells.map(\.text) == ["e\u{301}", "x", " "])
    }

    @Test func `draws markers and line breaks in a role of their own`() {
        var frame = Frame(size: Size(columns: 14, rows: 1))

        frame.draw("a\u{7}\nb", at: Position(row: 0, column: 0), ink: Ink(.reason, on: .listSelected))

        expect(frame, shows: "a‹U+0007›␊b")
        expect(frame, hasRoles: "reason/list.selected 1, escaped/list.selected 9, reason/list.selected 1, text 3")
    }

    @Test(arguments: [-1, 3, 1000])
    func `draws nothing in a row that is not there`(row: Int) {
        var frame = Frame(size: Size(columns: 4, rows: 3))

        frame.draw("東京", at: Position(row: row, column: 0))

        #expect(frame == Frame(size: Size(columns: 4, rows: 3)))
    }

    @Test func `fills a part and no more`() {
        var frame = Frame(size: Size(columns: 6, rows: 3))
        for row in 0..<3 { frame.draw("東東東", at: Position(row: row, column: 0)) }

        frame.fill(Rect(row: 1, column: 1, rows: 5, columns: 2), ink: Ink(.text, on: .surface))

        expect(frame, shows: "東東東\n    東\n    東")
        #expect(frame.roles(row: 1) == "text 1, text/surface 2, text 3")
    }

    @Test func `lays a surface under what is drawn`() {
        var frame = Frame(size: Size(columns: 6, rows: 2))
        frame.draw("ok", at: Position(row: 0, column: 0), ink: Ink(.iterOk))

        frame.lay(.listSelected, under: Rect(row: 0, column: 0, rows: 1, columns: 4))

        expect(frame, shows: "ok")
        expect(frame, hasRoles: "iter.ok/list.selected 2, text/list.selected 2, text 2\ntext 6")
    }

    @Test(arguments: [(0, 0), (0, 3), (3, 0), (-1, -1)])
    func `may have no cells`(columns: Int, rows: Int) {
        var frame = Frame(size: Size(columns: columns, rows: rows))

        frame.draw("東京", at: Position(row: 0, column: 0))
        frame.fill(Rect(row: 0, column: 0, rows: 9, columns: 9), ink: Ink())
        frame.box(frame.bounds, title: "a", glyphs: .utf8)

        #expect(frame.cells.isEmpty)
        #expect(frame.changes(from: nil).isEmpty)
    }

    @Test func `has rows of the frame's width whatever is drawn`() {
        var frame = Frame(size: Size(columns: 7, rows: 2))
        let texts: [SafeText] = ["東京都庁舎", "a東b京c", "👩\u{200D}👧x", "\u{202E}", "e\u{301}\u{302}東"]

        for (step, text) in texts.enumerated() {
            for column in -8...8 { frame.draw(text, at: Position(row: (step + column) & 1, column: column)) }
            for row in 0..<2 {
                let cells = frame.cells[row * 7..<(row + 1) * 7]
                #expect(cells.reduce(0) { $0 + $1.width } == 7)
                #expect(zip(cells, cells.dropFirst()).allSatisfy { ($0.width == 2) == ($1.width == 0) })
            }
        }
    }
}
