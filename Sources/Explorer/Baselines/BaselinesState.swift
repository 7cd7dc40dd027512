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
    /// Why they could not be read, the last time they were asked for.
    private(set) var problem: String?
    /// The items of the one that is shown.
    private(set) var rows = StudyRows<BaselineRow>()
    /// The row of the cursor.
    var row = 0
    /// The item to go to once it is known which there are.
    private var sought: Int?
    /// The item whose tree is shown.
    var open: OpenBaseline?
    var pane = Pane.items
    /// Whether the open item is to be read again.
    private var isStale = false
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

    /// What is known of the item under the cursor.
    var selected: BaselineRow? { rows[row] }

    /// The open item, where the cursor of the list is on it.
    var shown: OpenBaseline? {
        guard let open, open.study == rows.study, open.sample.index == rows.index(at: row) else { return nil }
        return open
    }

    /// What was gone to and is still on its way; the first item of a baseline belongs to everything.
    var pending: PendingReading {
        guard studies != nil else { return problem == nil ? .everything : .nothing }
        let lacksRow = rows.isReading && selected == nil
        guard open == nil else { return lacksRow ? .place : .nothing }
        return lacksRow || awaited != nil ? .everything : .nothing
    }

    /// Takes a list in, and says which baseline to read: the one that is shown, else the newest that has items.
    mutating func take(_ studies: [ListedStudy]) -> RunID? {
        (self.studies, problem) = (studies, nil)
        let newest = studies.last { $0.items > 0 } ?? studies.last
        guard let study = studies.first(where: { $0.id == rows.study }) ?? newest else {
            rows.clear()
            (row, sought, open, pane) = (0, nil, nil, .items)
            return nil
        }
        return study.id
    }

    mutating func failToList(_ text: String) { problem = text }

    /// The baseline that lies so many places further, round and round; nil where there is no other.
    func study(movedBy distance: Int) -> RunID? {
        guard let studies, studies.count > 1 else { return nil }
        return studies[(number - 1 + distance + studies.count) % studies.count].id
    }

    /// Begins to read a baseline's items.
    mutating func begin(_ study: RunID) {
        if study != rows.study { (row, sought, open, pane) = (0, nil, nil, .items) }
        (refused, isStale) = ([], open != nil)
        rows.begin(study)
    }

    /// Begins to read another baseline; the item and the pane stay where it has that item too.
    mutating func turn(to study: RunID) {
        let (item, pane) = (rows.index(at: row) ?? sought, self.pane)
        begin(study)
        (sought, self.pane) = (item, pane)
    }

    /// Takes in which items there are; the cursor stays on its item.
    mutating func take(indices: [Int], of study: RunID) {
        let selected = sought ?? rows.index(at: row)
        rows.take(indices: indices, of: study)
        guard rows.indices != nil else { return }
        if let sought, rows.place(of: sought) == nil { pane = .items }
        sought = nil
        row = rows.place(of: selected) ?? max(0, min(row, rows.count - 1))
    }

    mutating func take(_ items: [BaselineRow], of study: RunID) { rows.take(items, of: study) }

    mutating func failToRead(_ study: RunID) {
        if rows.study == study { rows.fail() }
    }

    /// Items that are read at once: each comes with its tree, however little of it a list shows.
    private static let page = 50

    /// Asks for what is missing of the pages that lie so near to the cursor, and for the item under it.
    mutating func read(within distance: Int) -> [StudyRequest] {
        let (first, last) = (max(0, row - distance) / Self.page, (row + distance) / Self.page)
        let near = rows.next(in: first * Self.page..<(last + 1) * Self.page, limit: Self.page)
        let items = near.flatMap { indices in rows.study.map { StudyRequest.baselineRows($0, indices) } }
        return [items, readItem()].compactMap(\.self)
    }

    /// Asks for the item under the cursor, unless it is there or another one is waited for.
    private mutating func readItem() -> StudyRequest? {
        guard awaited == nil, shown == nil || isStale, let study = rows.study, case .item(let item)? = selected else {
            return nil
        }
        let place = Place(study: study, index: item.index)
        guard !refused.contains(place) else { return nil }
        (awaited, isStale) = (place, false)
        return .baseline(study, index: item.index)
    }

    /// Takes an item in, unless the cursor is on another one by now; one that says it is another is not asked for again.
    mutating func take(_ sample: BaselineSample, of study: RunID) {
        if let awaited, awaited.index != sample.index { refused.insert(awaited) }
        awaited = nil
        guard study == rows.study, sample.index == rows.index(at: row) else { return }
        if shown == nil { open = OpenBaseline(sample, of: study) } else { open?.renew(sample) }
    }

    mutating func failToOpen(_ index: Int, of study: RunID) {
        awaited = nil
        refused.insert(Place(study: study, index: index))
    }
}
