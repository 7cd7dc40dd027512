import Engine
import Evaluation

/// What the screen Baselines knows.
struct BaselinesState: Hashable, Sendable {
    /// What takes the keys.
    enum Pane: Hashable, Sendable, CaseIterable {
        case items, tree

        var title: String {
            switch self {
            case .items: "Items"
            case .tree: "Tree"
            }
        }
    }

    /// The baselines there are, the newest last; nil until they were read.
    private(set) var studies: [ListedStudy]?
    /// The items of the one that is shown.
    var rows = StudyRows<BaselineRow>()
    /// The row of the cursor.
    var row = 0
    /// The item whose tree is shown.
    var open: OpenBaseline?
    var pane = Pane.items
    /// The item that is waited for.
    private var awaited: Place?
    /// Items that could not be read when they were asked for.
    private var refused: Set<Place> = []

    private struct Place: Hashable {
        let study: RunID
        let index: Int
    }

    /// The baseline that is shown.
    var study: ListedStudy? { studies?.first { $0.id == rows.study } }

    /// The number of the baseline that is shown, from 1.
    var number: Int { (studies?.firstIndex { $0.id == rows.study } ?? 0) + 1 }

    var selected: BaselineRow? { rows.all.indices.contains(row) ? rows.all[row] : nil }

    /// The open item, where the cursor of the list is on it.
    var shown: OpenBaseline? {
        guard let open, open.study == rows.study, open.sample.index == selected?.index else { return nil }
        return open
    }

    /// Takes a list in, and says which baseline to read: the one that is shown, else the newest.
    mutating func take(_ studies: [ListedStudy]) -> RunID? {
        self.studies = studies
        guard let study = studies.first(where: { $0.id == rows.study }) ?? studies.last else {
            rows.clear()
            open = nil
            return nil
        }
        return study.id
    }

    mutating func failToList() { studies = studies ?? [] }

    /// The baseline that lies so many places further, round and round; nil where there is no other.
    func study(movedBy distance: Int) -> RunID? {
        guard let studies, studies.count > 1 else { return nil }
        return studies[(number - 1 + distance + studies.count) % studies.count].id
    }

    /// Begins to read a baseline's items.
    mutating func begin(_ study: RunID) {
        if study != rows.study { (row, open, pane) = (0, nil, .items) }
        refused = []
        rows.begin(study)
    }

    /// Asks for the item under the cursor, unless it is there or another one is waited for.
    mutating func read() -> StudyRequest? {
        guard awaited == nil, shown == nil, let study = rows.study, case .item(let item)? = selected else { return nil }
        let place = Place(study: study, index: item.index)
        guard !refused.contains(place) else { return nil }
        awaited = place
        return .baseline(study, index: item.index)
    }

    /// Takes an item in, unless the cursor is on another one by now.
    mutating func take(_ sample: BaselineSample, of study: RunID) {
        awaited = nil
        guard study == rows.study, sample.index == selected?.index else { return }
        open = OpenBaseline(sample, of: study)
    }

    mutating func failToOpen(_ index: Int, of study: RunID) {
        awaited = nil
        refused.insert(Place(study: study, index: index))
    }
}
