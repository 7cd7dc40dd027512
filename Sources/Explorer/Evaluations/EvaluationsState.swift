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
        entry.flatMap { rows.all.indices.contains($0.place) ? rows.all[$0.place] : nil }
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
        return base.all.first { $0.summary?.id == summary.id }.map { Place(study: other.id, index: $0.index) }
    }

    /// How many items are right, of those at hand.
    var right: Tally {
        Tally(rows.all.count { $0.summary?.isRight == true }, of: rows.all.count)
    }
}

extension EvaluationsState {
    /// Takes a list in, and says which evaluation to read: the one that is shown, else the newest.
    mutating func take(_ studies: [ListedEvaluation]) -> RunID? {
        self.studies = studies
        if marked.map({ marked in !studies.contains { $0.id == marked } }) == true { unmark() }
        studyRow = studies.firstIndex { $0.id == rows.study } ?? max(0, studies.count - 1)
        if studies.indices.contains(studyRow) { return studies[studyRow].id }
        rows.clear()
        refresh()
        return nil
    }

    mutating func failToList() { studies = studies ?? [] }

    /// Begins to read an evaluation's items.
    mutating func begin(_ study: RunID) {
        if study != rows.study { (row, scroll) = (0, 0) }
        (refused, items) = ([], items.filter { $0.key.study == study })
        rows.begin(study)
        studyRow = studies?.firstIndex { $0.id == study } ?? studyRow
        refresh()
    }

    /// Marks an evaluation, or unmarks it; true where its items have to be read.
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

    /// Shows one category more, and all again after the last.
    mutating func turnCategory() {
        let all = Truth.Category.allCases
        let place = category.flatMap { all.firstIndex(of: $0) } ?? -1
        category = place + 1 < all.count ? all[place + 1] : nil
        refresh()
    }

    /// Takes a page in; gives the places from which more is to be read.
    mutating func take(_ page: StudyPage<EvaluationRow>, of study: RunID) -> [Int] {
        let taken = [rows.take(page, of: study), base.take(page, of: study)]
        refresh()
        let next = taken.compactMap { taking -> Int? in
            guard case .more(let start) = taking else { return nil }
            return start
        }
        return Set(next).sorted()
    }

    mutating func failToRead(_ study: RunID) {
        if rows.study == study { rows.fail() }
        if base.study == study { base.fail() }
    }

    /// The list anew; the cursor stays on its item.
    private mutating func refresh() {
        let selected = selected?.index
        list = EvaluationList(
            rows.all, scope: scope, category: category, comparedWith: other == nil ? nil : base.all)
        row =
            list.entries.firstIndex { rows.all[$0.place].index == selected } ?? min(row, max(0, list.entries.count - 1))
    }
}

extension EvaluationsState {
    /// Asks for what is shown of the item under the cursor, one thing at a time.
    mutating func read() -> StudyRequest? {
        let wanted = [place, otherPlace].compactMap(\.self)
        items = items.filter { wanted.contains($0.key) }
        guard awaited == nil, let next = wanted.first(where: { items[$0] == nil && !refused.contains($0) }) else {
            return nil
        }
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
