import Engine
import GRDB
import Review

extension Likeness {
    /// The name under which it is noted that a sample repeats another.
    static let check = "duplicate"
}

extension SampleRow {
    /// Whether later samples may repeat this one: there is something to repeat, and nobody has thrown it away.
    fileprivate var isOriginal: Bool { growth != .growing && effectiveTexts[0] != nil && status != .rejected }

    /// What samples that may be alike have in common with this one.
    fileprivate var bands: Set<Int64> {
        guard growth != .growing else { return [] }
        let query = effectiveTexts[0].map { QuerySketch($0).bands.map(Int64.init(bitPattern:)) } ?? []
        return Set(query + [callKey].compactMap(\.self))
    }

    /// Under what a sample is listed: the bands, and others for one that nothing can repeat, so that whoever looks for an
    /// original need not pass over all that were thrown away.
    fileprivate var listedBands: Set<Int64> { isOriginal ? bands : Set(bands.map(\.aside)) }

    /// Whether what others are compared with is another than before.
    fileprivate func looksOther(than old: SampleRow) -> Bool {
        callKey != old.callKey || effectiveTexts[0] != old.effectiveTexts[0] || growth != old.growth
    }
}

extension Database {
    /// Lists a sample among those that are compared, and says which one it repeats.
    ///
    /// Later samples that turn out to repeat it are to be looked at again, so that the order of looking is the same to
    /// what is found.
    func list(_ row: SampleRow, _ sample: SampleID, path: String) throws -> FoundAlike? {
        if try bands(of: row.id) != row.listedBands {
            try relist(row)
            if row.isOriginal { try reconsiderLater(than: row) }
        }
        return try firstAlike(row, sample, path: path)
    }

    private func relist(_ row: SampleRow) throws {
        try unlist(row.id)
        for band in row.listedBands.sorted() {
            try cachedStatement(sql: "INSERT INTO likeness (band, number, branch, sample) VALUES (?, ?, ?, ?)")
                .execute(arguments: [band, row.number, row.branch, row.id])
        }
    }

    /// Has the samples that repeat another looked at again once that one has changed, or was thrown away or taken back.
    func followLikeness(from old: SampleRow, to new: SampleRow) throws {
        // One that an older version wrote is listed once it is counted.
        guard old.counted else { return }
        let isOther = new.looksOther(than: old)
        guard isOther || new.isOriginal != old.isOriginal else { return }
        // One that grows was never listed.
        if isOther, old.growth != .growing { try unlist(new.id) }
        if !isOther, try !bands(of: new.id).isEmpty { try relist(new) }
        if old.isOriginal { try reconsider(whoRepeats: new.id) }
        // One that is not listed has its say when it is.
        if !isOther, new.isOriginal { try reconsiderLater(than: new) }
    }

    private func bands(of sample: Int64) throws -> Set<Int64> {
        try Set(Int64.fetchAll(cachedStatement(sql: "SELECT band FROM likeness WHERE sample = ?"), arguments: [sample]))
    }

    private func unlist(_ sample: Int64) throws {
        try cachedStatement(sql: "DELETE FROM likeness WHERE sample = ?").execute(arguments: [sample])
    }

    /// Later samples that repeat this one, and no sample before it.
    private func reconsiderLater(than row: SampleRow) throws {
        let sketch = row.effectiveTexts[0].map(QuerySketch.init)
        let later = try cachedStatement(
            sql: """
                SELECT sample.id, sample.callKey, coalesce(sample.editedQuery, sample.query) AS query
                FROM likeness JOIN sample ON sample.id = likeness.sample
                LEFT JOIN sample AS original ON original.id = sample.alike
                WHERE likeness.band = ? AND (likeness.number, likeness.branch) > (?, ?) AND sample.findings IS NOT NULL
                    AND (sample.alike IS NULL OR (original.number, original.branch) > (?, ?))
                """)
        var seen: Set<Int64> = []
        for band in row.bands.union(row.bands.map(\.aside)).sorted() {
            let place = [row.number, row.branch, row.number, row.branch] as StatementArguments
            for other in try Row.fetchAll(later, arguments: [band] + place) where seen.insert(other["id"]).inserted {
                let query: String? = other["query"]
                let isAlike = row.callKey != nil && row.callKey == other["callKey"]
                if isAlike || sketch?.isAlike(query.map(QuerySketch.init)) == true { try reconsider(other["id"]) }
            }
        }
    }

    private func reconsider(whoRepeats original: Int64) throws {
        let found = try cachedStatement(sql: "SELECT id FROM sample WHERE alike = ?")
        for sample in try Int64.fetchAll(found, arguments: [original]) { try reconsider(sample) }
    }

    private func reconsider(_ sample: Int64) throws {
        try cachedStatement(sql: "UPDATE sample SET findings = NULL, doubts = NULL, alike = NULL WHERE id = ?")
            .execute(arguments: [sample])
        try forgetFindings(in: sample)
    }
}

extension Int64 {
    /// The band under which samples are listed that nothing can repeat.
    fileprivate var aside: Int64 { ~self }
}

