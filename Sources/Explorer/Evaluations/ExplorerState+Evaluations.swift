import Canvas
import Engine
import Evaluation

extension ExplorerState {
    /// What the screen Evaluations asks for when it is gone to.
    mutating func enterEvaluations() -> [Effect] { [.read(.evaluations)] }

    mutating func take(evaluations studies: [ListedEvaluation]) -> [Effect] {
        evaluations.take(studies).map { readEvaluation($0) } ?? []
    }

    mutating func take(_ indices: [Int], ofEvaluation study: RunID) -> [Effect] {
        evaluations.take(indices: indices, of: study)
        return readEvaluatedRows()
    }

    mutating func take(_ rows: [EvaluationRow], ofEvaluation study: RunID) -> [Effect] {
        evaluations.take(rows, of: study)
        return readEvaluatedRows() + readEvaluatedItem()
    }

    mutating func take(_ item: EvaluatedItem, index: Int, ofEvaluation study: RunID) -> [Effect] {
        evaluations.take(item, index: index, of: study)
        return readEvaluatedItem()
    }

    /// Begins to read an evaluation; one that is marked and was not read to its end goes on.
    private mutating func readEvaluation(_ study: RunID) -> [Effect] {
        evaluations.begin(study)
        return [.read(.indices(study))] + readEvaluatedRows()
    }

    /// The rows that are missing; nothing where another screen is shown by now.
    private mutating func readEvaluatedRows() -> [Effect] {
        screen == .evaluations ? evaluations.readRows().map { .read($0) } : []
    }

    private mutating func readEvaluatedItem() -> [Effect] {
        guard screen == .evaluations, let request = evaluations.read() else { return [] }
        return [.read(request)]
    }
}

extension ExplorerState {
    /// Moves about on the screen Evaluations.
    mutating func moveInEvaluations(_ motion: Motion) -> [Effect] {
        switch motion {
        case .leave:
            guard evaluations.pane == .detail else { return show(.review) }
            evaluations.pane = .items
        case .nextPane: turnEvaluationPane(by: 1)
        case .previousPane: turnEvaluationPane(by: -1)
        case .open: return openOnEvaluations()
        case .down, .up, .halfPageDown, .halfPageUp, .first, .last: return goOnEvaluations(motion)
        }
        return []
    }

    private mutating func turnEvaluationPane(by distance: Int) {
        let panes = EvaluationsState.Pane.allCases
        let place = panes.firstIndex(of: evaluations.pane) ?? 0
        evaluations.pane = panes[(place + distance + panes.count) % panes.count]
    }

    private mutating func goOnEvaluations(_ motion: Motion) -> [Effect] {
        switch evaluations.pane {
        case .studies:
            let count = evaluations.studies?.count ?? 0
            evaluations.studyRow = max(0, motion.row(from: evaluations.studyRow, of: count, page: size.rows / 2))
            return []
        case .items:
            return goToEvaluated(
                row: motion.row(from: evaluations.row, of: evaluations.list.entries.count, page: size.rows))
        case .detail:
            let room = EvaluationsScreen(state: self, pen: Pen(glyphs)).detailRoom
            let last = max(0, room.rows - room.height)
            evaluations.scroll = max(
                0, motion.row(from: min(last, evaluations.scroll), of: last + 1, page: room.height))
            return []
        }
    }

    private mutating func goToEvaluated(row: Int) -> [Effect] {
        let row = max(0, row)
        if row != evaluations.row { (evaluations.row, evaluations.scroll) = (row, 0) }
        return readEvaluatedItem()
    }

    /// Opens an evaluation; the sample that an item was made from; an item in full.
    private mutating func openOnEvaluations() -> [Effect] {
        switch evaluations.pane {
        case .studies:
            guard let studies = evaluations.studies, studies.indices.contains(evaluations.studyRow) else { return [] }
            evaluations.pane = .items
            return readEvaluation(studies[evaluations.studyRow].id)
        case .items:
            guard let id = evaluations.selected?.summary?.id else {
                tell("There is no item to open.")
                return []
            }
            // What was made from a sample has its label before a slash.
            return [.findLabel(String(id.prefix { $0 != "/" }))]
        case .detail:
            inspectEvaluated()
            return []
        }
    }

    /// Shows all that is known of an item.
    mutating func inspectEvaluated() {
        guard let item = evaluations.shown else { return tell("The item is not there yet.") }
        let other = evaluations.other.flatMap { study in
            evaluations.shownOfOther.map { (name: evaluations.title(of: study), item: $0) }
        }
        inspect(ArtefactList(of: item, besides: other))
    }

    /// Does what is asked for on the screen Evaluations alone.
    mutating func act(_ action: EvaluationsAction) -> [Effect] {
        switch action {
        case .nextItem: return goToEvaluated(row: min(evaluations.row + 1, evaluations.list.entries.count - 1))
        case .previousItem: return goToEvaluated(row: evaluations.row - 1)
        case .wrong: evaluations.toggleScope()
        case .category: evaluations.turnCategory()
        case .mark: return markEvaluation()
        case .nextStudy: return turnEvaluation(by: 1)
        case .previousStudy: return turnEvaluation(by: -1)
        case .refresh: return enterEvaluations()
        }
        return readEvaluatedItem()
    }

    private mutating func turnEvaluation(by distance: Int) -> [Effect] {
        guard let studies = evaluations.studies,
            let place = studies.firstIndex(where: { $0.id == evaluations.rows.study })
        else { return [] }
        return readEvaluation(studies[(place + distance + studies.count) % studies.count].id)
    }

    /// Marks the evaluation under the cursor, or the one whose items are shown.
    private mutating func markEvaluation() -> [Effect] {
        let listed = evaluations.studies.flatMap { studies in
            studies.indices.contains(evaluations.studyRow) ? studies[evaluations.studyRow] : nil
        }
        guard let study = evaluations.pane == .studies ? listed : evaluations.study else { return [] }
        let isUnlisted = evaluations.mark(study.id)
        tell(
            evaluations.marked == nil
                ? "Nothing is compared any more."
                : "Compared with \(evaluations.title(of: study)) from now on: open another evaluation to see where they differ."
        )
        return (isUnlisted ? [.read(.indices(study.id))] : []) + readEvaluatedItem()
    }

    /// Why it is not possible now; nil when it is.
    func obstacle(to action: EvaluationsAction) -> String? {
        switch action {
        case .nextItem, .previousItem: evaluations.list.entries.isEmpty ? "There is no item to go to." : nil
        case .wrong, .category: evaluations.study == nil ? "There is no evaluation yet." : nil
        case .mark, .nextStudy, .previousStudy:
            (evaluations.studies?.count ?? 0) < 2 ? "There is no other evaluation." : nil
        case .refresh: evaluations.rows.isReading ? "The items are being read." : nil
        }
    }
}
