import Canvas
import Testing

@testable import Explorer

@Suite("Where things are")
struct ReviewLayoutTests {
    @Test(arguments: [
        (160, 45, Arrangement.full), (200, 60, .full), (159, 45, .wide), (160, 44, .wide), (120, 36, .wide),
        (84, 40, .portrait), (60, 40, .portrait), (85, 40, .compact), (84, 39, .compact), (119, 36, .medium),
        (120, 35, .medium), (100, 30, .medium),
        (99, 40, .compact), (80, 24, .compact), (79, 24, .single), (60, 16, .single), (59, 40, .refused),
        (300, 15, .refused),
    ])
    func `the size decides the arrangement`(columns: Int, rows: Int, arrangement: Arrangement) {
        #expect(Arrangement(for: Size(columns: columns, rows: rows)) == arrangement)
    }

    @Test func `nothing overlaps and nothing leaves the screen, whatever the size`() {
        for columns in stride(from: 60, through: 180, by: 7) {
            for rows in stride(from: 16, through: 60, by: 3) {
                for pane in Arrangement(for: Size(columns: columns, rows: rows)).panes {
                    expectNoOverlap(Size(columns: columns, rows: rows), pane)
                }
            }
        }
    }

    @Test(arguments: Pane.allCases) func `the focused pane is always there`(pane: Pane) {
        let layout = ReviewLayout(.small, focus: pane, context: pane.context, isZoomed: false, showsGuide: true)

        #expect((layout.panes[pane]?.rows ?? 0) >= 6)
    }

    private func expectNoOverlap(_ size: Size, _ focus: Pane) {
        let layout = ReviewLayout(size, focus: focus, context: focus.context, isZoomed: false, showsGuide: true)
        let parts =
            [layout.header, layout.guide, layout.tabs, layout.strip, layout.lint, layout.status, layout.hints]
            + Array(layout.panes.values)
        var taken: Set<Position> = []
        for part in parts {
            for row in part.rowRange {
                for column in part.columnRange {
                    let place = Position(row: row, column: column)
                    let isRight = taken.insert(place).inserted && Rect(size).contains(place)
                    #expect(isRight, "\(size) \(focus) \(part)")
                    guard isRight else { return }
                }
            }
        }
        #expect(taken.count == size.columns * size.rows, "\(size) \(focus) leaves cells empty")
    }
}
