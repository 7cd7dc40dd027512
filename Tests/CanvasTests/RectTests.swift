import Canvas
import Testing

@Suite("Parts of the screen")
struct RectTests {
    private let screen = Rect(Size(columns: 120, rows: 36))

    @Test func `divide rows among fixed parts and weights`() {
        let parts = screen.split(rows: [.cells(1), .weight(1), .cells(3)])

        #expect(parts.map(\.row) == [0, 1, 33])
        #expect(parts.map(\.rows) == [1, 32, 3])
        #expect(parts.allSatisfy { $0.columns == 120 })
    }

    @Test(arguments: 0...200)
    func `cover every column without a gap`(columns: Int) {
        let parts = Rect(row: 0, column: 5, rows: 1, columns: columns)
            .split(columns: [.cells(30), .weight(2), .weight(1), .weight(3)])

        #expect(parts.reduce(0) { $0 + $1.columns } == columns)
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.columnRange.upperBound == $1.column })
    }

    @Test func `give what is left to the later fixed parts`() {
        #expect(
            Rect(Size(columns: 5, rows: 1)).split(columns: [.cells(3), .cells(9), .cells(1)]).map(\.columns) == [
                3, 2, 0,
            ])
    }

    @Test func `lose a margin on each side and never become negative`() {
        #expect(screen.inset() == Rect(row: 1, column: 1, rows: 34, columns: 118))
        #expect(screen.inset(rows: 0, columns: 2) == Rect(row: 0, column: 2, rows: 36, columns: 116))
        #expect(Rect(Size(columns: 1, rows: 1)).inset().isEmpty)
    }

    @Test func `have a middle`() {
        #expect(screen.centred(Size(columns: 78, rows: 20)) == Rect(row: 8, column: 21, rows: 20, columns: 78))
        #expect(
            Rect(Size(columns: 10, rows: 5)).centred(Size(columns: 78, rows: 20)) == Rect(Size(columns: 10, rows: 5)))
    }

    @Test(arguments: [(0, 0, true), (35, 119, true), (36, 0, false), (0, 120, false), (-1, 0, false)])
    func `know their cells`(row: Int, column: Int, isInside: Bool) {
        #expect(screen.contains(Position(row: row, column: column)) == isInside)
    }
}
