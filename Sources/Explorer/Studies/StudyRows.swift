import Engine

/// The items of a study in short: read page by page, so that no page keeps the others waiting.
struct StudyRows<Row: Hashable & Sendable>: Hashable, Sendable {
    /// What a page came to.
    enum Taking: Hashable {
        /// Something else is read by now.
        case ignored
        case more(from: Int)
        case complete
    }

    /// The study that is read, or was.
    private(set) var study: RunID?
    private(set) var all: [Row] = []
    /// How many there are, read or not.
    private(set) var total = 0
    /// The place from which the page begins that is waited for.
    private var awaited: Int?

    /// Whether a page is waited for.
    var isReading: Bool { awaited != nil }

    /// Begins to read from the first item on; what is known of the same study stays until it is read again.
    mutating func begin(_ study: RunID) {
        if study != self.study { (self.study, all, total) = (study, [], 0) }
        awaited = 0
    }

    /// There is nothing to read any more.
    mutating func clear() { self = StudyRows() }

    mutating func take(_ page: StudyPage<Row>, of study: RunID) -> Taking {
        guard study == self.study, page.offset == awaited else { return .ignored }
        let start = min(page.offset, all.count)
        all.replaceSubrange(start..<min(all.count, start + page.rows.count), with: page.rows)
        total = page.total
        let next = start + page.rows.count
        guard next < page.total, !page.rows.isEmpty else {
            all = Array(all.prefix(next))
            (awaited, total) = (nil, all.count)
            return .complete
        }
        awaited = next
        return .more(from: next)
    }

    /// A page could not be read.
    mutating func fail() { awaited = nil }
}
