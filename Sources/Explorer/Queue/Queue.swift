import Engine
import Review

/// The samples to review: the rows around the cursor, never all of them.
struct Queue: Hashable, Sendable {
    /// Rows that are read at once.
    static let pageLimit = 200

    /// What it shows, and in which order.
    private(set) var view = QueueView.standard
    private(set) var offset = 0
    private(set) var rows: [QueueRow] = []
    /// Where in `rows` each sample is: every sample on the screen is looked up there by its name in each frame.
    private var places: [SampleID: Int] = [:]
    private(set) var total = 0
    private(set) var counts: [ReviewState.Status: Int] = [:]
    /// The row under the cursor.
    private(set) var selection: SampleID?
    /// The place to go to once its page is there.
    private var wanted: Int?
    private var reading = Reading.idle

    /// One page is read at a time; what changes meanwhile asks for one more.
    private enum Reading {
        case idle, waiting, outdated
    }

    /// An empty queue, to be read; the cursor goes to the sample where the view has it.
    init(at view: QueueView = .standard, _ selection: SampleID? = nil) {
        self.view = view
        self.selection = selection
    }

    /// The selected row's place in the queue, from 0.
    var index: Int? {
        selection.flatMap { places[$0] }.map { $0 + offset }
    }

    /// How far a sample of the rows at hand has grown; nil for one that is not among them.
    func progress(of sample: SampleID) -> QueueRow.Progress? { row(of: sample)?.progress }

    var selected: QueueRow? { selection.flatMap { row(of: $0) } }

    /// A sample's row; nil for one that is not among the rows at hand.
    func row(of sample: SampleID) -> QueueRow? { places[sample].map { rows[$0] } }

    /// Samples of the dataset, whatever the queue shows.
    var everything: Int { counts.values.reduce(0, +) }

    /// Samples that were accepted, rejected or skipped.
    var decided: Int {
        [.accepted, .rejected, .skipped].reduce(0) { $0 + (counts[$1] ?? 0) }
    }

    func row(at index: Int) -> QueueRow? {
        rows.indices.contains(index - offset) ? rows[index - offset] : nil
    }

    /// Takes a page in; reads it again where it changed meanwhile, or where something else is shown by now.
    mutating func take(_ page: QueuePage) -> [Effect] {
        guard page.view == view else { return [] }
        let isOutdated = reading == .outdated
        reading = .idle
        offset = page.offset
        rows = page.rows
        places = Dictionary(rows.indices.map { (rows[$0].id, $0) }) { first, _ in first }
        total = page.total
        counts = page.counts
        if let target = page.selection ?? wanted.flatMap({ row(at: min($0, total - 1))?.id }) {
            selection = target
            wanted = nil
        }
        if selection == nil { selection = rows.first?.id }
        guard isOutdated else {
            wanted = nil
            return []
        }
        return wanted.map { read(from: $0 - Self.pageLimit / 2) } ?? reload()
    }

    /// A page could not be read; the next one may be.
    mutating func fail() {
        reading = .idle
        wanted = nil
    }

    /// Goes to a place, as far as there is one; reads its page where it is not at hand.
    mutating func go(to index: Int) -> [Effect] {
        guard total > 0 else { return [] }
        let target = min(max(0, index), total - 1)
        if let row = row(at: target) {
            selection = row.id
            return []
        }
        wanted = target
        return read(from: target - Self.pageLimit / 2)
    }

    /// Goes to a sample; reads the page around it where it is not at hand.
    mutating func go(to sample: SampleID) -> [Effect] {
        selection = sample
        return index == nil ? [.find(sample, view, limit: Self.pageLimit)] : []
    }

    /// Shows something else; the cursor stays on its sample where that is among it.
    mutating func show(_ view: QueueView) -> [Effect] {
        self.view = view
        return begin()
    }

    /// Reads the page around the selected sample, or the first one.
    mutating func begin() -> [Effect] {
        (offset, wanted) = (0, 0)
        guard let selection else { return reload() }
        reading = .waiting
        return [.find(selection, view, limit: Self.pageLimit)]
    }

    /// Puts a row as it stands now in the place of the old one.
    mutating func replace(_ row: QueueRow) {
        guard let index = places[row.id] else { return }
        counts[rows[index].status, default: 0] -= 1
        counts[row.status, default: 0] += 1
        rows[index] = row
    }

    /// Follows a growing sample's row; reads the page again for a sample that is not in it.
    mutating func record(_ event: RecordedEvent) -> [Effect] {
        if let index = places[event.sample] {
            rows[index].apply(event.event)
            return []
        }
        guard event.number == 1 else { return [] }
        return reload()
    }

    /// No more comes of these samples.
    mutating func stop(where hasEnded: (SampleID) -> Bool) {
        for index in rows.indices where rows[index].progress == .growing && hasEnded(rows[index].id) {
            rows[index].progress = .interrupted
        }
    }

    /// Reads the page at hand again.
    mutating func reload() -> [Effect] { read(from: offset) }

    private mutating func read(from offset: Int) -> [Effect] {
        guard reading == .idle else {
            reading = .outdated
            return []
        }
        reading = .waiting
        return [.loadQueue(view, offset: max(0, offset), limit: Self.pageLimit)]
    }
}

extension Queue {
    /// The nearest undecided sample in a direction among the rows at hand; a finished one before a growing one.
    func undecided(_ direction: Effect.Direction) -> SampleID? {
        let others: [QueueRow] =
            switch direction {
            case .forward: Array(rows.drop { $0.id != selection }.dropFirst())
            case .backward: rows.prefix { $0.id != selection }.reversed()
            }
        let open = others.filter(\.isUndecided)
        return (open.first { $0.progress == .finished } ?? open.first)?.id
    }

    /// Whether the queue goes on beyond the rows at hand.
    func goesOn(_ direction: Effect.Direction) -> Bool {
        switch direction {
        case .forward: offset + rows.count < total
        case .backward: offset > 0
        }
    }
}

extension QueueRow {
    /// Follows what the sample's own events tell.
    fileprivate mutating func apply(_ event: RunEvent) {
        switch event {
        case .began, .branched, .iterationBegan: progress = .growing
        case .iterationEnded(_, .grew(let growth)):
            // A page may already know of the event: numbers can be set twice, sums could not.
            steps = max(steps, growth.steps.last?.number ?? 0)
            chains = max(chains, growth.chain.number)
        case .imported(_, let workflow):
            steps = workflow.steps.count
            chains = workflow.chains.count
        case .drafted(let synthesis), .finished(.completed(let synthesis)):
            query = synthesis.query
            if case .finished = event { progress = .finished }
        case .finished(.synthesisFailed), .finished(.nothingGrown): progress = .failed
        case .interrupted: progress = .interrupted
        case .steered, .sampled, .asked, .proposed, .attempted, .tried, .selected, .iterationEnded(_, .stalled),
            .draftFailed:
            return
        }
    }
}
