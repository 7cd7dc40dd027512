import Canvas
import DisplaySafety
import TestSupport
import Testing

@Suite("Lines in several inks")
struct LineTests {
    private let line = Line([Span("why: ", .textDim), Span("independent of c1, 東京", .reason)])

    @Test func `draw each piece in its ink`() {
        var frame = Frame(size: Size(columns: 30, rows: 1))

        let columns = frame.draw(line, at: Position(row: 0, column: 1))

        expect(frame, shows: " why: independent of c1, 東京")
        expect(frame, hasRoles: "text 1, text.dim 5, reason 23, text 1")
        #expect(columns == 28)
        #expect(line.width == 28)
    }

    @Test func `are cut at a limit of columns`() {
        var frame = Frame(size: Size(columns: 30, rows: 1))

        let columns = frame.draw(line, at: Position(row: 0, column: 0), columns: 7)

        expect(frame, shows: "why: in")
        #expect(columns == 7)
    }

    @Test func `keep their inks when they wrap`() {
        let lines = line.wrapped(to: 12)

        #expect(lines.map(\.text.plain) == ["why:", "independent", "of c1, 東京"])
        #expect(lines[0].spans == [Span("why:", .textDim)])
        #expect(lines[1].spans == [Span("independent", .reason)])
    }

    @Test func `wrap in the middle of a word that is in two inks`() {
        let lines = Line([Span("ab", .diffAdd), Span("cd", .diffDel)]).wrapped(to: 3)

        #expect(lines == [Line([Span("ab", .diffAdd), Span("c", .diffDel)]), Line([Span("d", .diffDel)])])
    }

    @Test(arguments: [(28, "why: independent of c1, 東京"), (7, "why: i…"), (5, "why:…"), (1, "…"), (0, "")])
    func `end with an ellipsis where they are cut`(width: Int, cut: String) {
        #expect(line.truncated(to: width).text.plain == cut)
    }

    @Test func `can be laid on another surface`() {
        let inks = line.on(.listSelected).spans.map(\.ink)

        #expect(inks == [Ink(.textDim, on: .listSelected), Ink(.reason, on: .listSelected)])
    }

    @Test func `are joined in order`() {
        var joined = line + Line("!", Ink(.lintError))
        joined.append("?")

        #expect(joined.text.plain == "why: independent of c1, 東京!?")
        #expect(joined.spans.count == 4)
    }

    @Test func `fill a part from its top and are cut at its foot`() {
        var frame = Frame(size: Size(columns: 8, rows: 4))

        frame.draw([Line("one"), Line("two long"), Line("three")], in: Rect(row: 1, column: 2, rows: 2, columns: 4))

        expect(frame, shows: "\n  one\n  two\n")
    }
}
