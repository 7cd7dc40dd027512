import Canvas
import DisplaySafety
import Engine
import Review

extension ExplorerState {
    /// Further than any pane is long.
    static let furthest = 1_000_000

    /// What the cursor of a pane is on; nil in a pane that is scrolled, or empty.
    func cursor(in pane: Pane) -> PaneItem? {
        switch pane {
        case .queue, .query, .response, .facts: cursor(in: pane, among: [])
        case .chains, .gradient: cursor(in: pane, among: rows(of: pane))
        }
    }

    /// The same where the pane's rows are at hand.
    func cursor(in pane: Pane, among rows: [PaneRow]) -> PaneItem? {
        switch pane {
        case .queue: return queue.selection.map(PaneItem.sample)
        case .query, .response, .facts: return nil
        case .chains, .gradient:
            let items = rows.items
            if let cursor = cursors[pane] {
                if items.contains(cursor) { return cursor }
                if let holder = cursor.holder, items.contains(holder) { return holder }
            }
            return newestItem(in: pane, of: items) ?? items.first
        }
    }

    /// While a sample grows, and while the reviewer walks through its iterations, the chains show what was added last;
    /// the gradient shows the trial that is running, then the selected one.
    private func newestItem(in pane: Pane, of items: [PaneItem]) -> PaneItem? {
        guard let open, isGrowing || !open.showsNewest || open.wasWalked else { return nil }
        let newest: PaneItem? =
            switch pane {
            case .chains: open.view.workflow.steps.last.map { .step($0.number) }
            case .gradient: open.iteration?.focus
            case .queue, .query, .response, .facts: nil
            }
        return newest.flatMap { items.contains($0) ? $0 : nil }
    }

    private func rows(of pane: Pane) -> [PaneRow] {
        ReviewScreen(self, glyphs: glyphs).rows(of: pane, width: width(of: pane))
    }

    private func width(of pane: Pane) -> Int {
        (layout.panes[pane]?.columns ?? size.columns) - 4
    }

    /// Where everything is on the screen.
    var layout: ReviewLayout {
        ReviewLayout(
            size, focus: focusedPane, context: context, isZoomed: isZoomed, showsGuide: showsGuide, wanted: wantedRows)
    }

    /// The rows that the focused text would fill on a screen where it grows; borders and measures included.
    private var wantedRows: Int {
        guard let open, Arrangement(for: size) == .wide else { return 0 }
        let width = size.columns - 34 - min(20, (size.columns - 120) / 3)
        let pen = Pen(glyphs)
        return switch focusedPane {
        case .query: QueryPane(open: open, compares: comparesDrafts, pen: pen).rows(width: width).count + 3
        case .response: ResponsePane(open: open, compares: comparesDrafts, pen: pen).rows(width: width).count + 2
        case .queue, .chains, .gradient, .facts: 0
        }
    }

    /// While a sample grows, what happens to its proposals says more than its query.
    private var context: Pane {
        focusedPane == .chains && isGrowing ? .gradient : focusedPane.context
    }

    /// Half of the rows that the focused pane shows.
    var halfPage: Int { max(1, ((layout.panes[focusedPane]?.rows ?? 2) - 2) / 2) }

    mutating func move(by distance: Int) -> [Effect] {
        let pane = focusedPane
        switch pane {
        case .queue: return travel(by: distance)
        case .chains, .gradient: moveCursor(in: pane, by: distance)
        case .query, .response, .facts: scroll(pane, by: distance)
        }
        return []
    }

    private mutating func moveCursor(in pane: Pane, by distance: Int) {
        let rows = rows(of: pane)
        let items = rows.items
        guard !items.isEmpty else { return }
        let place = cursor(in: pane, among: rows).flatMap { items.firstIndex(of: $0) } ?? 0
        cursors[pane] = items[min(max(0, place + distance), items.count - 1)]
    }

    private mutating func scroll(_ pane: Pane, by distance: Int) {
        let rows = rows(of: pane).count
        let height = (layout.panes[pane]?.rows ?? 2) - (pane == .query ? 3 : 2)
        let last = max(0, rows - height)
        scrolls[pane] = min(max(0, (scrolls[pane] ?? 0) + distance), last)
    }

    /// Scrolls the focused text to its next change, or the one before; false where it has none that way.
    mutating func scrollToChange(by distance: Int) -> Bool {
        let pane = focusedPane
        let rows = rows(of: pane)
        let changes = rows.indices.filter { rows[$0].hasChange }
        let here = scrolls[pane] ?? 0
        guard let target = distance > 0 ? changes.first(where: { $0 > here }) : changes.last(where: { $0 < here })
        else { return false }
        scroll(pane, by: target - here)
        return scrolls[pane] ?? 0 != here
    }
}

extension Iteration {
    /// What to look at in its gradient: why it added nothing, else the selected proposal, else one whose calls are
    /// running, else the last that ended.
    fileprivate var focus: PaneItem? {
        if isNoOp { return .noOp }
        if let selected = selection?.proposal { return .proposal(selected) }
        let running = trials.first { $0.ending == nil && !$0.attempts.isEmpty }
        return (running ?? trials.last { $0.ending != nil }).map { .proposal($0.id) }
    }
}

extension PaneItem {
    /// What shows the item where it has no row of its own.
    fileprivate var holder: PaneItem? {
        switch self {
        case .argument(let step, _), .output(let step): .step(step)
        case .comment(let target): target.item
        case .sample, .chain, .step, .proposal, .noOp, .proposerReason, .row: nil
        }
    }
}

extension Target {
    /// What shows it; nil for what has a pane to itself.
    fileprivate var item: PaneItem? {
        switch self {
        case .chain(let chain): .chain(chain)
        case .step(let number): .step(number)
        case .argument(let step, let path): .argument(step: step, path)
        case .proposal(_, let id): .proposal(id)
        case .whole, .query, .response, .iteration: nil
        }
    }
}
