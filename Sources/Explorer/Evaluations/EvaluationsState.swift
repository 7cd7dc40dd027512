import Engine
import Evaluation

/// What the screen Evaluations knows.
struct EvaluationsState: Hashable, Sendable {
    /// What takes the keys.
    enum Pane: Hashable, Sendable, CaseIterable {
        case studies, items, detail

        var title: String {
            switch self {
            case .studies: "Evaluations"
            case .items: "Items"
            case .detail: "Detail"
            }
        }
    }

    /// An item, by its evaluation.
    struct Place: Hashable, Sendable {
        let study: RunID
        let index: Int
    }

    /// The evaluations there are, the newest last; nil until they were read.
    private(set) var studies: [ListedEvaluation]?
    /// Why they could not be read, the last time they were asked for.
    private(set) var problem: String?
    /// The row of the cursor among them.
    var studyRow = 0
    /// The items of the one that is shown.
    private(set) var rows = StudyRows<EvaluationRow>()
    /// The evaluation that others are compared with.
    private(set) var marked: RunID?
    /// The items of the marked one.
    private(set) var base = StudyRows<EvaluationRow>()
    private(set) var scope = EvaluationList.Scope.all
    /// Nil for every category.
    private(set) var category: Truth.Category?
    private(set) var list = EvaluationList()
    /// The row of the cursor in the list.
    var row = 0
    /// The items at hand: the one under the cursor, and the same of the marked evaluation.
    private var items: [Place: EvaluatedItem] = [:]
    /// Those of them that are to be read again.
    private var stale: Set<Place> = []
    /// The item that is waited for.
    private var awaited: Place?
    /// Items that could not be read when they were asked for.
    private var refused: Set<Place> = []
    var pane = Pane.items
    /// The first row of the detail that is shown.
    var scroll = 0

    /// The evaluation that is shown.
    var study: ListedEvaluation? { studies?.first { $0.id == rows.study } }

    /// The marked evaluation, where another one is compared with it.
    var other: ListedEvaluation? {
        guard marked != rows.study else { return nil }
        return studies?.first { $0.id == marked }
    }

    /// What an evaluation is called: by its name, and by its study too where another one has the same name.
    func title(of listed: ListedEvaluation) -> String {
        let name = listed.study.name
        return (studies ?? []).count { $0.study.name == name } > 1 ? "\(name) \(listed.id)" : name
    }

    var entry: EvaluationList.Entry? { list.entries.indices.contains(row) ? list.entries[row] : nil }

    /// The row of the list under the cursor.
    var selected: EvaluationRow? {
        entry.flatMap { rows[$0.place] }
    }

    /// The item under the cursor; nil until it was read.
    var shown: EvaluatedItem? { place.flatMap { items[$0] } }

    /// The same item of the marked evaluation.
    var shownOfOther: EvaluatedItem? { otherPlace.flatMap { items[$0] } }

    private var place: Place? {
        guard let study = rows.study, let summary = selected?.summary else { return nil }
        return Place(study: study, index: summary.index)
    }

    private var otherPlace: Place? {
        guard let other, let summary = selected?.summary else { return nil }
        return base.all.lazy.compactMap(\.self).first { $0.summary?.id == summary.id }.map {
            Place(study: other.id, index: $0.index)
        }
    }

    /// How many items are right, of those at hand.
    var right: Tally {
        Tally(rows.all.count { $0?.summary?.isRight == true }, of: rows.all.count { $0 != nil })
    }

    /// What was gone to and is still on its way.
    var pending: PendingReading {
        let isReading = studies == nil ? problem == nil : rows.isReading
        return isReading ? .everything : .nothing
    }
}

extension EvaluationsState {
    /// Takes a list in, and says which evaluation to read: the one that is shown, else the newest that has items.
    mutating func take(_ studies: [ListedEvaluation]) -> RunID? {
        (self.studies, problem) = (studies, nil)
        if marked.map({ marked in !studies.contains { $0.id == marked } }) == true { unmark() }
        let newest = studies.lastIndex { $0.study.items > 0 } ?? max(0, studies.count - 1)
        studyRow = studies.firstIndex { $0.id == rows.study } ?? newest
        if studies.indices.contains(studyRow) { return studies[studyRow].id }
        rows.clear()
        refresh()
        return nil
    }

