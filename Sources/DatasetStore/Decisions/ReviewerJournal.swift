import GRDB

/// Which of a reviewer's decisions undoing is about.
package enum JournalPart: Hashable, Sendable {
    case whole
    /// All but the judgements of further passes, which are taken back only in their pass.
    case ordinary
}

/// One reviewer's decisions, newest first, read only as far as it takes.
struct ReviewerJournal {
    let reviewer: String
    let part: JournalPart
    let database: Database

    /// The newest decision that still counts and that undoing would take back, with the rest of its bulk.
    func lastUndoable() throws -> Set<Int> {
        var entries = try standing()
        while let entry = try entries.next() {
            if entry.undoes == nil { return try entries.unit(of: entry) }
        }
        return []
    }

    /// The newest undoing that still counts, with the rest of its bulk, unless something was decided after it.
    func lastRedoable() throws -> Set<Int> {
        var entries = try standing()
        while let entry = try entries.next(), entry.undoes != nil {
            if !entry.isRedo { return try entries.unit(of: entry) }
        }
        return []
    }

    /// How many decisions and bulks still count, and could be undone one after the other.
    func undoDepth() throws -> Int {
        var entries = try standing()
        var depth = 0
        var bulk: Int?
        while let entry = try entries.next() {
            guard entry.undoes == nil else { continue }
            if entry.bulk == nil || entry.bulk != bulk { depth += 1 }
            bulk = entry.bulk
        }
        return depth
    }

    private func standing() throws -> StandingEntries {
        StandingEntries(
            try Entry.fetchCursor(
                database,
                sql: """
                    SELECT decision.id, decision.undoes, decision.bulk, target.undoes IS NOT NULL AS isRedo,
                        substr(coalesce(target.payload, decision.payload), 1, 8) = '{"judge"' AS judges
                    FROM decision LEFT JOIN decision AS target ON target.id = decision.undoes
                    WHERE decision.reviewer = ? ORDER BY decision.id DESC
                    """, arguments: [reviewer]), part)
    }
}

private struct Entry: FetchableRecord {
    let sequence: Int
    let undoes: Int?
    let bulk: Int?
    /// Whether what it takes back is itself an undoing.
    let isRedo: Bool
    /// Whether it is a judgement of a further pass, or takes one back.
    let judges: Bool

    init(row: Row) {
        sequence = row["id"]
        undoes = row["undoes"]
        bulk = row["bulk"]
        isRedo = row["isRedo"]
        judges = row["judges"]
    }
}

/// The decisions that were not taken back, newest first.
private struct StandingEntries {
    private let entries: RecordCursor<Entry>
    private let part: JournalPart
    private var undone: Set<Int> = []

    init(_ entries: RecordCursor<Entry>, _ part: JournalPart) {
        self.entries = entries
        self.part = part
    }

    mutating func next() throws -> Entry? {
        while let entry = try entries.next() {
            if undone.contains(entry.sequence) { continue }
            if let target = entry.undoes { undone.insert(target) }
            if part == .ordinary, entry.judges { continue }
            return entry
        }
        return nil
    }

    /// An entry with what follows of its bulk: a bulk is written in one go, so its rows are next to each other.
    mutating func unit(of entry: Entry) throws -> Set<Int> {
        var unit: Set = [entry.sequence]
        guard let bulk = entry.bulk else { return unit }
        while let next = try next(), next.bulk == bulk { unit.insert(next.sequence) }
        return unit
    }
}
