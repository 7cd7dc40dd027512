import Engine
import Evaluation

extension ExplorerState {
    /// What the screen Baselines asks for when it is gone to.
    mutating func enterBaselines() -> [Effect] { [.read(.baselines)] }

    mutating func take(baselines studies: [ListedStudy]) -> [Effect] {
        baselines.take(studies).map { readBaseline($0) } ?? []
    }

    mutating func take(_ indices: [Int], ofBaseline study: RunID) -> [Effect] {
        baselines.take(indices: indices, of: study)
        return readBaselineItems()
    }

    mutating func take(_ rows: [BaselineRow], ofBaseline study: RunID) -> [Effect] {
        baselines.take(rows, of: study)
        return readBaselineItems()
    }

    mutating func take(_ sample: BaselineSample, ofBaseline study: RunID) -> [Effect] {
        baselines.take(sample, of: study)
        return readBaselineItems()
    }

    private mutating func readBaseline(_ study: RunID) -> [Effect] {
        baselines.begin(study)
        return [.read(.indices(study))]
    }

    /// What is to be seen and not there yet; nothing where another screen is shown by now.
    private mutating func readBaselineItems() -> [Effect] {
        screen == .baselines ? baselines.read(within: size.rows).map { .read($0) } : []
    }
}

extension ExplorerState {
    /// Moves about on the screen Baselines.
    mutating func moveInBaselines(_ motion: Motion) -> [Effect] {
        switch (motion, baselines.pane) {
        case (.leave, .items): return show(.review)
        case (.leave, .tree): baselines.pane = .items
        case (.nextPane, .items), (.previousPane, .items), (.open, .items): enterTree()
        case (.nextPane, .tree), (.previousPane, .tree): baselines.pane = .items
        case (.open, .tree): inspectBaseline()
        case (.down, .items), (.up, .items), (.halfPageDown, .items), (.halfPageUp, .items), (.first, .items),
            (.last, .items):
            return goToBaseline(
                row: motion.row(from: baselines.row, of: baselines.rows.count, page: size.rows))
        case (.down, .tree), (.up, .tree), (.halfPageDown, .tree), (.halfPageUp, .tree), (.first, .tree),
            (.last, .tree):
            guard let open = baselines.shown else { return [] }
            baselines.open?.go(toRow: motion.row(from: open.row, of: open.visible.count, page: size.rows / 2))
        }
        return []
    }

    private mutating func enterTree() {
        guard baselines.shown != nil else { return tell("There is no tree to go to yet.") }
        baselines.pane = .tree
    }

    private mutating func goToBaseline(row: Int) -> [Effect] {
        baselines.row = max(0, row)
        return readBaselineItems()
    }

    /// Hides what is below a node of the answer tree, or goes out of it.
    mutating func foldAnswerNode() {
        switch baselines.pane {
        case .items: return
        case .tree where baselines.open?.cursor == 0 && baselines.open?.folded.contains(0) == true:
            baselines.pane = .items
        case .tree: baselines.open?.fold()
        }
    }

    /// Shows what is below a node of the answer tree, or goes into it.
    mutating func unfoldAnswerNode() {
        switch baselines.pane {
        case .items: enterTree()
        case .tree: baselines.open?.unfold()
        }
    }

    /// Shows a node in full, and then all that is known of its item; in the list, the item.
    mutating func inspectBaseline() {
        guard let open = baselines.shown else { return tell("The item is not there yet.") }
        inspect(ArtefactList(of: open, from: baselines.pane))
    }

    /// Does what is asked for on the screen Baselines alone.
    mutating func act(_ action: BaselinesAction) -> [Effect] {
        switch action {
        case .nextItem: return goToBaseline(row: min(baselines.row + 1, baselines.rows.count - 1))
        case .previousItem: return goToBaseline(row: baselines.row - 1)
        case .nextEnd: goToEnd(.forward)
        case .previousEnd: goToEnd(.backward)
        case .nextStudy: return turnBaseline(by: 1)
        case .previousStudy: return turnBaseline(by: -1)
        case .refresh: return enterBaselines()
        }
        return []
    }

    private mutating func turnBaseline(by distance: Int) -> [Effect] {
        guard let study = baselines.study(movedBy: distance) else { return [] }
        baselines.turn(to: study)
        return [.read(.indices(study))]
    }

    private mutating func goToEnd(_ direction: Effect.Direction) {
        guard let place = baselines.shown?.end(direction) else { return tell("No way ends beyond this node.") }
        baselines.pane = .tree
        baselines.open?.go(to: place)
    }

    /// Why it is not possible now; nil when it is.
    func obstacle(to action: BaselinesAction) -> String? {
        switch action {
        case .nextItem, .previousItem: baselines.rows.count == 0 ? "There is no item yet." : nil
        case .nextEnd, .previousEnd: baselines.shown == nil ? "There is no tree yet." : nil
        case .nextStudy, .previousStudy:
            baselines.study(movedBy: 1) == nil ? "There is no other baseline." : nil
        case .refresh: baselines.rows.isReading ? "The items are being read." : nil
        }
    }
}
