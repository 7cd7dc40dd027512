import Engine
import GRDB

extension Dataset {
    /// Saves what an item of a study came to, in place of what was saved of it before.
    ///
    /// It may be written anew, since it follows from the item's calls and exchanges, of which nothing is lost: a judge
    /// may come later than the answer. `index` is 1 for the first item.
    ///
    /// - Throws: ``DatasetError/unknownStudy(_:)`` before the study has begun.
    package func saveItem(
        _ json: JSON, index: Int, of study: RunID, at time: Timestamp
    ) async throws(DatasetError) {
        let text = json.compactText
        try await write(.shared) { database in
            let owner = try RecordOwner.findOrBegin(item: SampleID(run: study, index: index), in: database)
            try database.cachedStatement(sql: "UPDATE study_item SET time = ?, payload = ?, hash = ? WHERE id = ?")
                .execute(arguments: [time.microseconds, text, ContentHash(of: text).hex, owner.id])
        }
    }

    /// The items of a study that were saved, by index; empty for a study that the dataset does not have.
    ///
    /// All of them are in memory at once, a few kibibytes each; ``studyItems(of:after:)`` reads one after the other.
    ///
    /// - Throws: ``DatasetError/damaged(path:what:)`` when one is not what was stored.
    package func items(of study: RunID) async throws -> [(index: Int, json: JSON)] {
        let path = path
        return try await read { database in
            try Row.fetchAll(
                database, sql: "\(Self.itemsQuery) ORDER BY study_item.position", arguments: [study.hash.hex]
            ).map { row in (index: row["position"] as Int, json: try savedItem(row, in: path)) }
        }
    }

    /// One item of a study; nil while it is not saved.
    ///
    /// - Throws: ``DatasetError/damaged(path:what:)`` when it is not what was stored.
    package func item(_ index: Int, of study: RunID) async throws -> JSON? {
        let path = path
        return try await read { database in
            try Row.fetchOne(
                database, sql: "\(Self.itemsQuery) AND study_item.position = ?", arguments: [study.hash.hex, index]
            ).map { try savedItem($0, in: path) }
        }
    }

    /// The indices of the items that were saved.
    package func itemIndices(of study: RunID) async throws -> Set<Int> {
        try await read { database in
            try Set(
                Int.fetchAll(
                    database,
                    sql: """
                        SELECT study_item.position FROM study_item JOIN study ON study.id = study_item.study
                        WHERE study.hash = ? AND study_item.branch = '' AND study_item.payload IS NOT NULL
                        """, arguments: [study.hash.hex]))
        }
    }

    static var itemsQuery: String {
        """
        SELECT study_item.position, study_item.payload, study_item.hash
        FROM study_item JOIN study ON study.id = study_item.study
        WHERE study.hash = ? AND study_item.branch = '' AND study_item.payload IS NOT NULL
        """
    }
}

/// - Throws: ``DatasetError/damaged(path:what:)`` when it is not what was stored.
func savedItem(_ row: Row, in path: String) throws(DatasetError) -> JSON {
    let text = row.text("payload")
    guard ContentHash(of: text).hex == row.text("hash"), let json = try? JSON(parsing: text) else {
        throw .damaged(path: path, what: "item \(row.number("position")) of a study is not what was stored")
    }
    return json
}