extension QuerySketch {
    fileprivate func isAlike(_ other: QuerySketch?) -> Bool {
        other.map { similarity(to: $0) >= QuerySketch.nearDuplicate } ?? false
    }
}

extension Database {
    /// The first sample before this one that it repeats; only such as are listed are known.
    func firstAlike(_ row: SampleRow, _ sample: SampleID, path: String) throws -> FoundAlike? {
        var search = AlikeSearch(row)
        while let candidate = try search.next(in: self) {
            if let kind = try candidate.kind(row, sample, search.sketch, in: self, path: path) {
                guard let original = try self.sample(candidate.row) else { return nil }
                let label = SampleLabel(number: candidate.place.number, branch: original.branch)
                return FoundAlike(
                    row: candidate.row, alike: EarlierAlike(label: label, sample: original, kind: kind))
            }
        }
        return nil
    }

    fileprivate func haveEqualCalls(
        _ one: (SampleRow, SampleID), _ other: (SampleRow, SampleID), path: String
    ) throws -> Bool {
        do {
            return try calls(of: one.0, one.1, path: path) == calls(of: other.0, other.1, path: path)
        } catch DatasetError.damaged {
            // Whoever opens the damaged one is told; what is like it can still be looked at.
            return false
        }
    }

    private func calls(of row: SampleRow, _ sample: SampleID, path: String) throws -> [ToolCall] {
        let events = try SampleRecord(row, sample, in: self).events(in: path).map(\.event)
        let review = ReviewState(try decisions(of: sample, row.id, in: path))
        return ReviewedSample(id: sample, seed: 0, state: RunState(events), review: review, library: [])
            .workflow.steps.map(\.call)
    }
}

/// An earlier sample that another repeats.
struct FoundAlike {
    let row: Int64
    let alike: EarlierAlike
}

/// A label as it is ordered.
struct LabelPlace: Hashable, Comparable {
    let number: Int
    let branch: String

    static func < (left: LabelPlace, right: LabelPlace) -> Bool {
        left.number == right.number ? left.branch < right.branch : left.number < right.number
    }
}

/// Earlier samples that share a band with another, in the order of their labels, read a few at a time.
private struct AlikeSearch {
    private static let page = 16

    let sketch: QuerySketch?
    private let bands: [Int64]
    private let end: LabelPlace
    /// Everything up to here was read; nil once that is everything.
    private var frontier: LabelPlace? = LabelPlace(number: 0, branch: "")
    private var waiting: ArraySlice<AlikeCandidate> = []

    init(_ row: SampleRow) {
        sketch = row.effectiveTexts[0].map(QuerySketch.init)
        bands = row.bands.sorted()
        end = LabelPlace(number: row.number, branch: row.branch)
    }

    mutating func next(in database: Database) throws -> AlikeCandidate? {
        while waiting.isEmpty, let start = frontier { try read(after: start, in: database) }
        return waiting.popFirst()
    }

    private mutating func read(after start: LabelPlace, in database: Database) throws {
        var found: [LabelPlace: Int64] = [:]
        frontier = nil
        for band in bands {
            let page = try candidates(in: band, after: start, in: database)
            for (place, row) in page { found[place] = row }
            // What is beyond the end of a full page is not known of this band yet.
            if page.count == Self.page, let last = page.last?.place { frontier = min(frontier ?? last, last) }
        }
        let known = found.filter { place, _ in frontier.map { place <= $0 } ?? true }
        waiting = known.sorted { $0.key < $1.key }.map { AlikeCandidate(place: $0.key, row: $0.value) }[...]
    }

    private func candidates(
        in band: Int64, after start: LabelPlace, in database: Database
    ) throws -> [(place: LabelPlace, row: Int64)] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT number, branch, sample FROM likeness
                WHERE band = ? AND (number, branch) > (?, ?) AND (number, branch) < (?, ?)
                ORDER BY number, branch LIMIT \(Self.page)
                """)
        return try Row.fetchAll(
            statement, arguments: [band, start.number, start.branch, end.number, end.branch]
        ).map { (LabelPlace(number: $0["number"], branch: $0["branch"]), $0["sample"]) }
    }
}

private struct AlikeCandidate {
    let place: LabelPlace
    let row: Int64

    /// In what another sample repeats this one; nil for nothing.
    func kind(
        _ other: SampleRow, _ sample: SampleID, _ sketch: QuerySketch?, in database: Database, path: String
    ) throws -> LikenessIndex.Match.Kind? {
        let statement = try database.cachedStatement(sql: "SELECT * FROM sample WHERE id = ?")
        guard let own = try SampleRow.fetchOne(statement, arguments: [row]), own.isOriginal else { return nil }
        if own.callKey != nil, own.callKey == other.callKey, let id = try database.sample(row),
            try database.haveEqualCalls((own, id), (other, sample), path: path)
        {
            return .calls
        }
        guard let sketch, let query = own.effectiveTexts[0] else { return nil }
        let similarity = sketch.similarity(to: QuerySketch(query))
        return similarity >= QuerySketch.nearDuplicate ? .query(similarity: similarity) : nil
    }
}
