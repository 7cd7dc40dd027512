import Canvas

/// Where the parts of the screen Baselines are: list and tree side by side, or one of them under tabs.
struct BaselinesLayout {
    /// Nil where everything is shown.
    private(set) var tabs: Rect?
    private(set) var list: Rect?
    private(set) var heading: Rect?
    private(set) var tree: Rect?
    /// The text of the node under the cursor.
    private(set) var node: Rect?

    private static let smallest = Size(columns: 110, rows: 24)

    init(_ body: Rect, showing pane: BaselinesState.Pane) {
        guard body.columns < Self.smallest.columns || body.rows < Self.smallest.rows else {
            let halves = body.split(columns: [.cells(body.columns * 9 / 20), .weight(1)])
            list = halves[0]
            split(halves[1], heading: 5, node: max(8, body.rows / 4))
            return
        }
        let parts = body.split(rows: [.cells(1), .weight(1)])
        tabs = parts[0]
        switch pane {
        case .items: list = parts[1]
        // Where there is least room the tree has all of it; the figures are in its title.
        case .tree where parts[1].rows < 16: tree = parts[1]
        case .tree: split(parts[1], heading: 4, node: 6)
        }
    }

    private mutating func split(_ rect: Rect, heading: Int, node: Int) {
        let parts = rect.split(rows: [.cells(heading), .weight(1), .cells(node)])
        (self.heading, tree, self.node) = (parts[0], parts[1], parts[2])
    }
}