    mutating func failToList(_ text: String) { problem = text }

    /// Begins to read an evaluation's items.
    mutating func begin(_ study: RunID) {
        if study != rows.study { (row, scroll) = (0, 0) }
        (refused, items) = ([], items.filter { $0.key.study == study })
        stale = Set(items.keys)
        rows.begin(study)
        studyRow = studies?.firstIndex { $0.id == study } ?? studyRow
        refresh()
    }

    /// Marks an evaluation, or unmarks it; true where its items have to be listed.
    mutating func mark(_ study: RunID) -> Bool {
        guard marked != study else {
            unmark()
            refresh()
            return false
        }
        marked = study
        // What is shown is read already, or being read.
        if rows.study == study { base = rows } else { base.begin(study) }
        refresh()
        return rows.study != study
    }

    private mutating func unmark() {
        marked = nil
        base.clear()
    }

    mutating func toggleScope() {
        scope = scope == .all ? .wrong : .all
        refresh()
    }

    /// Shows the next category of which an item is let through, and all again after the last.
    mutating func turnCategory() {
        let all = Truth.Category.allCases
        let next = category.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        let filled = Set(list(of: nil).entries.compactMap { rows[$0.place]?.summary?.category })
        category = all.dropFirst(next).first { filled.contains($0) }
        refresh()
    }

    /// Takes in which items there are.
    mutating func take(indices: [Int], of study: RunID) {
        let selected = selected?.index
        rows.take(indices: indices, of: study)
        base.take(indices: indices, of: study)
        refresh(on: selected)
    }

    mutating func take(_ items: [EvaluationRow], of study: RunID) {
        rows.take(items, of: study)
        base.take(items, of: study)
        refresh()
    }

    /// Items that are read at once.
    private static let page = 200

    /// Asks for the next rows that are missing: wrong items come first, so that all of them have to be known.
    mutating func readRows() -> [StudyRequest] {
        let own = rows.next(in: 0..<rows.count, limit: Self.page)
        let others = base.next(in: 0..<base.count, limit: Self.page)
        let requests = [(rows.study, own), (base.study, others)].compactMap { study, indices in
            study.flatMap { study in indices.map { StudyRequest.evaluationRows(study, $0) } }
        }
        return requests.first == requests.last ? Array(requests.prefix(1)) : requests
    }

    mutating func failToRead(_ study: RunID) {
        if rows.study == study { rows.fail() }
        if base.study == study { base.fail() }
    }

    /// What is let through of a category; of all for nil.
    private func list(of category: Truth.Category?) -> EvaluationList {
        EvaluationList(rows.all, scope: scope, category: category, comparedWith: other == nil ? nil : base.all)
    }

    /// The list anew; the cursor stays on its item.
    private mutating func refresh() { refresh(on: selected?.index) }

    private mutating func refresh(on selected: Int?) {
        list = list(of: category)
        let place = rows.place(of: selected)
        row = list.entries.firstIndex { $0.place == place } ?? min(row, max(0, list.entries.count - 1))
    }
}

extension EvaluationsState {
    /// Asks for what is shown of the item under the cursor, one thing at a time.
    mutating func read() -> StudyRequest? {
        let wanted = [place, otherPlace].compactMap(\.self)
        items = items.filter { wanted.contains($0.key) }
        let next = wanted.first { (items[$0] == nil || stale.contains($0)) && !refused.contains($0) }
        guard awaited == nil, let next else { return nil }
        stale.remove(next)
        awaited = next
        return .evaluation(next.study, index: next.index)
    }

    /// Takes an item in, unless the cursor is on another one by now.
    mutating func take(_ item: EvaluatedItem, index: Int, of study: RunID) {
        let place = Place(study: study, index: index)
        if awaited == place { awaited = nil }
        guard [self.place, otherPlace].contains(place) else { return }
        items[place] = item
    }

    mutating func failToOpen(_ index: Int, of study: RunID) {
        awaited = nil
        refused.insert(Place(study: study, index: index))
    }
}
