import Canvas

/// Where the parts of the screen Compare are: all of them where there is room, else tabs.
struct CompareLayout {
    let isWide: Bool
    let lineage: Rect
    let pairwise: Rect
    private(set) var tabs: Rect?
    private(set) var chains: Rect?
    private(set) var query: Rect?
    private(set) var response: Rect?
    /// What the shown tab has; empty where there are none.
    let rest: Rect
    /// The tab that is shown; nil where everything is.
    private(set) var only: CompareState.Pane?

    /// `wanted` is how many rows the query and the response would take whole.
    init(for rect: Rect, akin: Int, isPair: Bool, wanted: [Int], showing pane: CompareState.Pane) {
        isWide = rect.columns >= 100 && rect.rows >= 27
        let lineageRows = isWide ? min(akin, Self.mostAkin) + 2 : isPair ? 2 : 1
        // The chains have the most to show; a text has at least two rows beside its border and its figures.
        let half = max(5, (rect.rows - lineageRows - 1 - Self.chainRows) / 2)
        let texts = isWide ? wanted.map { Share.cells(min($0, half)) } : [.cells(0), .cells(0)]
        let parts = rect.split(
            rows: [.cells(lineageRows), .cells(isWide ? 0 : 1), .weight(1)] + texts + [.cells(1)])
        lineage = parts[0]
        rest = parts[2]
        pairwise = parts[5]
        if isWide {
            (chains, query, response) = (parts[2], parts[3], parts[4])
        } else {
            (tabs, only) = (parts[1], pane)
        }
    }

    /// Rows that the chains keep.
    private static let chainRows = 11
    /// Rows of the lineage at most.
    private static let mostAkin = 4

    func rect(of pane: CompareState.Pane) -> Rect {
        switch pane {
        case .chains: chains ?? rest
        case .query: query ?? rest
        case .response: response ?? rest
        }
    }
}
