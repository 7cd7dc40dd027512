import Canvas

/// Where the parts of the screen Stats are: all of them side by side, or one at a time under tabs.
struct StatsLayout {
    /// Empty where all panes are shown.
    let tabs: Rect
    let panes: [StatsPane: Rect]
    /// What the figure under the cursor means, and which samples are behind it.
    let meaning: Rect

    /// The letters of the longest definition.
    static let longestSentence = 118
    private static let smallest = Size(columns: 116, rows: 26)

    init(_ body: Rect, showing pane: StatsPane) {
        let isWide = body.columns >= Self.smallest.columns && body.rows >= Self.smallest.rows
        let width = max(1, body.columns - 2)
        let sentence = (Self.longestSentence + width - 1) / width
        let rows = body.split(rows: [.cells(isWide ? 0 : 1), .weight(1), .cells(sentence + 1)])
        (tabs, meaning) = (rows[0], rows[2])
        panes = isWide ? Self.all(in: rows[1]) : [pane: rows[1]]
    }

    private static func all(in body: Rect) -> [StatsPane: Rect] {
        let halves = body.split(columns: [.weight(1), .weight(1)])
        let left = halves[0].split(rows: [.cells(10), .weight(1), .weight(1)])
        let right = halves[1].split(rows: [.weight(10), .weight(10), .weight(6), .weight(5)])
        let places = left + right
        let panes: [StatsPane] = [.decisions, .lengths, .coverage, .rejections, .pace, .noOps, .agreement]
        return Dictionary(uniqueKeysWithValues: zip(panes, places))
    }
}
