import Canvas

/// Where the parts of the screen Evaluations are: lists and detail side by side, or one of them under tabs.
struct EvaluationsLayout {
    /// Nil where everything is shown.
    private(set) var tabs: Rect?
    private(set) var studies: Rect?
    private(set) var items: Rect?
    private(set) var detail: Rect?

    private static let smallest = Size(columns: 110, rows: 24)
    /// Evaluations that are shown at once beside their items.
    private static let mostStudies = 6

    init(_ body: Rect, studies count: Int, showing pane: EvaluationsState.Pane) {
        guard body.columns < Self.smallest.columns || body.rows < Self.smallest.rows else {
            let halves = body.split(columns: [.cells(body.columns * 9 / 20), .weight(1)])
            let lists = halves[0].split(rows: [.cells(min(max(1, count), Self.mostStudies) + 2), .weight(1)])
            (studies, items, detail) = (lists[0], lists[1], halves[1])
            return
        }
        let parts = body.split(rows: [.cells(1), .weight(1)])
        tabs = parts[0]
        switch pane {
        case .studies: studies = parts[1]
        case .items: items = parts[1]
        case .detail: detail = parts[1]
        }
    }
}
