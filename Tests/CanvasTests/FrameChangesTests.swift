import Canvas
import DisplaySafety
import Testing

@Suite("Changes between frames")
struct FrameChangesTests {
    private let size = Size(columns: 10, rows: 3)

    @Test func `are every row when there was no frame or one of another size`() {
        let frame = Frame(size: size)

        #expect(frame.changes(from: nil).map(\.position) == (0..<3).map { Position(row: $0, column: 0) })
        #expect(frame.changes(from: nil).allSatisfy { $0.cells.count == 10 })
        #expect(frame.changes(from: Frame(size: Size(columns: 10, rows: 2))) == frame.changes(from: nil))
    }

    @Test func `are none between equal frames`() {
        #expect(Frame(size: size).changes(from: Frame(size: size)).isEmpty)
    }

    @Test func `are the cells that differ, run by run`() {
        let shown = drawn("a b c", row: 1)

        let changes = drawn("a X Y", row: 1).changes(from: shown)

        #expect(changes.map(\.position) == [Position(row: 1, column: 2), Position(row: 1, column: 4)])
        #expect(changes.map(\.text) == ["X", "Y"])
    }

    @Test func `hold both halves of a wide character`() {
        #expect(drawn("a東b", row: 0).changes(from: drawn("axyb", row: 0)).map(\.text) == ["東"])
        #expect(drawn("a東b", row: 0).changes(from: drawn("axyb", row: 0)).first?.cells.count == 2)
        #expect(drawn("axyb", row: 0).changes(from: drawn("a東b", row: 0)).map(\.text) == ["xy"])
    }

    @Test func `begin with the left half where only the right half differs`() {
        var frame = drawn("a東b", row: 0)
        frame.lay(.listSelected, under: Rect(row: 0, column: 2, rows: 1, columns: 1))

        let changes = frame.changes(from: drawn("a東b", row: 0))

        #expect(changes.map(\.position) == [Position(row: 0, column: 1)])
        #expect(changes.first?.cells.map(\.width) == [2, 0])
    }

    @Test func `are also of ink alone`() {
        var frame = drawn("ok", row: 2)
        frame.lay(.listSelected, under: Rect(row: 2, column: 0, rows: 1, columns: 10))

        let changes = frame.changes(from: drawn("ok", row: 2))

        #expect(changes.count == 1)
        #expect(changes.first?.cells.count == 10)
    }

    @Test func `lead from any frame to any other`() {
        let texts: [SafeText] = ["東京 a", "a東京", "  x y z", "", "👩東e\u{301}", "東 東 東"]

        for (from, to) in texts.flatMap({ from in texts.map { (from, $0) } }) {
            var cells = drawn(from, row: 1).cells
            for run in drawn(to, row: 1).changes(from: drawn(from, row: 1)) {
                let start = run.position.row * size.columns + run.position.column
                cells.replaceSubrange(start..<start + run.cells.count, with: run.cells)
                #expect(run.cells.first?.width != 0)
                #expect(run.cells.last?.width != 2)
            }
            #expect(cells == drawn(to, row: 1).cells)
        }
    }

    private func drawn(_ text: SafeText, row: Int) -> Frame {
        var frame = Frame(size: size)
        frame.draw(text, at: Position(row: row, column: 0))
        return frame
    }
}

extension Frame.Run {
    fileprivate var text: String { cells.map(\.text).joined() }
}
