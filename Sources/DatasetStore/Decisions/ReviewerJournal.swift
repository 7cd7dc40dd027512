import GRDB

/// One reviewer's decisions, newest first, read only as far as it takes.
struct ReviewerJournal {
    let reviewer: String
    let database: Database

    private struct Entry: FetchableRecord {
        let sequence: Int
        let undoes: Int?
        /// Whether what it takes back is itself an undoing.
        let isRedo: Bool

        init(row: Row) {
            sequence = row["id"]
            undoes = row["undoes"]
            isRedo = row["isRedo"]
        }
    }

    /// The newest decision that still counts and that undoing would take back.
    func lastUndoable() throws -> Int? {
        var undone: Set<Int> = []
        let entries = try newestFirst()
        while let entry = try entries.next() {
            if undone.contains(entry.sequence) { continue }
            guard let target = entry.undoes else { return entry.sequence }
            undone.insert(target)
        }
        return nil
    }

    /// The newest undoing that still counts, unless something was decided after it.
    func lastRedoable() throws -> Int? {
        var undone: Set<Int> = []
        let entries = try newestFirst()
        while let entry = try entries.next() {
            if undone.contains(entry.sequence) { continue }
            guard let target = entry.undoes else { return nil }
            if !entry.isRedo { return entry.sequence }
            undone.insert(target)
        }
        return nil
    }

    /// How many decisions still count, and could be undone one after the other.
    func undoDepth() throws -> Int {
        var undone: Set<Int> = []
        var depth = 0
        let entries = try newestFirst()
        while let entry = try entries.next() {
            if undone.contains(entry.sequence) { continue }
            if let target = entry.undoes { undone.insert(target) } else { depth += 1 }
        }
        return depth
    }

    private func newestFirst() throws -> RecordCursor<Entry> {
        try Entry.fetchCursor(
            database,
            sql: """
                SELECT decision.id, decision.undoes, target.undoes IS NOT NULL AS isRedo
                FROM decision LEFT JOIN decision AS target ON target.id = decision.undoes
                WHERE decision.reviewer = ? ORDER BY decision.id DESC
                """, arguments: [reviewer])
    }
}
