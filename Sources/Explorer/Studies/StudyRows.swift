import Engine

/// A row of a study's list.
protocol StudyRow: Hashable, Sendable {
    /// 1 for the first item of the study.
    var index: Int { get }
}

/// The items of a study in short: which there are is known at once, and a row of each is read when it is wanted.
struct StudyRows<Row: StudyRow>: Hashable, Sendable {
    /// The study that is read, or was.
    private(set) var study: RunID?
    /// The items in order; nil until they were listed.
    private(set) var indices: [Int]?
    /// What is known of each item; one that was read earlier stays until it is read again.
    private(set) var all: [Row?] = []
    /// The items whose rows were read since the study was listed.
    private var read: Set<Int> = []
    private var awaited: Awaited?

    private enum Awaited: Hashable {
        case indices
        /// The rows at these places.
        case rows([Int])
    }

    /// Whether something is waited for.
    var isReading: Bool { awaited != nil }

    /// How many items there are, read or not.
    var count: Int { all.count }

    /// How many rows were read since the study was listed.
    var readCount: Int { read.count }

    /// What is known of an item; nil until it was read.
    subscript(place: Int) -> Row? { all.indices.contains(place) ? all[place] : nil }

    /// The item at a place; nil where there is none.
    func index(at place: Int) -> Int? {
        indices.flatMap { $0.indices.contains(place) ? $0[place] : nil }
    }

    /// The place of an item; nil where it is not there.
    func place(of index: Int?) -> Int? { index.flatMap { indices?.firstIndex(of: $0) } }

    /// Waits for the list of items; what is known of the same study stays meanwhile.
    mutating func begin(_ study: RunID) {
        if study != self.study { self = StudyRows() }
        self.study = study
        awaited = .indices
    }

    /// There is nothing to read any more.
    mutating func clear() { self = StudyRows() }

    /// Takes the list of items in, where it is waited for.
    mutating func take(indices: [Int], of study: RunID) {
        guard study == self.study, awaited == .indices else { return }
        let known = Dictionary(all.compactMap(\.self).map { ($0.index, $0) }) { first, _ in first }
        all = indices.map { known[$0] }
        (self.indices, read, awaited) = (indices, [], nil)
    }

    /// Which rows to read next of some places, at most so many; nil where all were read, or others are waited for.
    mutating func next(in places: Range<Int>, limit: Int) -> [Int]? {
        guard awaited == nil, let indices else { return nil }
        var wanted: [Int] = []
        for place in places.clamped(to: indices.indices) where !read.contains(indices[place]) {
            guard wanted.count < limit else { break }
            wanted.append(place)
        }
        guard !wanted.isEmpty else { return nil }
        awaited = .rows(wanted)
        return wanted.map { indices[$0] }
    }

    /// Takes rows in, where they are waited for.
    mutating func take(_ rows: [Row], of study: RunID) {
        guard study == self.study, case .rows(let places) = awaited else { return }
        guard rows.map(\.index) == places.compactMap({ index(at: $0) }) else { return }
        for (place, row) in zip(places, rows) { all[place] = row }
        read.formUnion(rows.map(\.index))
        awaited = nil
    }

    /// What is waited for could not be read.
    mutating func fail() { awaited = nil }
}
